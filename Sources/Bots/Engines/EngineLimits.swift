/// What an outside engine may take before it forfeits.
public struct EngineLimits: Hashable, Sendable {
    /// Seconds to start and say hello, and again to read the ruleset or a position.
    public var hello: Double
    /// Seconds to think about a move.
    public var think: Double
    /// Seconds to answer once it was told to stop.
    public var grace = 2.0
    /// Seconds to end by itself once it was told to quit; after as long again it is killed.
    public var leave = 0.3
    /// The same for its guardian, which acts by itself where we are gone.
    var patience: Double { leave * 2 }
    /// Lines that it may write in a turn.
    public var lines = 10_000
    /// Bytes that it may write in a turn.
    public var bytes = 1 << 20
    /// Bytes in a line.
    public var line = 64 << 10

    public init(seconds: Double = 5) {
        hello = max(seconds, 5)
        think = seconds
    }
}
