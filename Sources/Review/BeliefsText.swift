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
    public var beliefs: [String] { believers.map(moved) }

    /// All of it on a line from 0 to 100% beside the documents' marks, at most 76 columns wide and not to be wrapped.
    public var beliefPicture: [String] {
        guard !believers.isEmpty else { return [] }
        let width = 13
        func row(_ name: String, _ marks: [BeliefLine.Mark]) -> String {
            name.clipped(width - 1).padded(width) + BeliefLine(marks).text
        }
        let documents = DocumentMark.all.map { BeliefLine.Mark(millionths: $0.percent * 10_000, character: "▴") }
        return ["".padded(width) + BeliefLine.scale] + believers.map { row(shown.name($0), marks($0)) }
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

    private func marks(_ side: Side) -> [BeliefLine.Mark] {
        BeliefTime.allCases.compactMap { time in
            shown.record.match.goesWrong(side, time).map {
                BeliefLine.Mark(millionths: $0.millionths, character: time == .before ? "○" : "●")
            }
        }
    }
}

/// A line from 0 to 100% with marks on it.
private struct BeliefLine {
    struct Mark {
        let millionths: Int
        let character: Character
    }

    let text: String
    /// Two percent a column.
    private static let columns = 51

    /// Of marks at one place the last is seen.
    init(_ marks: [Mark]) {
        var line = ["├"] + Array(repeating: "─" as Character, count: Self.columns - 2) + ["┤"]
        for mark in marks { line[(mark.millionths * (Self.columns - 1) + 500_000) / 1_000_000] = mark.character }
        text = String(line)
    }

    /// What stands over it; the last label ends where the line does.
    static let scale: String = (0...4).reduce("") { scale, quarter in
        let label = "\(quarter * 25)%"
        let place = quarter * (columns - 1) / 4
        return scale.padded(quarter == 4 ? columns - label.columns : place) + label
    }
}
