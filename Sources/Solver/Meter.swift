internal import Glibc

/// Counts nodes and says when to stop.
struct Meter {
    private(set) var nodes = 0
    private(set) var isStopped: Bool
    private var mostNodes: Int
    private let deadline: Double
    /// Raised when another thread has found the answer.
    private var finish: Cancellation?
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

    /// A meter for one of several threads, with its share of the nodes that are left.
    func share(of threads: Int, until finish: Cancellation) -> Meter {
        var meter = self
        if mostNodes < .max { meter.mostNodes = nodes + max(mostNodes - nodes, 0) / threads }
        meter.finish = finish
        return meter
    }

    /// Counts the nodes of other threads.
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
        if cancellation.isCancelled || finish?.isCancelled == true || Self.now >= deadline { isStopped = true }
        if nodes & 0x1FFF == 0 { report?(nodes) }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
