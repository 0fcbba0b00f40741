import Game
import Play
public import Solver
import Text

extension Judgement {
    /// How it went on the whole, a sentence each.
    public var summary: [String] {
        let shown = MatchAtStep(record)
        let start = values.first.flatMap { $0 }
        var lines: [String] = []
        if let start {
            let price = start.text
            let limit = positions[0].limit(of: .training)
            let hard = hardValues[0].map { " (hard \($0.text))" } ?? ""
            let winner = start.winner.map { "best play wins for \($0.title)" } ?? "it is not proven who wins"
            lines.append("Price of the argument from the start: \(price)\(hard), limit \(limit): \(winner).")
        }
        if let side = lostThroughout { lines.append("\(shown.name(side)) had lost from the first move.") }
        for side in Side.allCases {
            let own = acts.filter { $0.side == side }
            let marks = Mark.allCases.reversed().compactMap { mark -> String? in
                let count = own.filter { $0.mark == mark }.count
                return count == 0 ? nil : counted(count, mark.rawValue, mark == .inaccuracy ? "inaccuracies" : nil)
            }
            let accuracy = self.accuracy(of: side).map { "accuracy \($0.text) over \(counted($0.moves, "move"))" }
            let unknown = own.contains { $0.isChoice } ? "accuracy not proven" : "no choice to make"
            let faults = marks.isEmpty ? "nothing marked" : marks.joined(separator: ", ")
            lines.append("\(shown.name(side)), \(side.title): \(accuracy ?? unknown); \(faults).")
        }
        return lines
    }

    /// What is said of one step in lines: what it came to, its mark, why, and what else there was.
    public func lines(at step: Int) -> [String] {
        let act = acts[step]
        let shown = MatchAtStep(record, step: step)
        func price(_ value: PositionValue?) -> String { value?.text ?? "not known" }
        let facts = [
            verdict(at: step).capitalizedFirst, "\(price(values[step])) before, \(price(values[step + 1])) after",
            record.seconds(before: step).map { "took \(spent($0))" },
        ]
        var lines = [facts.compactMap(\.self).joined(separator: "; ") + "."]
        if let sentence = sentence(at: step) { lines.append(sentence) }
        guard act.move != nil else { return lines }
        for other in act.alternatives() {
            lines.append(
                "- \(title(of: shown.position.prospect(of: other.move))): \(outcome(other.value, for: act.side))")
        }
        return lines
    }

    /// What a move says, without its verb: the card and what was added.
    func title(of prospect: Prospect) -> String {
        let cards = record.match.ruleset
        let kind = prospect.datum?.provenance == .deliberate ? ", deliberate" : ""
        let label = prospect.datum.map(cards.label) ?? prospect.divergence.map(cards.label)
        return (label ?? "conceding") + kind
    }

    /// A step's act in notation.
    func notation(of step: Int) -> String {
        record.match.ruleset.notation(of: record.match.steps[record.told[step]].act)
    }
}

extension PositionValue {
    /// Bits with two decimals, or the bounds.
    public var text: String { Evaluation.Price(self).text }
}
