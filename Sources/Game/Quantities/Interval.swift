/// Where a share, such as a score, lies with 95% confidence, 0 to 1.
public struct Interval: Hashable, Sendable {
    public let lower: Double
    public let upper: Double

    init(_ middle: Double, plusMinus error: Double) {
        lower = max(middle - error, 0)
        upper = min(middle + error, 1)
    }

    /// Of a mean, from the spread of independent samples within 0 to 1.
    ///
    /// One sample of 0 and one of 1 are imagined besides, so that few or even results are not taken for
    /// certainty. Source: Agresti and Coull, “Approximate is better than exact”, 1998, two of each in games.
    public static func normal(_ samples: [Double: Double]) -> Interval {
        // In order, so that rounding is the same every time.
        let counts = samples.merging([0: 1, 1: 1], uniquingKeysWith: +).sorted { $0.key < $1.key }
        let total = counts.reduce(0) { $0 + $1.value }
        let mean = counts.reduce(0) { $0 + $1.key * $1.value } / total
        let squares = counts.reduce(0) { $0 + ($1.key - mean) * ($1.key - mean) * $1.value }
        return Interval(mean, plusMinus: z * (squares / total / total).squareRoot())
    }

    /// Of a share of wins. Source: Wilson, “Probable inference, the law of succession, and statistical inference”, 1927.
    public static func wilson(_ wins: Double, of games: Double) -> Interval {
        guard games > 0 else { return Interval(0.5, plusMinus: 0.5) }
        let rate = wins / games
        let weight = 1 + z * z / games
        let error = z * (rate * (1 - rate) / games + z * z / (4 * games * games)).squareRoot()
        return Interval((rate + z * z / (2 * games)) / weight, plusMinus: error / weight)
    }

    /// How many standard deviations 95% of a normal distribution lie within.
    private static let z = 1.959964
}
