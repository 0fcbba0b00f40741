/// Counts the positions that a search looks at, and says when it must stop.
package struct Budget {
    /// Positions looked at so far.
    package private(set) var nodes = 0
    package private(set) var isSpent: Bool
    private var mostNodes: Int
    private let started = ContinuousClock.now
    private var deadline: ContinuousClock.Instant?
    private let cancellation: Cancellation
    /// The clock is looked at whenever these bits of the count are 0.
    private let clockMask: Int
    /// Called now and then with the nodes so far.
    var report: ((Int) -> Void)?

    /// - Parameter interval: nodes between looks at the clock and the flag, a power of two: few where a node takes long.
    package init(_ limits: SearchLimits, _ cancellation: Cancellation, lookingEvery interval: Int = 1024) {
        mostNodes = limits.nodes ?? .max
        deadline = limits.seconds.map { [started] in started + .seconds($0) }
        self.cancellation = cancellation
        clockMask = interval - 1
        isSpent = cancellation.isCancelled || mostNodes <= 0
    }

    var seconds: Double { (ContinuousClock.now - started) / .seconds(1) }

    /// Counts a node about to be looked at.
    ///
    /// - Returns: whether it may be.
    @inline(__always)
    package mutating func spend() -> Bool {
        if nodes >= mostNodes { isSpent = true }
        if isSpent { return false }
        nodes += 1
        if nodes & clockMask == 0 { look() }
        return !isSpent
    }

    /// Counts the nodes of a search that had a budget of its own.
    mutating func spend(_ nodes: Int) {
        self.nodes += nodes
        if self.nodes >= mostNodes { isSpent = true }
        look()
    }

    /// A budget of half the nodes that are left.
    var halved: Budget {
        var half = self
        if mostNodes < .max { half.mostNodes = nodes + max(mostNodes - nodes, 0) / 2 }
        return half
    }

    /// A budget of half the time and nodes that are left, for one question of many.
    var part: Budget {
        var part = halved
        if let deadline { part.deadline = .now + (deadline - .now) / 2 }
        return part
    }

    /// Counts what a part of it has used; that the part is spent does not end the whole.
    mutating func take(_ part: Budget) {
        nodes = part.nodes
        if nodes >= mostNodes { isSpent = true }
        look()
    }

    /// Stops for a reason of the search's own, such as memory.
    mutating func exhaust() {
        isSpent = true
    }

    private mutating func look() {
        if cancellation.isCancelled { isSpent = true }
        if let deadline, ContinuousClock.now >= deadline { isSpent = true }
        if nodes & 0x1FFF == 0 { report?(nodes) }
    }
}
