internal import Solver

/// Counts the positions that a bot looks at and says when it must answer.
struct Allowance {
    private(set) var positions = 0
    private let most: Int
    private let deadline: ContinuousClock.Instant?
    private let cancellation: Cancellation

    /// - Parameter own: positions that the bot allows itself; the turn may allow fewer.
    init(_ own: Int, in turn: Turn) {
        most = min(own, turn.limits.nodes ?? .max)
        deadline = turn.limits.seconds.map { ContinuousClock.now + .seconds($0) }
        cancellation = turn.cancellation
    }

    /// Counts a position about to be looked at.
    ///
    /// - Returns: whether it may be.
    mutating func spend() -> Bool {
        guard positions < most, !cancellation.isCancelled else { return false }
        if let deadline, ContinuousClock.now >= deadline { return false }
        positions += 1
        return true
    }
}
