import Game
public import Play
public import Review
import Text

/// A match as it is handed on: all that any format shows of it, in words and numbers, so that no format has rules of its own.
///
/// Whatever a file says in it is plain text here: nothing in it obeys a terminal. What means something to a format is for
/// that format to escape.
public struct Debate: Sendable {
    let record: MatchRecord
    let title: String
    /// By which rules, such as `alice, house, hard mode`.
    let rules: String
    /// When it began, such as `2026-11-21 05:29 UTC`.
    let date: String
    let premise: String
    let cast: [Role]
    /// What happened, in order.
    let turns: [Turn]
    /// Who won and why, or that the match goes on.
    let verdict: String
    /// What else there is to say once it is over.
    let sections: [Section]
    let meters: [Meter]
    let graph: Graph
    /// What the players differ on; `nil` where nobody asked.
    let cruxes: CruxText?
    let narration: Narration

    /// Who takes part, and as what.
    struct Role: Hashable, Sendable {
        let name: String
        let part: String
    }

    /// Things of one kind that are said at the end.
    struct Section: Hashable, Sendable {
        let title: String
        let items: [Item]

        /// A sentence, and those that belong to it.
        struct Item: Hashable, Sendable {
            let text: String
            var details: [String] = []
        }
    }

    /// - Parameters:
    ///   - judged: what the steps came to; without it nothing is said of that.
    ///   - cruxes: what the players differ on, where that is to be told.
    public init(_ record: MatchRecord, judged: Judged = Judged(), cruxes: CruxText? = nil) {
        let shown = MatchAtStep(record)
        let header = record.header
        let narration = Narration(record)
        self.record = record
        self.cruxes = cruxes
        self.narration = narration
        title = record.ruleset.title.handedOn
        rules = "\(header.ruleset), \(header.profile ?? "house"), \(header.mode.rawValue) mode".handedOn
        date = "\(header.date.prefix(10)) \(header.date.dropFirst(11).prefix(5)) UTC".handedOn
        premise = record.ruleset.premise.handedOn
        let sides = Side.allCases.map { side in
            let task = side == .divergence ? "says how it goes wrong" : "says what would have whacked that"
            return Role(name: shown.name(side).handedOn, part: "for \(side.title), who \(task)")
        }
        cast = sides + (header.judge.map { [Role(name: $0.handedOn, part: "who judges")] } ?? [])
        let places = (0...shown.count).map { MatchAtStep(record, step: $0) }
        let events = shown.exchange
        turns = events.indices.map { Turn(events[$0], between: places[$0], places[$0 + 1], at: $0, judged) }
        verdict = (narration.verdict ?? "Unfinished.").handedOn
        sections = Section.all(narration, judged, cruxes)
        meters = Meter.all(shown.position)
        graph = Graph(places.map(\.position), judged)
    }

    /// Who plays a side.
    func name(_ side: Side) -> String { cast[side == .divergence ? 0 : 1].name }
}

extension Debate.Section {
    fileprivate static func all(_ narration: Narration, _ judged: Judged, _ cruxes: CruxText?) -> [Debate.Section] {
        [
            Debate.Section("How it ended", narration.strains + narration.grade),
            Debate.Section("How it was played", judged.sentences),
            Debate.Section("Forced towards", narration.horns),
            Debate.Section("Still standing", narration.standing),
            Debate.Section("Afterwards", narration.closings),
            Debate.Section("Two legs", narration.legs),
            Debate.Section("Bids", narration.bids),
            Debate.Section("Predictions", narration.predictions),
            Debate.Section("The real thing", narration.beliefs),
            Debate.Section("Cruxes", (cruxes?.list ?? [])),
            Debate.Section("Who wins by whose numbers", (cruxes?.outcomes ?? []) + (cruxes?.changes ?? [])),
        ].compactMap(\.self)
    }

    /// `nil` where there is nothing to say; what is indented belongs to the sentence before it.
    private init?(_ title: String, _ sentences: [String]) {
        var items: [Item] = []
        for sentence in sentences.map(\.handedOn) {
            let text = String(sentence.drop { $0 == " " })
            if sentence.hasPrefix(" "), !items.isEmpty {
                items[items.count - 1].details.append(text)
            } else {
                items.append(Item(text: text))
            }
        }
        guard !items.isEmpty else { return nil }
        self.init(title: title, items: items)
    }
}

extension String {
    /// The same with nothing in it that a terminal or a reader would obey; line feeds stay.
    var handedOn: String {
        unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String(Substring($0)).madePlain }.joined(separator: "\n")
    }

    /// On one line.
    var onOneLine: String {
        unicodeScalars.split { $0 == "\n" || $0 == " " }.map { String(Substring($0)) }.joined(separator: " ")
    }
}
