internal import Glibc

/// Counts nodes and says when to stop.
struct Meter {
    private(set) var nodes = 0
    private(set) var isStopped: Bool
    private var mostNodes: Int
    private let deadline: Double
    private let cancellation: Cancellation
    private let started: Double
    /// Called now and then with the nodes so far.
    var report: ((Int) -> Void)?

    init(_ limits: SearchLimits, _ cancellation: Cancellation) {
        let now = Self.now
        started = now
        mostNodes = limits.nodes ?? .max
        deadline = limits.seconds.map { now + $0 } ?? .infinity
        self.cancellation = cancellation
        isStopped = cancellation.isCancelled || mostNodes <= 0
    }

    var seconds: Double { Self.now - started }

    /// Counts a node.
    ///
    /// - Returns: whether the search must stop.
    @inline(__always)
    mutating func count() -> Bool {
        if nodes >= mostNodes { isStopped = true }
        if isStopped { return true }
        nodes += 1
        if nodes & 0x3FF == 0 { look() }
        return isStopped
    }

    /// A meter with half of the nodes that are left.
    var halved: Meter {
        var meter = self
        if mostNodes < .max { meter.mostNodes = nodes + max(mostNodes - nodes, 0) / 2 }
        return meter
    }

    /// Counts the nodes of another meter.
    mutating func add(_ nodes: Int) {
        self.nodes += nodes
        if self.nodes >= mostNodes { isStopped = true }
        look()
    }

    /// Stops for a reason of the search's own, such as memory.
    mutating func stop() {
        isStopped = true
    }

    private mutating func look() {
        if cancellation.isCancelled || Self.now >= deadline { isStopped = true }
        if nodes & 0x1FFF == 0 { report?(nodes) }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
