internal import Game

/// What is proven of what Training still has to pay.
struct Bounds {
    var lower: Int32 = 0
    /// `Arena.infinite` while no finite bound is proven.
    var upper = Arena.infinite

    /// Divergence wins.
    static let infinite = Bounds(lower: Arena.infinite)
    /// Training has no more to pay.
    static let nothing = Bounds(upper: 0)

    var isInfinite: Bool { lower >= Arena.infinite }
    var isClosed: Bool { lower >= upper }

    /// Takes in the answer of a search within a threshold.
    mutating func narrow(_ value: Int32, within threshold: Int32) {
        if value <= threshold {
            upper = min(upper, value)
        } else {
            lower = max(lower, value)
        }
    }

    func total(paid: Bits) -> (lower: Bits, upper: Bits?) {
        (
            isInfinite ? paid : paid + Bits(millibits: Int(lower)),
            upper >= Arena.infinite ? nil : paid + Bits(millibits: Int(upper))
        )
    }
}
