public import Game
public import Solver

/// A match whose limit is still to be settled by bids. Source: RULES §15.
public struct Auction: Sendable {
    /// The rules that the match would be played by at the ruleset's own limit.
    public let rules: Rules
    /// The ruleset as its file has it.
    public let ruleset: Ruleset
    private let limits: SearchLimits
    private let cancellation: Cancellation

    public init(
        _ rules: Rules, ruleset: Ruleset, limits: SearchLimits = SearchLimits(seconds: 10),
        cancellation: Cancellation = Cancellation()
    ) {
        self.rules = rules
        self.ruleset = ruleset
        self.limits = limits
        self.cancellation = cancellation
    }

    /// What may be bid: at least a millibit, at most twice the ruleset's own limit.
    public var range: ClosedRange<Bits> { rules.ruleset.bids }

    /// The price of safety under somebody's numbers, as a bid: the most there is where it is infinite, and what is
    /// proven so far where the search was stopped.
    func price(by rules: Rules) -> Bits {
        let solution = Analysis(of: Position(rules), limits: limits, cancellation: cancellation).solution(to: .price)
        let price = solution.isInfinite ? range.upperBound : solution.priceLower
        return min(max(price, range.lowerBound), range.upperBound)
    }
}

extension Ruleset {
    /// What may be bid for the side of Training: at least a millibit, at most twice `plausibility`.
    public var bids: ClosedRange<Bits> {
        let least = Bits(millibits: 1)
        return least...max(least, limits.plausibility + limits.plausibility)
    }
}
