internal import Game

/// A search of everything that can follow a position, to be asked about any position within it.
final class Prober {
    private let root: Position
    let arena: Arena
    private let lanes: [Lane]
    private let progress: ((SearchProgress) -> Void)?
    /// Whether the machine had less memory than asked for.
    let isShortOfMemory: Bool

    /// - Returns: `nil` where it is too large to be searched, or the machine has not the memory.
    init?(_ root: Position, _ mode: Mode, _ limits: SearchLimits, _ progress: ((SearchProgress) -> Void)? = nil) {
        guard let arena = Arena(root, mode: mode) else { return nil }
        let wanted = limits.memory / max(limits.threads, 1)
        var room = wanted
        var lanes: [Lane] = []
        while lanes.count < max(limits.threads, 1) {
            if let lane = Lane(arena, memory: room, place: lanes.count) {
                lanes.append(lane)
            } else if room > 1 << 16 {
                room /= 2
            } else {
                break
            }
        }
        guard !lanes.isEmpty else { return nil }
        self.root = root
        self.arena = arena
        self.lanes = lanes
        self.progress = progress
        isShortOfMemory = room < wanted
    }

    /// Bytes that could be had.
    var memory: Int { lanes.reduce(0) { $0 + $1.memory } }

    /// What Training must pay if that is at most a budget, else a lower bound of it; `nil` when stopped.
    func value(of position: Position, within budget: Int32, _ meter: inout Meter) -> Int32? {
        Lane.race(lanes, on: position, lanes.map { _ in budget }, &meter)
        return lanes.lazy.compactMap(\.value).first
    }

    /// Finds out on which side of a budget the price lies, unless the bounds say so.
    ///
    /// - Returns: whether it is known now.
    func narrow(
        _ bounds: inout Bounds, of position: Position? = nil, within budget: Int32, _ meter: inout Meter
    ) -> Bool {
        if budget >= bounds.upper || budget < bounds.lower { return true }
        return narrow(&bounds, of: position ?? root, lanes.map { _ in budget }, &meter)
    }

    /// Closes the bounds: upwards in growing strides while none is known from above, then by cutting in two, or
    /// with more threads in more.
    func close(_ bounds: inout Bounds, of position: Position? = nil, _ meter: inout Meter) -> Bool {
        var stride: Int32 = 1000
        let count = Int32(lanes.count)
        while !bounds.isClosed {
            let gap = bounds.upper - bounds.lower
            let isBounded = bounds.upper < Arena.infinite
            let budgets = (1...count).map { place in
                let ahead = isBounded ? Int64(gap) * Int64(place) / Int64(count + 1) : Int64(stride) * Int64(place)
                return min(bounds.lower + Int32(clamping: ahead), bounds.upper - 1)
            }
            if !isBounded { stride = min(stride * 2, Arena.infinite / 256) }
            guard narrow(&bounds, of: position ?? root, budgets, &meter) else { return false }
        }
        return true
    }

    private func narrow(
        _ bounds: inout Bounds, of position: Position, _ budgets: [Int32], _ meter: inout Meter
    ) -> Bool {
        watch(bounds, &meter)
        Lane.race(lanes, on: position, budgets, &meter)
        var isKnown = false
        for lane in lanes {
            guard let value = lane.value else { continue }
            bounds.narrow(value, within: lane.budget)
            isKnown = true
        }
        return isKnown
    }

    private func watch(_ bounds: Bounds, _ meter: inout Meter) {
        guard let progress else { return }
        let total = bounds.total(paid: root.corpusStrain)
        let started = meter
        let line = likelyLine
        meter.report = { nodes in
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
                let reply = lanes[0].likelyReply(to: live)
                move = position.legalProspects.first { arena.number(of: $0.divergence) == reply }?.move
            } else {
                move = lanes[0].likelyCounter(to: live)
            }
            guard let move, let next = try? position.playing(move) else { break }
            line.append(move)
            position = next
        }
        return line
    }
}
