import Game
import Solver

/// Plays by Monte-Carlo tree search; levels differ in nothing but how many positions they look at.
public struct Search: Bot {
    public let level: Int
    /// Positions that it looks at for a move at most, those of playouts included.
    public let positions: Int

    /// - Precondition: the level is one of `levels`.
    public init(level: Int) {
        self.level = level
        positions = Self.budgets[level - 1]
    }

    /// From the weakest to the strongest.
    public static let levels = 1...budgets.count

    /// Each level was seen to beat the one below on `alice`, by `credulity tournament`.
    private static let budgets = [50, 200, 800, 2500, 10_000, 60_000]

    public var name: String { "level-\(level)" }
    public var title: String { "Level \(level)" }

    public var summary: String {
        let thousands = positions / 1000
        let rest = String(positions % 1000)
        let zeros = String(repeating: "0", count: 3 - rest.count)
        let spelled = thousands > 0 ? "\(thousands),\(zeros)\(rest)" : rest
        let weaker = level > 1 ? "level \(level - 1)" : "random"
        return "looks at \(spelled) positions before it moves; stronger than \(weaker)"
    }

    public func reply(to turn: Turn) -> Reply {
        Reply(Search.best(in: turn, positions: positions) ?? Greedy().move(in: turn.position))
    }

    /// The best move that so many positions show; `nil` where there was no time for any.
    ///
    /// - Parameter candidates: legal moves to choose from, if not from all.
    static func best(in turn: Turn, among candidates: [Move]? = nil, positions: Int) -> Move? {
        var tree = SearchTree(turn.position, among: candidates, random: turn.random)
        var limits = turn.limits
        limits.nodes = min(positions, limits.nodes ?? .max)
        var budget = Budget(limits, turn.cancellation, lookingEvery: 16)
        while tree.grow(&budget) {}
        return tree.best
    }
}
