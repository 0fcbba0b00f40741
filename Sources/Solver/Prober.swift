internal import Game

/// A search of everything that can follow a position, to be asked about any position within it.
final class Prober {
    private let root: Position
    let arena: Arena
    private var search: Search
    private let progress: ((SearchProgress) -> Void)?
    /// Whether the machine had less memory than asked for.
    let isShortOfMemory: Bool

    /// - Returns: `nil` where it is too large to be searched, or the machine has not the memory.
    init?(_ root: Position, _ mode: Mode, _ limits: SearchLimits, _ progress: ((SearchProgress) -> Void)? = nil) {
        guard let arena = Arena(root, mode: mode) else { return nil }
        var room = limits.memory
        var search = Search(arena, memory: room)
        while search == nil, room > 1 << 16 {
            room /= 2
            search = Search(arena, memory: room)
        }
        guard let search else { return nil }
        self.root = root
        self.arena = arena
        self.search = search
        self.progress = progress
        isShortOfMemory = room < limits.memory
    }

    /// Bytes that could be had.
    var memory: Int { search.memory }

    /// What Training must pay if that is at most a threshold, else a lower bound of it; `nil` when stopped.
    func value(of position: Position, within threshold: Int32, _ budget: inout Budget) -> Int32? {
        search.budget = budget
        defer {
            budget = search.budget
            budget.report = nil
        }
        return search.value(of: position, within: threshold)
    }

    /// Finds out on which side of a threshold the price lies, unless the bounds say so.
    ///
    /// - Returns: whether it is known now.
    func narrow(
        _ bounds: inout Bounds, of position: Position? = nil, within threshold: Int32, _ budget: inout Budget
    ) -> Bool {
        if threshold >= bounds.upper || threshold < bounds.lower { return true }
        watch(bounds, &budget)
        guard let value = value(of: position ?? root, within: threshold, &budget) else { return false }
        bounds.narrow(value, within: threshold)
        return true
    }

    /// Closes the bounds: upwards in growing strides while none is known from above, then by cutting in two.
    func close(_ bounds: inout Bounds, of position: Position? = nil, _ budget: inout Budget) -> Bool {
        var stride: Int32 = 1000
        while !bounds.isClosed {
            let isBounded = bounds.upper < Arena.infinite
            let ahead = isBounded ? (bounds.upper - bounds.lower) / 2 : stride
            if !isBounded { stride = min(stride * 2, Arena.infinite / 256) }
            let threshold = min(bounds.lower + ahead, bounds.upper - 1)
            guard narrow(&bounds, of: position, within: threshold, &budget) else { return false }
        }
        return true
    }

    private func watch(_ bounds: Bounds, _ budget: inout Budget) {
        guard let progress else { return }
        let total = bounds.total(paid: root.corpusStrain)
        let started = budget
        let line = likelyLine
        budget.report = { nodes in
            progress(
                SearchProgress(
                    nodes: nodes, seconds: started.seconds, priceLower: total.lower, priceUpper: total.upper,
                    line: line))
        }
    }

    /// The first moves of the best line so far: those that answered best when last tried.
    private var likelyLine: [Move] {
        var position = root
        var line: [Move] = []
        while line.count < 6, let live = arena.number(of: position.live) {
            let move: Move?
            if position.sideToMove == .divergence {
                let reply = search.likelyReply(to: live)
                move = position.legalProspects.first { arena.number(of: $0.divergence) == reply }?.move
            } else {
                move = search.likelyCounter(to: live)
            }
            guard let move, let next = try? position.playing(move) else { break }
            line.append(move)
            position = next
        }
        return line
    }
}
