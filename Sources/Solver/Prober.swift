internal import Engine

/// A search of everything that can follow a position, to be asked about any position within it.
final class Prober {
    private let root: Position
    let arena: Arena
    private var search: Search
    private let progress: ((SearchProgress) -> Void)?

    /// - Returns: `nil` where it is too large to be searched, or the machine has not the memory.
    init?(_ root: Position, _ mode: Mode, memory: Int, _ progress: ((SearchProgress) -> Void)? = nil) {
        guard let arena = Arena(root, mode: mode) else { return nil }
        var room = memory
        var made = Search(arena, memory: room)
        while made == nil, room > 1 << 16 {
            room /= 2
            made = Search(arena, memory: room)
        }
        guard let search = made else { return nil }
        self.root = root
        self.arena = arena
        self.search = search
        self.progress = progress
        isShortOfMemory = room < memory
    }

    let isShortOfMemory: Bool

    /// Bytes that could be had.
    var memory: Int { search.memory }

    /// What Training must pay if that is at most a budget, else a lower bound of it; `nil` when stopped.
    func value(of position: Position, within budget: Int32, _ meter: inout Meter) -> Int32? {
        search.meter = meter
        defer { meter = search.meter }
        return search.value(of: position, within: budget)
    }

    /// Finds out on which side of a budget the root's price lies, unless the bounds say so.
    ///
    /// - Returns: whether it is known now.
    func narrow(
        _ bounds: inout Bounds, of position: Position? = nil, within budget: Int32, _ meter: inout Meter
    ) -> Bool {
        if budget >= bounds.upper || budget < bounds.lower { return true }
        watch(bounds, &meter)
        guard let value = value(of: position ?? root, within: budget, &meter) else { return false }
        bounds.narrow(value, within: budget)
        return true
    }

    /// Closes the bounds: upwards in growing strides while none is known from above, then by halves.
    func close(_ bounds: inout Bounds, of position: Position? = nil, _ meter: inout Meter) -> Bool {
        var stride: Int32 = 1000
        while !bounds.isClosed {
            var budget = bounds.lower + (bounds.upper - bounds.lower) / 2
            if bounds.upper >= Arena.infinite {
                budget = min(bounds.lower + stride, Arena.infinite - 1)
                stride = min(stride * 2, Arena.infinite / 4)
            }
            guard narrow(&bounds, of: position, within: budget, &meter) else { return false }
        }
        return true
    }

    private func watch(_ bounds: Bounds, _ meter: inout Meter) {
        guard let progress else { return }
        let total = bounds.total(paid: root.corpusStrain)
        let started = meter
        meter.report = { nodes in
            progress(
                SearchProgress(
                    nodes: nodes, seconds: started.seconds, priceLower: total.lower, priceUpper: total.upper, line: []))
        }
    }
}
