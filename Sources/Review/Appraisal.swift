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
    /// What Training may strain.
    let limit: Bits

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

    /// The moves from the best down, without conceding.
    public var ranking: [Move] {
        func isBetter(_ one: MoveEvaluation, _ other: MoveEvaluation) -> Bool {
            if (one.move == best) != (other.move == best) { return one.move == best }
            return side == .training ? one.most < other.most : one.least > other.least
        }
        return moves.filter { $0.move != .concede }.enumerated().sorted { one, other in
            if isBetter(one.element, other.element) { return true }
            return !isBetter(other.element, one.element) && one.offset < other.offset
        }.map(\.element.move)
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
