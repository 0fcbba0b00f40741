internal import Game

/// The solver proper: a depth-first search of one threshold at a time that learns from every answer.
///
/// At each node it asks whether Training can answer everything for no more than the threshold. Each answer comes with its
/// reason: a refutation with the variants that Divergence needs uncaught, a defence with those that the corpus must catch.
/// Since a corpus that catches more is never worse for Training at an equal or earlier pivotal act, the answer holds
/// wherever the reason does, and is remembered so (`LearnedBounds`). And a counter that leaves a refutation of another
/// counter standing needs no search of its own (`CounterPicker`).
struct Search: ~Copyable {
    let graph: VariantGraph
    private var learned: LearnedBounds
    private let stack: SearchStack
    private var picker: CounterPicker
    private let masks: CatchMasks
    var budget = Budget(SearchLimits(), Cancellation())
    private let words: Int
    /// By variant: the counter that last answered it, and the variant that last refuted an answer to it; else -1.
    private let bestCounter: UnsafeMutablePointer<Int32>
    private let bestMove: UnsafeMutablePointer<Int32>

    /// When counters are sorted: how many millibits dearer one may be for each step that it hobbles less.
    private static let hobbleWeight: Int32 = 3000
    /// The same for each variant that it catches more.
    private static let catchWeight: Int32 = 60

    /// - Returns: `nil` where the machine has not the memory.
    init?(_ graph: VariantGraph, memory: Int) {
        words = (graph.count + 64) / 64
        guard let masks = CatchMasks(graph, words: words, bytes: memory / 2),
            let stack = SearchStack(variants: graph.count, words: words),
            let learned = LearnedBounds(variants: graph.count, bytes: memory / 2),
            let bestCounter = Memory.zeroed(Int32.self, graph.count + 1),
            let bestMove = Memory.zeroed(Int32.self, graph.count + 1)
        else { return nil }
        self.graph = graph
        self.masks = masks
        self.stack = stack
        self.learned = learned
        picker = CounterPicker(words: words)
        self.bestCounter = bestCounter
        self.bestMove = bestMove
        bestCounter.update(repeating: -1, count: graph.count + 1)
        bestMove.update(repeating: -1, count: graph.count + 1)
    }

    deinit {
        Memory.free(bestCounter)
        Memory.free(bestMove)
    }

    /// Bytes of learned bounds that could be had.
    var memory: Int { learned.bytes }

    /// The variant that last refuted an answer to another; `nil` where none has.
    func likelyReply(to live: Int) -> Int? {
        bestMove[live] < 0 ? nil : Int(bestMove[live])
    }

    /// The counter that last answered a variant; `nil` where none has.
    func likelyCounter(to live: Int) -> Move? {
        bestCounter[live] < 0 ? nil : graph.counters[live][Int(bestCounter[live])].move
    }

    /// An upper bound of what Training still has to pay if that is at most a threshold, else a lower one; `nil` when
    /// stopped.
    mutating func value(of position: Position, at threshold: Price) -> Price? {
        guard let node = Node(position, in: graph) else { return nil }
        let caught = stack.caught(0)
        caught.removeAll(words: words)
        for datum in position.corpus {
            let evidence = position.rules.evidence(in: datum)
            for variant in 0..<graph.count where graph.isWhacked(variant, by: evidence) { caught.insert(variant) }
        }
        let value = position.sideToMove == .divergence ? divergence(node, threshold) : training(node, threshold)
        return budget.isSpent || masks.isExhausted ? nil : value
    }

    /// Divergence to move; the reason goes to the stack.
    private mutating func divergence(_ node: Node, _ threshold: Price) -> Price {
        guard budget.spend() else { return 0 }
        let caught = stack.caught(node.ply)
        let reason = stack.divergenceReason(node.ply)
        let passes = node.fresh > 0 ? 1 : 0
        // 1. A move that is known to refute, without a search.
        for pass in 0...passes {
            if let bound = knownRefutation(node, isProposal: pass == 1, above: threshold) { return bound }
        }
        // 2. Every move in turn: the last that refuted, the others from the dearest to counter, fresh proposals.
        reason.removeAll(words: words)
        var value: Price = 0
        var lastStep = graph.usefulUntil
        let first = Int(bestMove[node.live])
        for pass in -1...passes {
            for number in pass == 1 ? graph.proposals[0] : graph.moves[node.live] {
                let variant = Int(number)
                if pass != 1, (variant == first) != (pass == -1) { continue }
                // 3. Training need not answer what comes too late or is caught: that is part of the reason.
                if graph.horizons[variant] >= node.step {
                    lastStep = min(lastStep, graph.horizons[variant])
                    continue
                }
                guard !caught.has(variant) else {
                    reason.insert(variant)
                    continue
                }
                // 4. Nor what it is known to have a defence to.
                let next = node.playing(variant, isProposal: pass == 1)
                if let bound = learned.defence(at: next, caught, within: threshold) {
                    for other in learned.reason(bound) { reason.insert(Int(other)) }
                    lastStep = min(lastStep, bound.step)
                    value = max(value, bound.price)
                    continue
                }
                // 5. Search; one refutation is enough.
                let cost = training(next, threshold)
                if budget.isSpent { return 0 }
                let found = stack[training: node.ply]
                if cost > threshold {
                    bestMove[node.live] = Int32(variant)
                    reason.copy(stack.trainingReason(node.ply), words: words)
                    reason.insert(variant)
                    stack[divergence: node.ply] = terms(variant, isProposal: pass == 1, found.step, found.fresh)
                    return cost
                }
                reason.formUnion(stack.trainingReason(node.ply), words: words)
                lastStep = min(lastStep, found.step)
                value = max(value, cost)
            }
        }
        stack[divergence: node.ply] = (lastStep, node.fresh)
        return value
    }

    /// Looks for a move of Divergence that is known to cost more than a threshold, and if there is one sets the reason.
    private mutating func knownRefutation(_ node: Node, isProposal: Bool, above threshold: Price) -> Price? {
        let caught = stack.caught(node.ply)
        let reason = stack.divergenceReason(node.ply)
        for number in isProposal ? graph.proposals[0] : graph.moves[node.live] {
            let variant = Int(number)
            guard !caught.has(variant), graph.horizons[variant] < node.step else { continue }
            if graph.cheapest[variant] > threshold {
                reason.removeAll(words: words)
                reason.insert(variant)
                stack[divergence: node.ply] = terms(variant, isProposal: isProposal, 0, 0)
                return graph.cheapest[variant]
            }
            let next = node.playing(variant, isProposal: isProposal)
            guard let bound = learned.refutation(at: next, caught, above: threshold) else { continue }
            reason.removeAll(words: words)
            reason.insert(variant)
            for other in learned.reason(bound) { reason.insert(Int(other)) }
            stack[divergence: node.ply] = terms(variant, isProposal: isProposal, bound.step, bound.fresh)
            return bound.price
        }
        return nil
    }

    /// What playing a variant is bound to, given what its refutation is bound to.
    @inline(__always)
    private func terms(_ variant: Int, isProposal: Bool, _ step: Int32, _ fresh: Int32) -> SearchStack.Terms {
        (max(graph.horizons[variant] + 1, step), fresh + (isProposal ? 1 : 0))
    }

    /// Training to move against a live variant; the reason goes to the stack.
    private mutating func training(_ node: Node, _ threshold: Price) -> Price {
        guard budget.spend() else { return 0 }
        let counters = graph.counters[node.live]
        let reason = stack.trainingReason(node.ply)
        reason.removeAll(words: words)
        // 1. List the counters within the threshold, the most promising first.
        let firstPlace = picker.candidateCount
        let firstRefutation = picker.refutationCount
        defer { picker.reset(candidates: firstPlace, refutations: firstRefutation) }
        var (value, firstStep) = listCounters(node, threshold)
        var fewest: Int32 = 0
        // 2. Try them; each refutation also tells which of the others need not be tried.
        for place in firstPlace..<picker.candidateCount {
            let index = picker.counter(place)
            let counter = counters[index]
            let mask = masks[counter.evidence]
            let next = node.playing(counter)
            let rest = threshold - counter.cost
            if let known = picker.refutation(from: firstRefutation, leftBy: mask, step: next.step, above: rest) {
                value = min(value, known.price.adding(counter.cost))
                firstStep = max(firstStep, known.step - counter.hobbles)
                continue
            }
            guard next.ply < stack.plies, !masks.isExhausted else {
                budget.exhaust()
                return 0
            }
            stack.push(mask, at: node.ply)
            let price = divergence(next, rest)
            if budget.isSpent { return 0 }
            let found = stack[divergence: next.ply]
            let because = stack.divergenceReason(next.ply)
            if price <= rest {
                bestCounter[node.live] = Int32(index)
                reason.become(because, without: mask, words: words)
                let lastStep = min(found.step, graph.usefulUntil) - counter.hobbles
                return answer(.defence, node, price + counter.cost, (lastStep, node.fresh))
            }
            reason.formUnion(because, words: words)
            picker.remember(because, .init(price: price, step: found.step))
            value = min(value, price.adding(counter.cost))
            firstStep = max(firstStep, found.step - counter.hobbles)
            fewest = max(fewest, found.fresh)
        }
        // 3. None held.
        return answer(.refutation, node, value, (firstStep, fewest))
    }

    /// Gives the picker the counters of the live variant that are worth a try.
    ///
    /// - Returns: the least cost of those beyond the threshold, and the first step for which those that hobble too much do.
    @inline(__always)
    private mutating func listCounters(_ node: Node, _ threshold: Price) -> (value: Price, firstStep: Int32) {
        let counters = graph.counters[node.live]
        let caught = stack.caught(node.ply)
        let firstPlace = picker.candidateCount
        var value: Price = .infinite
        var firstStep: Int32 = 0
        for index in counters.indices where !counters[index].isDominated {
            let counter = counters[index]
            guard node.step + counter.hobbles <= graph.usefulUntil else {
                firstStep = max(firstStep, graph.usefulUntil - counter.hobbles + 1)
                continue
            }
            guard counter.cost <= threshold else {
                value = min(value, counter.cost)
                continue
            }
            let catches = Int32(masks[counter.evidence].count(without: caught, words: words))
            let merit = counter.cost + Self.hobbleWeight * counter.hobbles - Self.catchWeight * catches
            picker.add(index, merit: Int32(index) == bestCounter[node.live] ? .min : merit, from: firstPlace)
        }
        return (value, firstStep)
    }

    /// Ends a node with Training to move: sets its terms and learns from it.
    @inline(__always)
    private mutating func answer(
        _ kind: LearnedBound.Kind, _ node: Node, _ price: Price, _ terms: SearchStack.Terms
    ) -> Price {
        stack[training: node.ply] = terms
        learned.learn(kind, at: node, stack.trainingReason(node.ply), words: words, price: price, terms)
        return price
    }
}
