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
    /// How each moved, and all of it on a line from 0 to 100% beside the documents' marks; empty where nobody said anything.
    public var beliefs: [String] {
        let said = Side.allCases.filter { !marks($0).isEmpty }
        guard shown.record.verdict != nil, !said.isEmpty else { return [] }
        let width = 13
        let lines = said.map { side in
            shown.name(side).clipped(width - 1).padded(width) + BeliefLine(marks(side)).text
        }
        let documents =
            "the papers".padded(width) + BeliefLine(DocumentMark.all.map { ($0.percent * 10_000, "▴") }).text
        let legend = DocumentMark.all.map { "\($0.percent)%  \($0.meaning)" }
        return ["That the real thing goes wrong, whatever came of this match:"] + said.map(moved) + [""]
            + [String(repeating: " ", count: width) + BeliefLine.scale] + lines + [documents]
            + ["○ before, ● after, ▴ what Nate Soares and Holden Karnofsky wrote:"] + legend
    }

    /// How a player moved, such as `Ana: 70% before, 80% after.`
    private func moved(_ side: Side) -> String {
        let match = shown.record.match
        let before = match.goesWrong(side, .before), after = match.goesWrong(side, .after)
        let texts = [
            before.map { "\(percent($0.probability)) before" }, after.map { "\(percent($0.probability)) after" },
        ]
        return "\(shown.name(side)): \(texts.compactMap(\.self).joined(separator: ", "))."
    }

    private func marks(_ side: Side) -> [(millionths: Int, mark: Character)] {
        let match = shown.record.match
        return [(match.goesWrong(side, .before), "○" as Character), (match.goesWrong(side, .after), "●")].compactMap {
            credence, mark in credence.map { ($0.millionths, mark) }
        }
    }
}

/// A line from 0 to 100% with marks on it.
private struct BeliefLine {
    let text: String
    /// Two percent a column.
    private static let columns = 51

    /// - Parameter marks: where they are, in millionths; of those at one place the last is seen.
    init(_ marks: [(millionths: Int, mark: Character)]) {
        var line = ["├"] + Array(repeating: "─" as Character, count: Self.columns - 2) + ["┤"]
        for (millionths, mark) in marks { line[(millionths * (Self.columns - 1) + 500_000) / 1_000_000] = mark }
        text = String(line)
    }

    static let scale: String = (0...4).reduce("") { scale, quarter in
        let label = "\(quarter * 25)%"
        let place = quarter * (columns - 1) / 4
        return scale.padded(max(0, quarter == 4 ? place - 2 : place)) + label
    }
}
