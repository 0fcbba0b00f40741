import Game
import Solver

/// Plays the solver's best move (RULES §10); where limits stop the proof, the best it has, and says so.
public struct Perfect: Bot {
    public let name = "perfect"
    public let title = "Perfect"
    public let summary = "plays the best move there is, and says so where it could not prove it"

    /// Positions that the solver may look at for a move.
    private static let positions = 500_000

    public init() {}

    public func reply(to turn: Turn) -> Reply {
        let analysis = Analysis(of: turn.position, limits: share(of: turn.limits), cancellation: turn.cancellation)
        let best = analysis.bestMove()
        // All moves that lose whatever is paid are equally good, but the cheapest leaves most room for mistakes.
        if best.isInfinite, turn.position.sideToMove == .training { return Reply(Greedy().move(in: turn.position)) }
        let note = best.isBest ? nil : note(on: best, turn.position.sideToMove)
        return Reply(best.move ?? searched(turn), note: note)
    }

    /// What the solver may use; the rest is for a search, should it prove too little.
    private func share(of limits: SearchLimits) -> SearchLimits {
        var share = limits
        share.nodes = min(Self.positions, limits.nodes.map { $0 - $0 / 4 } ?? .max)
        share.seconds = limits.seconds.map { $0 * 0.75 }
        return share
    }

    /// What the strongest level plays with the rest of what the turn allows.
    private func searched(_ turn: Turn) -> Move {
        var turn = turn
        turn.limits.nodes = turn.limits.nodes.map { $0 / 4 }
        turn.limits.seconds = turn.limits.seconds.map { $0 / 4 }
        return Search(level: Search.levels.upperBound).reply(to: turn).move
    }

    private func note(on best: BestMove, _ side: Side) -> String {
        guard let winner = best.winner else {
            return "The solver was stopped before it had proven who wins, so this move is the search's best guess."
        }
        guard winner == side else {
            return "It is proven that every move loses, but not that this one resists best."
        }
        return best.move == nil
            ? "It is proven that some move wins, but not that this one does."
            : "It is proven that this move wins, but not that no other is better."
    }
}
