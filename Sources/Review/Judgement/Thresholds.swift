public import Game

/// From what loss on a move is marked. Source: RULES §16.
public struct Thresholds: Hashable, Sendable {
    public var mistake: Bits
    public var inaccuracy: Bits

    /// - Precondition: 0 < `inaccuracy` ≤ `mistake`.
    public init(mistake: Bits = Bits(millibits: 1500), inaccuracy: Bits = Bits(millibits: 500)) {
        precondition(.zero < inaccuracy && inaccuracy <= mistake, "thresholds out of order")
        self.mistake = mistake
        self.inaccuracy = inaccuracy
    }
}
