import Game

/// An entry of such a list; no two of a list have the same identifier.
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

/// A list of the file whose entries have identifiers, with where each stands.
struct NamedList<Entry: Listed> {
    var entries: [Entry] = []
    /// Of the entries' identifiers.
    private(set) var places: [Place] = []
    private(set) var vocabulary: Vocabulary

    init(of noun: String) {
        vocabulary = Vocabulary(noun)
    }

    /// A list that was read before; nothing is known of places.
    init(of noun: String, _ entries: [Entry]) {
        self.entries = entries
        vocabulary = Vocabulary(noun, entries.map(\.identifier))
    }

    /// Adds what was read of a node; `nil` stands for an entry without an identifier.
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

extension Mapping {
    /// The list at a key, of as many entries as `counts` allows; optional where that begins at 0.
    func namedList<Entry: Listed>(
        _ key: String, of noun: String, counts: ClosedRange<Int>, _ entry: @escaping (Mapping) -> Entry?
    ) -> NamedList<Entry> {
        let mapping = Format<(entry: Entry?, place: Place)>.mapping(noun) { (entry($0), $0.place(of: "id")) }
        let element = Format<(entry: Entry?, place: Place)>(mapping.expected) { node, report in
            mapping.read(node, report) ?? (nil, node.place)
        }
        let format = Format<[(entry: Entry?, place: Place)]>.list(of: "\(noun)s", element)
        var list = NamedList<Entry>(of: noun)
        guard let read = counts.contains(0) ? optional(key, format) : required(key, format) else {
            if !counts.contains(0) || has(key) { list.add(nil, at: place, report) }
            return list
        }
        for (entry, place) in read { list.add(entry, at: place, report) }
        if read.count < counts.lowerBound {
            report.error("a ruleset needs at least one \(noun)", at: place(of: key))
        } else if read.count > counts.upperBound {
            report.error("more than \(counts.upperBound) \(key)", at: read[counts.upperBound].place)
        }
        return list
    }
}
