import Game
import Play
import Text

/// What one of the two documents says of how likely the real thing goes wrong, in our own words.
struct DocumentMark {
    /// That it goes wrong, in percent.
    let percent: Int
    let meaning: String

    /// From the least likely to the likeliest. Source: “Discussion with Nate Soares on a key alignment difficulty”, which gives
    /// two of them (20%+, 10% or less) as the chance that it goes well.
    static let all = [
        DocumentMark(percent: 70, meaning: "as far as Holden could see more thought take him"),
        DocumentMark(percent: 80, meaning: "at least 20% that it goes well: plain luck is a live possibility"),
        DocumentMark(percent: 85, meaning: "Nate, of this difficulty alone"),
        DocumentMark(percent: 90, meaning: "10% or less that it goes well: big wins are needed, not luck"),
    ]
}

/// What the players believe of the real thing, before the match and after. Source: RULES §12.
extension Narration {
    /// How each moved; empty where nobody said anything.
    public var beliefs: [String] { believers.map(moved) + rowBeliefs }

    /// All of it on a line from 0 to 100% beside the documents' marks, at most 76 columns wide and not to be wrapped.
    public var beliefPicture: [String] {
        guard !believers.isEmpty else { return [] }
        let width = 13
        func row(_ name: String, _ marks: [CredenceLine.Mark]) -> String {
            name.clipped(width - 1).padded(width) + CredenceLine(marks).text
        }
        let documents = DocumentMark.all.map { CredenceLine.Mark(millionths: $0.percent * 10_000, character: "▴") }
        return ["".padded(width) + CredenceLine.scale()] + believers.map { row(shown.name($0), marks($0)) }
            + [row("the papers", documents), "○ before   ● after   ▴ what Nate Soares and Holden Karnofsky wrote:"]
            + DocumentMark.all.map { "  \($0.percent)%  \($0.meaning)" }
    }

    private var believers: [Side] {
        shown.record.verdict == nil ? [] : Side.allCases.filter { !marks($0).isEmpty }
    }

    /// How a player moved, such as `Ana: 70% before, 80% after.`
    private func moved(_ side: Side) -> String {
        let match = shown.record.match
        let before = match.goesWrong(side, .before), after = match.goesWrong(side, .after)
        let texts = [
            before.map { "\(percent($0.probability)) before" }, after.map { "\(percent($0.probability)) after" },
        ]
        return "\(shown.name(side)), that it goes wrong: \(texts.compactMap(\.self).joined(separator: ", "))."
    }

    /// How each moved on the rows of the table, such as `Ana, on only what is seen: 70% before.`
    private var rowBeliefs: [String] {
        guard shown.record.verdict != nil else { return [] }
        let match = shown.record.match
        return match.ruleset.rows.enumerated().flatMap { place, row in
            Side.allCases.compactMap { side in
                let before = match.believed(row: place, by: side, .before)
                let after = match.believed(row: place, by: side, .after)
                let texts = [
                    before.map { "\(percent($0.probability)) before" },
                    after.map { "\(percent($0.probability)) after" },
                ].compactMap(\.self)
                guard !texts.isEmpty else { return nil }
                return "\(shown.name(side)), on “\(row.name)”: \(texts.joined(separator: ", "))."
            }
        }
    }

    private func marks(_ side: Side) -> [CredenceLine.Mark] {
        BeliefTime.allCases.compactMap { time in
            shown.record.match.goesWrong(side, time).map {
                CredenceLine.Mark(millionths: $0.millionths, character: time == .before ? "○" : "●")
            }
        }
    }
}
