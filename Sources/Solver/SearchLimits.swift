internal import Synchronization

/// What a search may use before it stops and says what it knows.
public struct SearchLimits: Sendable {
    /// Positions looked at; `nil` for any number.
    public var nodes: Int?
    /// Seconds of wall time; `nil` for ever.
    public var seconds: Double?
    /// Bytes for what a search remembers.
    public var memory: Int

    public init(nodes: Int? = nil, seconds: Double? = nil, memory: Int = 256 << 20) {
        self.nodes = nodes
        self.seconds = seconds
        self.memory = memory
    }
}

/// A flag by which another thread, or a signal's handler, stops a search.
public final class Cancellation: Sendable {
    private let flag = Atomic(false)

    public init() {}

    public func cancel() {
        flag.store(true, ordering: .relaxed)
    }

    public var isCancelled: Bool {
        flag.load(ordering: .relaxed)
    }
}
