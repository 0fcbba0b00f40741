internal import Glibc

/// An amount of surprisal, held as whole millibits so that sums and comparisons are exact everywhere.
///
/// Source: RULES §1.
public struct Bits: Hashable, Comparable, Sendable {
    /// Thousandths of a bit.
    public var millibits: Int

    public init(millibits: Int) {
        self.millibits = millibits
    }

    /// The surprisal of a probability: `round(−1000 · log2 p)` millibits, halves away from zero.
    ///
    /// - Precondition: 0 < `probability` ≤ 1.
    public init(surprisalOf probability: Double) {
        precondition(probability > 0 && probability <= 1, "surprisal needs 0 < p ≤ 1, not \(probability)")
        millibits = Int((-1000 * log2(probability)).rounded(.toNearestOrAwayFromZero))
    }

    /// The probability whose surprisal this is, 2^−bits.
    public var probability: Double {
        exp2(-Double(millibits) / 1000)
    }

    public static func < (left: Bits, right: Bits) -> Bool {
        left.millibits < right.millibits
    }
}

extension Bits: AdditiveArithmetic {
    public static let zero = Bits(millibits: 0)

    public static func + (left: Bits, right: Bits) -> Bits {
        Bits(millibits: left.millibits + right.millibits)
    }

    public static func - (left: Bits, right: Bits) -> Bits {
        Bits(millibits: left.millibits - right.millibits)
    }
}

extension Bits: CustomStringConvertible {
    /// The bits with two decimals, such as `6.64`; halves away from zero.
    public var description: String {
        let hundredths = (abs(millibits) + 5) / 10
        let decimals = hundredths % 100
        let sign = millibits < 0 && hundredths > 0 ? "-" : ""
        return "\(sign)\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }

    /// The credence beside the bits: a percentage above one half, else `1 in n`.
    public var credenceText: String {
        let probability = self.probability
        guard probability <= 0.5 else {
            let percent = Int((probability * 100).rounded())
            return percent == 100 && millibits > 0 ? ">99%" : "\(percent)%"
        }
        let odds = 1 / probability
        return odds < 1e15 ? "1 in \(legible(Int(odds.rounded())))" : "1 in 2^\(millibits / 1000)"
    }

    /// Three significant digits of a number too long to be read at a glance.
    private func legible(_ number: Int) -> Int {
        guard number >= 10_000 else { return number }
        var scale = 1
        while number / scale >= 1000 { scale *= 10 }
        return (number + scale / 2) / scale * scale
    }
}
