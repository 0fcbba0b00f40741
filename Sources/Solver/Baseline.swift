internal import Game

/// The straightforward solver: alpha-beta with a transposition table. What `Search` is measured against.
///
/// The corpus is kept as maximal exhibits per channel; Divergence's moves are tried dearest cheapest counter
/// first, Training's counters cheapest first. Values are what Training still has to pay.
struct Baseline: ~Copyable {
    private let arena: Arena
    private var table: TranspositionTable
    private(set) var budget: Budget
    private let corpora: Corpora

    init(_ arena: Arena, memory: Int, _ budget: Budget) {
        self.arena = arena
        self.budget = budget
        table = TranspositionTable(bytes: memory)
        corpora = Corpora()
    }

    /// Bytes of the table that could be had.
    var memory: Int { table.bytes }

    /// What is still to pay from a position, as far as it lies between the bounds; `nil` when stopped.
    mutating func value(of position: Position, above alpha: Int32, below beta: Int32) -> Int32? {
        guard let live = arena.number(of: position.live) else { return nil }
        corpora.clear()
        for datum in position.corpus {
            guard corpora.add(Arena.Datum(datum, in: position.ruleset), from: 0, to: 0) else { return nil }
        }
        let step = Int32(clamping: position.pivotalStep)
        let fresh = Int32(clamping: position.proposalsLeft)
        let value =
            position.sideToMove == .divergence
            ? divergence(live, 0, step, fresh, alpha, beta) : training(live, 0, step, fresh, alpha, beta)
        return budget.isSpent ? nil : value
    }

    /// The most that Divergence can make Training pay.
    private mutating func divergence(
        _ live: Int, _ ply: Int, _ step: Int32, _ fresh: Int32, _ alpha: Int32, _ beta: Int32
    ) -> Int32 {
        guard budget.spend() else { return 0 }
        let key = corpora.key(ply, live: live, step, fresh)
        var alpha = alpha
        if let entry = table[key] {
            if entry.lower >= beta || entry.lower == entry.upper { return entry.lower }
            if entry.upper <= alpha { return entry.upper }
            alpha = max(alpha, entry.lower)
        }
        var best: Int32 = 0
        let moves = arena.moves[live]
        for number in moves where best < beta {
            best = max(best, reply(Int(number), ply, step, fresh, max(alpha, best), beta))
        }
        if fresh > 0 {
            for number in arena.proposals[0] where best < beta {
                best = max(best, reply(Int(number), ply, step, fresh - 1, max(alpha, best), beta))
            }
        }
        if budget.isSpent { return 0 }
        table.store(key, best, above: alpha, below: beta)
        return best
    }

    /// What follows if Divergence plays a variant; 0 where it may not.
    @inline(__always)
    private mutating func reply(
        _ variant: Int, _ ply: Int, _ step: Int32, _ fresh: Int32, _ alpha: Int32, _ beta: Int32
    ) -> Int32 {
        guard arena.horizons[variant] < step,
            !corpora.whacks(ply, arena.triggers[variant], arena.hidesFrom[variant])
        else { return 0 }
        return training(variant, ply, step, fresh, alpha, beta)
    }

    /// The least that Training can get away with.
    private mutating func training(
        _ live: Int, _ ply: Int, _ step: Int32, _ fresh: Int32, _ alpha: Int32, _ beta: Int32
    ) -> Int32 {
        guard budget.spend() else { return 0 }
        var best = Arena.infinite
        let latest = Int32(clamping: max(arena.board.usefulUntil, 0))
        for option in arena.options[live] {
            guard best > alpha else { break }
            guard step + option.hobbles <= latest else { continue }
            let ceiling = min(beta, best)
            guard option.cost < ceiling else {
                best = min(best, option.cost)
                break
            }
            let datum = Arena.Datum(exhibits: option.exhibits, channel: option.channel)
            guard corpora.add(datum, from: ply, to: ply + 1) else {
                budget.exhaust()
                return 0
            }
            let rest = divergence(
                live, ply + 1, step + option.hobbles, fresh, alpha - option.cost, ceiling - option.cost)
            if budget.isSpent { return 0 }
            best = min(best, rest >= Arena.infinite ? Arena.infinite : rest + option.cost)
        }
        return best
    }
}
