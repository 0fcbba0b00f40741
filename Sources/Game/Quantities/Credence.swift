import Text

/// How probable a claim is held to be: more than 0, at most 1, in whole millionths.
///
/// Source: RULES §1 and §11, which allow six decimals.
public struct Credence: Hashable, Comparable, Sendable {
    /// 1 to 1,000,000.
    public let millionths: Int

    /// Certainty, which costs nothing to claim.
    public static let certain = Credence(nearest: .zero)

    /// `nil` outside 1 to 1,000,000.
    public init?(millionths: Int) {
        guard (1...1_000_000).contains(millionths) else { return nil }
        self.millionths = millionths
    }

    /// The nearest to what costs so many bits.
    public init(nearest bits: Bits) {
        millionths = max(1, min(Int((bits.probability * 1_000_000).rounded()), 1_000_000))
    }

    public var probability: Double {
        Double(millionths) / 1_000_000
    }

    /// What it costs to claim something of this credence.
    public var bits: Bits {
        Bits(surprisalOf: probability)
    }

    public static func < (left: Credence, right: Credence) -> Bool {
        left.millionths < right.millionths
    }
}

extension Credence: CustomStringConvertible {
    /// The shortest decimal, such as `0.25`.
    public var description: String {
        decimal(millionths, places: 6)
    }
}
