public import Game

/// How one bot has scored against others, its wins as 1 and its draws as ½.
public struct Tally: Hashable, Sendable {
    /// Whether the games come in pairs with sides swapped.
    public let isPaired: Bool
    /// Pairs of games, or single ones, by the share of their points that was won: a multiple of ¼, 0 to 1.
    public private(set) var samples: [Double: Int] = [:]
    /// How many of the games differ from each other; `nil`: all.
    var different: Int?

    public init(isPaired: Bool) {
        self.isPaired = isPaired
    }

    /// Takes in the points of a pair of games, or of a single one.
    mutating func add(_ points: [Double]) {
        precondition(points.count == (isPaired ? 2 : 1))
        samples[points.reduce(0, +) / Double(points.count), default: 0] += 1
    }

    mutating func add(_ other: Tally) {
        precondition(isPaired == other.isPaired)
        different = (different ?? games) + (other.different ?? other.games)
        samples.merge(other.samples, uniquingKeysWith: +)
    }

    /// The same games as the opponents see them.
    var opposite: Tally {
        var tally = self
        tally.samples = Dictionary(uniqueKeysWithValues: samples.map { (1 - $0, $1) })
        return tally
    }

    private var count: Int { samples.values.reduce(0, +) }

    public var games: Int { isPaired ? 2 * count : count }

    /// The share of the points that it won, 0 to 1; ½ without games.
    public var score: Double {
        count == 0 ? 0.5 : samples.reduce(0) { $0 + $1.key * Double($1.value) } / Double(count)
    }

    /// Where the score lies with 95% confidence.
    ///
    /// Pairs count as one sample each, since the two games of a pair share what their set-up is worth to a side. Games
    /// that repeat others say nothing new: the samples count for no more than the games that differ.
    /// Source: the “pentanomial” statistics of fishtest, https://github.com/official-stockfish/fishtest.
    public var interval: Interval {
        let share = games == 0 ? 1 : min(1, Double(different ?? games) / Double(games))
        let weighed = Double(count) * share
        return isPaired ? .normal(samples.mapValues { Double($0) * share }) : .wilson(score * weighed, of: weighed)
    }
}
