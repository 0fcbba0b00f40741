import Game

/// How well a side played, whatever its position was worth. Source: RULES §16.
public struct Accuracy: Hashable, Sendable {
    /// The mean of 2^−loss over the moves that count, 0 to 1.
    public let share: Double
    /// The moves that count: those with a choice.
    public let moves: Int

    /// - Parameter losses: of the moves with a choice.
    /// - Returns: `nil` where there was none.
    init?(_ losses: [Loss]) {
        guard !losses.isEmpty else { return nil }
        share = losses.reduce(0) { $0 + $1.merit } / Double(losses.count)
        moves = losses.count
    }

    /// In whole percent.
    public var text: String { "\(Int((share * 100).rounded()))%" }
}
