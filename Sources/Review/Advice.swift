public import Game
import Solver
import Text

/// What a hint or the tutor says, in plain sentences, the same on every front end.
public struct Advice: Hashable, Sendable {
    public let title: String
    public let lines: [String]
}

extension Advice {
    /// The three best moves, and what each keeps.
    public init(_ appraisal: Appraisal, hintIn shown: MatchAtStep) {
        let moves = appraisal.ranking.prefix(3)
        title =
            (appraisal.isLost ? "No move wins; these resist best" : "The best moves") + ", and what Training ends with"
        lines = moves.enumerated().map { index, move in
            "\(index + 1). “\(shown.title(shown.position.prospect(of: move)))” \(appraisal.outcome(of: move))."
        }
    }

    /// Why a move throws a proven win away, and what would not.
    public init(_ appraisal: Appraisal, warningOf move: Move, in shown: MatchAtStep) {
        let mover = shown.position.sideToMove
        title = "That throws away a proven win"
        func named(_ prospect: Prospect) -> String { "“\(shown.title(prospect))”" }
        var lines = ["\(named(shown.position.prospect(of: move))) \(appraisal.outcome(of: move))."]
        if let reply = appraisal.evaluation(of: move)?.refutation, let next = try? shown.position.playing(move) {
            lines.append("\(shown.name(mover.opponent)) would play \(named(next.prospect(of: reply))).")
        }
        if let better = appraisal.ranking.first {
            lines.append("Better: \(named(shown.position.prospect(of: better))) \(appraisal.outcome(of: better)).")
        }
        self.lines = lines
    }
}

extension Appraisal {
    /// What a move comes to with best play: `wins at 15.85 of 20.00 bits`, those that Training ends with.
    public func outcome(of move: Move) -> String {
        guard let evaluation = evaluation(of: move) else { return "is not known to lead anywhere" }
        let wins = wins(move)
        let result = wins.map { $0 ? "wins" : "loses" } ?? "is not proven to win or lose"
        if evaluation.isInfinite { return "\(result), whatever Training may pay" }
        let upper = evaluation.isProven ? "" : evaluation.upper.map { " to \($0)" } ?? " or more"
        return "\(result) at \(evaluation.lower)\(upper) of \(limit) bits"
    }
}
