public import Bots
public import Game
public import Solver
import Text

/// What the moves of a turn are proven to lead to, and which of them is best.
public struct Appraisal: Hashable, Sendable {
    /// In canonical order, `concede` last.
    private let moves: [MoveEvaluation]
    /// The best move as far as is known; legal.
    public let best: Move
    private let side: Side
    private let limit: Bits

    /// Costs a search for every legal move, as far as the turn's limits allow.
    public init(of turn: Turn) {
        let position = turn.position
        let analysis = Analysis(of: position, limits: turn.limits, cancellation: turn.cancellation)
        side = position.sideToMove
        limit = position.limit(of: .training)
        moves = analysis.evaluations()
        best = Perfect().reply(to: turn).move
    }

    public func evaluation(of move: Move) -> MoveEvaluation? {
        moves.first { $0.move == move }
    }

    /// Whether the mover wins with best play after the move; `nil` where neither is proven.
    public func wins(_ move: Move) -> Bool? {
        guard let evaluation = evaluation(of: move) else { return nil }
        if evaluation.most <= limit.millibits { return side == .training }
        return evaluation.least > limit.millibits ? side == .divergence : nil
    }

    /// Whether the mover is proven to win, but not after the move.
    public func throwsAwayWin(_ move: Move) -> Bool {
        wins(move) == false && moves.contains { wins($0.move) == true }
    }

    /// Whether the mover is proven to lose whatever is played.
    public var isLost: Bool {
        moves.allSatisfy { wins($0.move) == false }
    }
}

extension MoveEvaluation {
    /// The bounds of the price in millibits, where any number is less than none.
    fileprivate var least: Int { isInfinite ? .max : lower.millibits }
    fileprivate var most: Int { isInfinite ? .max : upper?.millibits ?? .max - 1 }
}

extension Appraisal {
    /// What to say of the best move, under the name it has in the list.
    public func hint(_ name: String) -> String {
        let name = name.capitalizedFirst
        if isLost { return "No move wins against best play; \(name) resists best." }
        guard wins(best) == true, let evaluation = evaluation(of: best) else {
            return "Hint: \(name) looks best; who wins is not proven."
        }
        if evaluation.isInfinite { return "Hint: \(name) keeps a proven win at any price." }
        let price = evaluation.upper.map { $0 == evaluation.lower ? " at \($0) bits" : "" } ?? ""
        return "Hint: \(name) keeps a proven win\(price)."
    }
}
