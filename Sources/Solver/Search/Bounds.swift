internal import Game

/// What is proven of what Training still has to pay.
struct Bounds {
    var lower: Price = 0
    /// `infinite` while no finite bound is proven.
    var upper: Price = .infinite

    /// Divergence wins whatever is paid.
    static let infinite = Bounds(lower: .infinite)
    /// Training has no more to pay.
    static let nothing = Bounds(upper: 0)

    var isInfinite: Bool { lower >= .infinite }
    var isClosed: Bool { lower >= upper }

    /// Takes in the answer of a search that was asked about a threshold.
    mutating func narrow(_ value: Price, at threshold: Price) {
        if value <= threshold {
            upper = min(upper, value)
        } else {
            lower = max(lower, value)
        }
    }

    /// The same with what has been paid.
    func total(paid: Bits) -> (lower: Bits, upper: Bits?) {
        (
            isInfinite ? paid : paid + Bits(millibits: Int(lower)),
            upper >= .infinite ? nil : paid + Bits(millibits: Int(upper))
        )
    }

    /// Who wins a position at the limit; `nil` where the bounds leave it open.
    func winner(in position: Position) -> Side? {
        guard position.affordable >= 0 else {
            // Nothing more can be paid for, not even what is free.
            return position.sideToMove == .divergence && !position.canGoOn ? .training : .divergence
        }
        if upper <= position.affordable { return .training }
        return lower > position.affordable ? .divergence : nil
    }
}
