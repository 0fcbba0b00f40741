internal import Game

/// The straightforward solver: alpha-beta with a transposition table. What `Search` is measured against.
///
/// The corpus is kept as maximal exhibits per channel; Divergence's moves are tried most promising
/// first, Training's counters cheapest first. Values are what Training still has to pay.
struct Baseline: ~Copyable {
    private let graph: VariantGraph
    private var table: TranspositionTable
    private(set) var budget: Budget
    private let corpus = CorpusStack()

    init(_ graph: VariantGraph, memory: Int, _ budget: Budget) {
        self.graph = graph
        self.budget = budget
        table = TranspositionTable(bytes: memory)
    }

    /// Bytes of the table that could be had.
    var memory: Int { table.bytes }

    /// What is still to pay from a position, as far as it lies between the bounds; `nil` when stopped.
    mutating func value(of position: Position, above alpha: Price, below beta: Price) -> Price? {
        guard let node = Node(position, in: graph) else { return nil }
        corpus.clear()
        for datum in position.corpus {
            guard corpus.add(position.rules.evidence(in: datum), from: 0, to: 0) else { return nil }
        }
        let value =
            position.sideToMove == .divergence ? divergence(node, alpha, beta) : training(node, alpha, beta)
        return budget.isSpent ? nil : value
    }

    /// The most that Divergence can make Training pay.
    private mutating func divergence(_ node: Node, _ alpha: Price, _ beta: Price) -> Price {
        guard budget.spend() else { return 0 }
        let key = corpus.key(node)
        var alpha = alpha
        if let entry = table[key] {
            if entry.lower >= beta || entry.lower == entry.upper { return entry.lower }
            if entry.upper <= alpha { return entry.upper }
            alpha = max(alpha, entry.lower)
        }
        var best: Price = 0
        for number in graph.moves[node.live] where best < beta {
            best = max(best, reply(node.playing(Int(number), isProposal: false, in: graph), max(alpha, best), beta))
        }
        if node.fresh > 0 {
            for number in graph.proposals[0] where best < beta {
                best = max(best, reply(node.playing(Int(number), isProposal: true, in: graph), max(alpha, best), beta))
            }
        }
        if budget.isSpent { return 0 }
        table.store(key, best, above: alpha, below: beta)
        return best
    }

    /// What follows if Divergence plays a variant; 0 where it may not.
    @inline(__always)
    private mutating func reply(_ node: Node, _ alpha: Price, _ beta: Price) -> Price {
        guard node.time > 0, !corpus.whacks(node.live, at: node.ply, in: graph)
        else { return 0 }
        return training(node, alpha, beta)
    }

    /// The least that Training can get away with.
    private mutating func training(_ node: Node, _ alpha: Price, _ beta: Price) -> Price {
        guard budget.spend() else { return 0 }
        var best: Price = .infinite
        let next = node.countered(in: graph)
        for counter in graph.counters[node.live] {
            guard best > alpha else { break }
            let ceiling = min(beta, best)
            guard counter.cost < ceiling else {
                best = min(best, counter.cost)
                break
            }
            guard corpus.add(graph.evidence[Int(counter.evidence)], from: node.ply, to: next.ply) else {
                budget.exhaust()
                return 0
            }
            guard corpus.leavesDrive(at: next.ply, in: graph) else { continue }
            let rest = divergence(next, alpha - counter.cost, ceiling - counter.cost)
            if budget.isSpent { return 0 }
            best = min(best, rest.adding(counter.cost))
        }
        return best
    }
}
