public import Game
public import Solver

/// One thing that is told of a match, as it is judged.
public struct JudgedAct: Sendable {
    /// Whose act it is.
    public let side: Side
    /// The move; `nil` where a number was settled or a card coined, which is nobody's loss.
    public let move: Move?
    /// The moves that were to be had, but for conceding where the side did not.
    public let choices: Int
    /// `nil` where it is no move, or not proven.
    public internal(set) var loss: Loss?
    public internal(set) var mark: Mark?
    /// Best play from where it was made, as far as that was worked out.
    public internal(set) var line: [Move] = []
    /// What every legal move came to there, the best first and conceding last; empty until that is worked out.
    public internal(set) var ranking: [RankedMove] = []
    /// Why it is marked.
    public internal(set) var why: Why?

    /// Whether it counts for how accurately its side played.
    public var isChoice: Bool { move != nil && choices > 1 }

    /// The best that there was besides what was played, at most so many.
    public func alternatives(_ count: Int = 3) -> [RankedMove] {
        Array(ranking.filter { $0.move != move && $0.move != .concede }.prefix(count))
    }

    /// What the best move came to; `nil` until that is worked out.
    public var best: RankedMove? { ranking.first }
}

/// A legal move, with what it came to.
public struct RankedMove: Hashable, Sendable {
    public let move: Move
    public let value: PositionValue
}
