internal import Game

/// The solver proper: a depth-first search of one threshold at a time that learns from every answer.
///
/// At each node it asks whether Training can answer everything for no more than the threshold. Each answer comes with its
/// reason: a refutation with the assets that Training must not have, a defence with those that it must (`SearchStack`).
/// Since more assets are never worse for Training, and less time never better for Divergence, the answer holds wherever the
/// reason does, and is remembered so (`LearnedBounds`). And a counter that leaves a refutation of another counter standing
/// needs no search of its own (`CounterPicker`).
struct Search: ~Copyable {
    let graph: VariantGraph
    private var learned: LearnedBounds
    private let stack: SearchStack
    private var picker: CounterPicker
    private let masks: CatchMasks
    private let drive: DriveTable
    var budget = Budget(SearchLimits(), Cancellation())
    private let words: Int
    /// By variant: the counter that last answered it, and the variant that last refuted an answer to it; else -1.
    let bestCounter: UnsafeMutablePointer<Int32>
    let bestMove: UnsafeMutablePointer<Int32>

    /// When counters are sorted: how many millibits dearer one may be for each variant that it catches more.
    private static let catchWeight: Int32 = 30
    /// The same where it takes nothing of the drive that is to spare, and another takes all of it.
    private static let driveWeight = 3000

    /// - Returns: `nil` where the machine has not the memory.
    init?(_ graph: VariantGraph, memory: Int) {
        words = graph.words
        guard let masks = CatchMasks(graph, words: words, bytes: memory / 2), let stack = SearchStack(graph),
            let learned = LearnedBounds(variants: graph.count, bytes: memory / 2),
            let bestCounter = Memory.zeroed(Int32.self, graph.count + 1),
            let bestMove = Memory.zeroed(Int32.self, graph.count + 1)
        else { return nil }
        self.graph = graph
        drive = graph.drive
        self.masks = masks
        self.stack = stack
        self.learned = learned
        picker = CounterPicker(graph)
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

    /// An upper bound of what Training still has to pay if that is at most a threshold, else a lower one; `nil` when
    /// stopped.
    mutating func value(of position: Position, at threshold: Price) -> Price? {
        guard let node = Node(position, in: graph) else { return nil }
        let assets = stack.assets(0)
        assets.removeAll(words: words)
        for datum in position.corpus { graph.addWhacked(by: position.rules.evidence(in: datum), to: assets) }
        drive.complement(assets)
        let value = position.sideToMove == .divergence ? divergence(node, threshold) : training(node, threshold)
        return budget.isSpent || masks.isExhausted ? nil : value
    }

    /// Divergence to move; the reason goes to the stack.
    private mutating func divergence(_ node: Node, _ threshold: Price) -> Price {
        guard budget.spend() else { return 0 }
        let assets = stack.assets(node.ply)
        let reason = stack.divergenceReason(node.ply)
        reason.removeAll(words: words)
        stack[divergence: node.ply] = (0, node.fresh)
        guard node.time > 0 else { return 0 }
        let passes = node.fresh > 0 ? 1 : 0
        // 1. A move that is known to refute, without a search.
        for pass in 0...passes {
            if let bound = knownRefutation(node, isProposal: pass == 1, above: threshold) { return bound }
        }
        // 2. Every move in turn: the last that refuted, the others from the most promising, fresh proposals.
        var value: Price = 0
        var mostTime = VariantGraph.unhurried
        let first = Int(bestMove[node.live])
        for pass in -1...passes {
            for number in pass == 1 ? graph.proposals[0] : graph.moves[node.live] {
                let variant = Int(number)
                if pass != 1, (variant == first) != (pass == -1) { continue }
                // 3. Training need not answer what is caught: that is part of the reason.
                guard !assets.has(variant) else {
                    reason.insert(variant)
                    continue
                }
                // 4. Nor what it is known to have a defence to.
                let next = node.playing(variant, isProposal: pass == 1, in: graph)
                if let bound = learned.defence(at: next, assets, within: threshold) {
                    for other in learned.reason(bound) { reason.insert(Int(other)) }
                    if graph.margins[variant] > bound.time { mostTime = min(mostTime, bound.time) }
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
                    stack[divergence: node.ply] = terms(isProposal: pass == 1, found.time, found.fresh)
                    return cost
                }
                reason.formUnion(stack.trainingReason(node.ply), words: words)
                // However much time there is, a variant has no more than its own margin.
                if graph.margins[variant] > found.time { mostTime = min(mostTime, found.time) }
                value = max(value, cost)
            }
        }
        stack[divergence: node.ply] = (mostTime, node.fresh)
        return value
    }

    /// Looks for a move of Divergence that is known to cost more than a threshold, and if there is one sets the reason.
    private mutating func knownRefutation(_ node: Node, isProposal: Bool, above threshold: Price) -> Price? {
        let assets = stack.assets(node.ply)
        let reason = stack.divergenceReason(node.ply)
        for number in isProposal ? graph.proposals[0] : graph.moves[node.live] {
            let variant = Int(number)
            guard !assets.has(variant) else { continue }
            if graph.cheapest[variant] > threshold {
                reason.insert(variant)
                stack[divergence: node.ply] = terms(isProposal: isProposal, 0, 0)
                return graph.cheapest[variant]
            }
            let next = node.playing(variant, isProposal: isProposal, in: graph)
            guard let bound = learned.refutation(at: next, assets, above: threshold) else { continue }
            reason.insert(variant)
            for other in learned.reason(bound) { reason.insert(Int(other)) }
            stack[divergence: node.ply] = terms(isProposal: isProposal, bound.time, bound.fresh)
            return bound.price
        }
        return nil
    }

    /// What playing a variant is bound to, given what its refutation is bound to: some time, for it to come at all.
    @inline(__always)
    private func terms(isProposal: Bool, _ time: Int32, _ fresh: Int32) -> SearchStack.Terms {
        (max(time, 1), fresh + (isProposal ? 1 : 0))
    }

    /// Training to move against a live variant; the reason goes to the stack.
    private mutating func training(_ node: Node, _ threshold: Price) -> Price {
        guard budget.spend() else { return 0 }
        let counters = graph.counters[node.live]
        let assets = stack.assets(node.ply)
        let reason = stack.trainingReason(node.ply)
        reason.removeAll(words: words)
        // 1. List the counters within the threshold, the most promising first.
        let firstPlace = picker.candidateCount
        let firstRefutation = picker.refutationCount
        defer { picker.reset(candidates: firstPlace, refutations: firstRefutation) }
        var (value, forbidden) = listCounters(node, threshold)
        let next = node.countered(in: graph)
        var terms: SearchStack.Terms = (0, 0)
        // 2. Try them; each refutation also tells which of the others need not be tried.
        for place in firstPlace..<picker.candidateCount {
            let index = picker.counter(place)
            let counter = counters[index]
            let mask = masks[counter.evidence]
            let rest = threshold - counter.cost
            if let known = picker.refutation(from: firstRefutation, leftBy: mask, assets, above: rest) {
                value = min(value, known.price.adding(counter.cost))
                if drive.matters { reason.formUnion(known.reason, without: mask, words: words) }
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
                if drive.isTouched(by: mask) { drive.support(reason, by: stack.assets(next.ply)) }
                let time = min(found.time, VariantGraph.unhurried - graph.pushes) + graph.pushes
                return answer(.defence, node, price + counter.cost, (time, node.fresh))
            }
            reason.formUnion(because, without: mask, words: words)
            picker.remember(because, price)
            value = min(value, price.adding(counter.cost))
            terms = (max(terms.time, found.time + graph.pushes), max(terms.fresh, found.fresh))
        }
        // 3. None held.
        if forbidden > 0 { supportForbidden(node, threshold) }
        return answer(.refutation, node, value, terms)
    }

    /// Gives the picker the counters of the live variant that are worth a try.
    ///
    /// - Returns: the least cost of those beyond the threshold, and how many others leave too little drive.
    @inline(__always)
    private mutating func listCounters(_ node: Node, _ threshold: Price) -> (value: Price, forbidden: Int) {
        let counters = graph.counters[node.live]
        let assets = stack.assets(node.ply)
        let firstPlace = picker.candidateCount
        let spare = drive.matters ? drive.weight(of: assets) - drive.needed : 0
        var value: Price = .infinite
        var forbidden = 0
        for index in counters.indices where !counters[index].isDominated {
            let counter = counters[index]
            guard counter.cost <= threshold else {
                value = min(value, counter.cost)
                continue
            }
            let mask = masks[counter.evidence]
            let catches = Int32(mask.count(without: assets, words: drive.words.lowerBound))
            var merit = counter.cost - Self.catchWeight * catches
            if drive.matters {
                let taken = drive.weight(of: mask, within: assets)
                guard taken <= spare else {
                    forbidden += 1
                    continue
                }
                merit += Int32(Self.driveWeight * taken / max(spare, 1))
            }
            picker.add(index, merit: Int32(index) == bestCounter[node.live] ? .min : merit, from: firstPlace)
        }
        return (value, forbidden)
    }

    /// Adds to a refutation why no counter that leaves too little drive may be played.
    private func supportForbidden(_ node: Node, _ threshold: Price) {
        let counters = graph.counters[node.live]
        let assets = stack.assets(node.ply)
        let spare = drive.weight(of: assets) - drive.needed
        for counter in counters where !counter.isDominated && counter.cost <= threshold {
            let mask = masks[counter.evidence]
            guard drive.weight(of: mask, within: assets) > spare else { continue }
            drive.support(stack.trainingReason(node.ply), against: mask, lacking: assets)
        }
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
