public import Game

/// What a search is to find out.
public enum Question: Sendable {
    /// Who wins within the limit of `plausibility`.
    case winner
    /// The price of safety to the millibit, and so who wins.
    case price
}

/// What a search has proven of a position, and no more. Source: RULES §10.
public struct Solution: Hashable, Sendable {
    /// Who wins with best play at the limit; `nil`: not proven.
    public var winner: Side?
    /// Whether Training, if it wins, can do so with ordinary data alone; `nil` also where that is not proven.
    public var grade: Mode?
    /// Whether the question is answered.
    public var isProven = false
    /// The price of safety is at least this, what has been paid included.
    public var priceLower: Bits
    /// The price of safety is at most this; `nil`: no finite bound is proven.
    public var priceUpper: Bits?
    /// Whether Divergence is proven to win whatever Training may pay.
    public var isInfinite = false
    /// Best play for both from the position on; shorter, or empty, where the search was stopped.
    public var line: [Move] = []
    public var nodes = 0
    public var seconds = 0.0
    /// Bytes that the search had to remember with.
    public var memory = 0
    /// Whether the machine had less memory than the limits allow.
    public var isShortOfMemory = false

    init(priceLower: Bits) {
        self.priceLower = priceLower
    }
}

/// What one move leads to. Source: RULES §10.
public struct MoveEvaluation: Hashable, Sendable {
    public let move: Move
    /// The price of safety after it is at least this.
    public let lower: Bits
    /// The price of safety after it is at most this; `nil`: no finite bound is proven.
    public let upper: Bits?
    /// Whether Divergence is proven to win after it whatever Training may pay.
    public let isInfinite: Bool
    /// The opponent's first reply that wins, where some does and that is proven.
    public let refutation: Move?

    /// Whether the bounds are closed.
    public var isProven: Bool { isInfinite || upper == lower }
}

/// How far a search has come.
public struct SearchProgress: Sendable {
    public let nodes: Int
    public let seconds: Double
    public let priceLower: Bits
    public let priceUpper: Bits?
    /// The beginning of the best line so far.
    public let line: [Move]
}
