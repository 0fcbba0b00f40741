import Game

/// What a list of the file holds: something with an identifier that no other of the list has.
protocol Listed {
    var identifier: String { get }
}

extension Feature: Listed {}
extension Pattern: Listed {}
extension Situation: Listed {}
extension Deployment: Listed {}
extension Profile: Listed {}
extension Ruleset.Row: Listed {}
extension Ruleset.Observation: Listed {}
extension PlacedPersona: Listed {}

/// A list as read, with where each of it stands.
struct Roll<Entry: Listed> {
    private(set) var entries: [Entry] = []
    /// Of the entries' identifiers.
    private(set) var places: [Place] = []
    private(set) var vocabulary: Vocabulary

    init(of noun: String) {
        vocabulary = Vocabulary(noun)
    }

    /// Adds what was read of an item; `nil` stands for an entry without an identifier.
    fileprivate mutating func add(_ entry: Entry?, at place: Place, _ report: Report) {
        guard let entry else { return vocabulary.addGap() }
        if let first = vocabulary.add(entry.identifier) {
            let line = places[first].line
            report.error(
                "a second \(vocabulary.noun) \(entry.identifier.quoted); the first is on line \(line)",
                at: place)
        } else {
            entries.append(entry)
            places.append(place)
        }
    }
}

extension Table {
    /// The list at a key, of as many entries as `counts` allows; optional where that begins at 0.
    func roll<Entry: Listed>(
        _ key: String, of noun: String, counts: ClosedRange<Int>, _ entry: @escaping (Table) -> Entry?
    ) -> Roll<Entry> {
        let table = Format<(entry: Entry?, place: Place)>.table(noun) { (entry($0), $0.place(of: "id")) }
        let element = Format<(entry: Entry?, place: Place)>(table.expected) { item, report in
            table.read(item, report) ?? (nil, item.place)
        }
        let list = Format<[(entry: Entry?, place: Place)]>.list(of: "\(noun)s", element)
        var roll = Roll<Entry>(of: noun)
        guard let read = counts.contains(0) ? optional(key, list) : required(key, list) else {
            if !counts.contains(0) || has(key) { roll.add(nil, at: place, report) }
            return roll
        }
        for (entry, place) in read { roll.add(entry, at: place, report) }
        if read.count < counts.lowerBound {
            report.error("a ruleset needs at least one \(noun)", at: place(of: key))
        } else if read.count > counts.upperBound {
            report.error("more than \(counts.upperBound) \(key)", at: read[counts.upperBound].place)
        }
        return roll
    }
}
