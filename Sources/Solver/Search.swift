internal import Game

/// The solver proper: a depth-first search with one threshold at a time that learns from every answer.
///
/// The question at each node is whether Training can answer everything for no more than a threshold. Each answer
/// comes with its reason: a refutation with the variants that Divergence needs uncaught, a defence with the
/// variants that the corpus must catch already. Since a corpus that catches more is never worse for Training at
/// an equal or earlier pivotal act, the answer holds wherever the reason does (see `Lessons`); and a counter
/// that leaves a refutation of another counter standing needs no search of its own.
struct Search: ~Copyable {
    private let arena: Arena
    private var lessons: Lessons
    private let frames: Frames
    private var tried: Tried
    private let covers: Covers
    var budget: Budget
    private let latest: Int32
    private let words: Int
    /// By variant: the counter that last answered it, and the variant that last refuted an answer to it.
    private let bestOption: UnsafeMutablePointer<Int32>
    private let bestMove: UnsafeMutablePointer<Int32>

    /// - Returns: `nil` where the machine has not the memory.
    init?(_ arena: Arena, memory: Int) {
        words = (arena.count + 64) / 64
        guard let covers = Covers(arena, words: words, bytes: memory / 2),
            let frames = Frames(arena.count, words: words),
            let lessons = Lessons(variants: arena.count, bytes: memory / 2),
            let bestOption = Memory.zeroed(Int32.self, arena.count + 1),
            let bestMove = Memory.zeroed(Int32.self, arena.count + 1)
        else { return nil }
        self.arena = arena
        self.covers = covers
        self.frames = frames
        self.lessons = lessons
        tried = Tried(words: words)
        budget = Budget(SearchLimits(), Cancellation())
        self.bestOption = bestOption
        self.bestMove = bestMove
        bestOption.update(repeating: -1, count: arena.count + 1)
        bestMove.update(repeating: -1, count: arena.count + 1)
        latest = Int32(clamping: arena.board.usefulUntil)
    }

    deinit {
        Memory.free(bestOption)
        Memory.free(bestMove)
    }

    /// How many millibits dearer a counter may be for each step that it hobbles less, when they are sorted.
    private static let hobbleWeight: Int32 = 3000
    /// The same for each variant that it catches more.
    private static let catchWeight: Int32 = 60

    /// Bytes of lessons that could be had.
    var memory: Int { lessons.bytes }

    /// The variant that last refuted an answer to another; `nil` where none has.
    func likelyReply(to live: Int) -> Int? {
        bestMove[live] < 0 ? nil : Int(bestMove[live])
    }

    /// The counter that last answered a variant; `nil` where none has.
    func likelyCounter(to live: Int) -> Move? {
        guard bestOption[live] >= 0 else { return nil }
        let option = arena.options[live][Int(bestOption[live])]
        return .counter(Situation.ID(Int(option.situation)), option.isDeliberate ? .deliberate : .ordinary)
    }

    /// Whether Training can hold from a position with so much still to pay: an upper bound of what it must pay
    /// if that is at most `threshold`, else a lower one; `nil` when stopped.
    mutating func value(of position: Position, within threshold: Int32) -> Int32? {
        guard let live = arena.number(of: position.live) else { return nil }
        let caught = frames.caught(0)
        caught.removeAll(words: words)
        for datum in position.corpus {
            let seen = Arena.Datum(datum, in: position.ruleset)
            for variant in 0..<arena.count where arena.isWhacked(variant, by: seen) { caught.insert(variant) }
        }
        let step = Int32(clamping: position.pivotalStep)
        let fresh = Int32(clamping: position.proposalsLeft)
        let value =
            position.sideToMove == .divergence
            ? divergence(live, 0, step, fresh, threshold) : training(live, 0, step, fresh, threshold)
        return budget.isSpent || covers.isExhausted ? nil : value
    }

    /// Divergence to move: whether Training can hold. The reason goes to the node's frame.
    private mutating func divergence(_ live: Int, _ ply: Int, _ step: Int32, _ fresh: Int32, _ threshold: Int32)
        -> Int32
    {
        guard budget.spend() else { return 0 }
        let caught = frames.caught(ply)
        let reason = frames.divergenceReason(ply)
        let moves = arena.moves[live]
        let passes = fresh > 0 ? 1 : 0
        // 1. A move known to cost more than the threshold.
        for pass in 0...passes {
            let list = pass == 0 ? moves : arena.proposals[0]
            if let bound = known(list, ply, step, fresh, proposing: Int32(pass), above: threshold) { return bound }
        }
        // 2. Every move in turn, the last that refuted first, then the dearest; fresh proposals after the others.
        reason.removeAll(words: words)
        var value: Int32 = 0
        var lastStep = latest
        let first = Int(bestMove[live])
        for pass in -1...passes {
            for number in pass == 1 ? arena.proposals[0] : moves {
                let variant = Int(number)
                if pass != 1, (variant == first) != (pass == -1) { continue }
                // 3. Training need not answer what comes too late or is caught: the reason says so.
                if arena.horizons[variant] >= step {
                    lastStep = min(lastStep, arena.horizons[variant])
                    continue
                }
                guard !caught.has(variant) else {
                    reason.insert(variant)
                    continue
                }
                // 4. Nor what it has a defence to.
                let left = pass == 1 ? fresh - 1 : fresh
                if let lesson = lessons.defence(of: variant, caught, step, left, within: threshold) {
                    for other in lessons.reason(lesson) { reason.insert(Int(other)) }
                    lastStep = min(lastStep, lesson.step)
                    value = max(value, lesson.bound)
                    continue
                }
                // 5. Search; one refutation is enough.
                let cost = training(variant, ply, step, left, threshold)
                if budget.isSpent { return 0 }
                let found = frames[training: ply]
                if cost > threshold {
                    bestMove[live] = Int32(variant)
                    reason.copy(frames.trainingReason(ply), words: words)
                    reason.insert(variant)
                    frames[divergence: ply] = (
                        max(arena.horizons[variant] + 1, found.step), found.fresh + (pass == 1 ? 1 : 0)
                    )
                    return cost
                }
                reason.formUnion(frames.trainingReason(ply), words: words)
                lastStep = min(lastStep, found.step)
                value = max(value, cost)
            }
        }
        frames[divergence: ply] = (lastStep, fresh)
        return value
    }

    /// Looks for a move of Divergence whose cost is known to exceed a threshold, and if there is one sets the reason.
    ///
    /// - Parameter proposing: 1 for fresh proposals, else 0.
    private mutating func known(
        _ moves: UnsafeBufferPointer<UInt16>, _ ply: Int, _ step: Int32, _ fresh: Int32, proposing: Int32,
        above threshold: Int32
    ) -> Int32? {
        let caught = frames.caught(ply)
        let reason = frames.divergenceReason(ply)
        for number in moves {
            let variant = Int(number)
            guard !caught.has(variant), arena.horizons[variant] < step else { continue }
            let afterHorizon = arena.horizons[variant] + 1
            if arena.cheapest[variant] > threshold {
                reason.removeAll(words: words)
                reason.insert(variant)
                frames[divergence: ply] = (afterHorizon, proposing)
                return arena.cheapest[variant]
            }
            let left = fresh - proposing
            guard let lesson = lessons.refutation(of: variant, caught, step, left, above: threshold) else { continue }
            reason.removeAll(words: words)
            reason.insert(variant)
            for other in lessons.reason(lesson) { reason.insert(Int(other)) }
            frames[divergence: ply] = (max(afterHorizon, lesson.step), lesson.fresh + proposing)
            return lesson.bound
        }
        return nil
    }

    /// Training to move against a live variant: whether it can hold. The reason goes to the node's frame.
    private mutating func training(_ live: Int, _ ply: Int, _ step: Int32, _ fresh: Int32, _ threshold: Int32) -> Int32
    {
        guard budget.spend() else { return 0 }
        let options = arena.options[live]
        let reason = frames.trainingReason(ply)
        reason.removeAll(words: words)
        var value = Arena.infinite
        var firstStep: Int32 = 0
        var fewest: Int32 = 0
        // 1. List the counters within the threshold, the most promising first.
        let firstPlace = tried.candidateCount
        let caught = frames.caught(ply)
        for index in options.indices where !options[index].isDominated {
            let option = options[index]
            guard step + option.hobbles <= latest else {
                firstStep = max(firstStep, latest - option.hobbles + 1)
                continue
            }
            guard option.cost <= threshold else {
                value = min(value, option.cost)
                continue
            }
            let catches = Int32(covers[option.datum].count(without: caught, words: words))
            let merit = option.cost + Self.hobbleWeight * option.hobbles - Self.catchWeight * catches
            let isBest = Int32(index) == bestOption[live]
            tried.add(Int32(index), merit: isBest ? .min : merit, from: firstPlace)
        }
        // 2. Try them; each refutation also tells which of the others need not be tried.
        let firstRefutation = tried.refutationCount
        let count = tried.candidateCount
        defer { tried.reset(candidates: firstPlace, refutations: firstRefutation) }
        for place in firstPlace..<count {
            let index = tried.option(place)
            let option = options[index]
            let cover = covers[option.datum]
            if let known = tried.refutation(
                from: firstRefutation, leftBy: cover, step: step + option.hobbles, above: threshold - option.cost)
            {
                value = min(value, Self.sum(option.cost, known.bound))
                firstStep = max(firstStep, known.step - option.hobbles)
                continue
            }
            guard ply + 1 < frames.plies, !covers.isExhausted else {
                budget.exhaust()
                return 0
            }
            frames.extend(ply, cover)
            let rest = divergence(live, ply + 1, step + option.hobbles, fresh, threshold - option.cost)
            if budget.isSpent { return 0 }
            let found = frames[divergence: ply + 1]
            let because = frames.divergenceReason(ply + 1)
            if rest <= threshold - option.cost {
                bestOption[live] = Int32(index)
                reason.become(because, without: cover, words: words)
                let lastStep = min(found.step, latest) - option.hobbles
                frames[training: ply] = (lastStep, fresh)
                lessons.learn(
                    .defence, live, reason, words: words, bound: rest + option.cost, step: lastStep, fresh: fresh)
                return rest + option.cost
            }
            reason.formUnion(because, words: words)
            tried.remember(because, bound: rest, step: found.step)
            value = min(value, Self.sum(option.cost, rest))
            firstStep = max(firstStep, found.step - option.hobbles)
            fewest = max(fewest, found.fresh)
        }
        // 3. None held.
        frames[training: ply] = (firstStep, fewest)
        lessons.learn(.refutation, live, reason, words: words, bound: value, step: firstStep, fresh: fewest)
        return value
    }

    @inline(__always)
    private static func sum(_ cost: Int32, _ rest: Int32) -> Int32 {
        rest >= Arena.infinite ? Arena.infinite : cost + rest
    }
}
