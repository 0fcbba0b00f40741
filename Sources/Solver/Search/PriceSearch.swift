internal import Game

/// A search of everything that can follow a position, to be asked what any position within it costs.
final class PriceSearch {
    let graph: VariantGraph
    let mode: Mode
    private let root: Position
    private var search: Search
    private let progress: ((SearchProgress) -> Void)?
    /// Whether the machine had less memory than asked for.
    let isShortOfMemory: Bool

    /// - Parameter mode: the match's, or hard, to leave out deliberate data.
    /// - Returns: `nil` where it is too large to be searched, the machine has not the memory, or it was cancelled.
    init?(_ analysis: Analysis, _ mode: Mode) {
        guard let graph = VariantGraph(analysis.position, mode: mode, unless: analysis.cancellation) else { return nil }
        let limits = analysis.limits
        var room = limits.memory
        var search = Search(graph, memory: room)
        while search == nil, room > 1 << 16 {
            room /= 2
            search = Search(graph, memory: room)
        }
        guard let search else { return nil }
        self.graph = graph
        self.mode = mode
        root = analysis.position
        self.search = search
        progress = analysis.progress
        isShortOfMemory = room < limits.memory
    }

    /// Bytes that could be had.
    var memory: Int { search.memory }

    /// An upper bound of what Training still has to pay if that is at most a threshold, else a lower one; `nil` when
    /// stopped.
    func value(of position: Position, at threshold: Price, _ budget: inout Budget) -> Price? {
        search.budget = budget
        defer {
            budget = search.budget
            budget.report = nil
        }
        return search.value(of: position, at: threshold)
    }

    /// Finds out on which side of a threshold the price lies, unless the bounds say so.
    ///
    /// - Returns: whether it is known now.
    func narrow(
        _ bounds: inout Bounds, of position: Position? = nil, at threshold: Price, _ budget: inout Budget
    ) -> Bool {
        if threshold >= bounds.upper || threshold < bounds.lower { return true }
        watch(bounds, &budget)
        guard let value = value(of: position ?? root, at: threshold, &budget) else { return false }
        bounds.narrow(value, at: threshold)
        return true
    }

    /// Closes the bounds: by growing strides while no finite price is known to be enough, then by bisection.
    ///
    /// - Returns: whether they are closed now.
    func close(_ bounds: inout Bounds, of position: Position? = nil, _ budget: inout Budget) -> Bool {
        var stride: Price = 1000
        while !bounds.isClosed {
            let isBounded = bounds.upper < .infinite
            let ahead = isBounded ? (bounds.upper - bounds.lower) / 2 : stride
            if !isBounded { stride = min(stride * 2, .infinite / 256) }
            let threshold = min(bounds.lower + ahead, bounds.upper - 1)
            guard narrow(&bounds, of: position, at: threshold, &budget) else { return false }
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
        while line.count < 6, let live = graph.number(of: position.live) {
            let move: Move?
            if position.sideToMove == .divergence {
                let reply = search.likelyReply(to: live)
                move = position.legalProspects.first { graph.number(of: $0.divergence) == reply }?.move
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
