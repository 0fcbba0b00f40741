internal import Game

/// The counters of every variant, priced, with those marked that some other makes needless.
struct CounterTable {
    let counters: JaggedArray<Counter>
    let cheapest: [Price]
    /// The cost of the dearest counter.
    let dearest: Price
    /// By `Counter.evidence`, all different.
    let evidence: [Evidence]

    /// - Returns: `nil` where it was cancelled.
    init?(_ position: Position, mode: Mode, _ variants: [Divergence], unless cancellation: Cancellation) {
        var builder = CounterTableBuilder(position, mode: mode, variants)
        var lists: [[Counter]] = []
        for variant in variants {
            guard !cancellation.isCancelled else { return nil }
            lists.append(builder.counters(of: variant))
        }
        counters = JaggedArray(lists)
        cheapest = lists.map { $0.first?.cost ?? .infinite }
        dearest = lists.reduce(0) { max($0, $1.last?.cost ?? 0) }
        evidence = builder.evidence
    }
}

private struct CounterTableBuilder {
    private(set) var evidence: [Evidence] = []
    private var numbers: [Evidence: Int32] = [:]
    private var last = (evidence: Evidence(exhibits: FeatureSet(), channel: []), number: Int32(0))
    private let position: Position
    /// In canonical order.
    private let named: [(situation: Situation.ID, provenance: Provenance)]
    /// The features that some variant needs.
    private let variantFeatures: FeatureSet
    /// Those that some variant or useful pattern needs; no other makes a difference.
    private let needed: FeatureSet
    /// The useful patterns that the corpus leaves.
    private let useful: [DriveRule.Useful]
    /// By evidence, the places of the useful patterns that it whacks.
    private var taken: [Set<Int>] = []
    /// By the channel's bit: the channels whose data catch all that data in it would.
    private let asGood: [Channels]

    init(_ position: Position, mode: Mode, _ variants: [Divergence]) {
        self.position = position
        named = position.namedMoves(of: .training, isLive: true).compactMap { move in
            guard case .counter(let situation, let provenance) = move, mode.allows(provenance) else { return nil }
            return (situation, provenance)
        }
        useful = DriveTable.standing(in: position)
        variantFeatures = variants.reduce(FeatureSet()) { $0.union($1.trigger) }
        needed = useful.reduce(variantFeatures) { $0.union($1.trigger) }
        let hidings = Set(variants.map { position.ruleset[$0.pattern].hidesFrom })
        asGood = (0...Channels.all.rawValue).map { bits in
            Channels(
                Channel.allCases.filter { other in
                    hidings.allSatisfy { $0.rawValue & bits != 0 || !$0.contains(other) }
                })
        }
    }

    /// Cheapest first.
    mutating func counters(of variant: Divergence) -> [Counter] {
        var list: [Counter] = []
        for (situation, provenance) in named {
            let datum = Datum(situation, provenance, against: variant, in: position.rules)
            let prospect = position.prospect(of: .counter(situation, provenance), asserting: datum)
            // How much has been paid is for the search to say. What leaves too little drive now does so ever after.
            guard prospect.obstacle == nil, prospect.breaks.isDisjoint(with: [.additions, .drive]) else { continue }
            list.append(
                Counter(
                    cost: prospect.bits.price, evidence: number(of: datum), situation: Int32(situation.index),
                    provenance: provenance))
        }
        var sorted = list.indices.sorted { (list[$0].cost, $0) < (list[$1].cost, $1) }.map { list[$0] }
        markDominated(&sorted)
        return sorted
    }

    private mutating func number(of datum: Datum) -> Int32 {
        var shown = position.rules.evidence(in: datum)
        shown.exhibits.rawValue &= needed.rawValue
        // Both provenances of a situation show the same, and come one after the other.
        if shown == last.evidence { return last.number }
        let number = numbers[shown] ?? added(shown)
        last = (shown, number)
        return number
    }

    private mutating func added(_ shown: Evidence) -> Int32 {
        let number = Int32(evidence.count)
        numbers[shown] = number
        evidence.append(shown)
        taken.append(Set(useful.indices.filter { useful[$0].isTakenAway(by: shown) }))
        return number
    }

    /// Marks a counter where another costs no more, catches all that it does and takes no more drive; of equals, all but the
    /// first.
    private func markDominated(_ list: inout [Counter]) {
        let shown = list.map { evidence[Int($0.evidence)] }
        let lost = list.map { taken[Int($0.evidence)] }
        /// Of two counters, whether the first is never worse, given that it costs no more.
        func isAsGood(_ first: Int, _ second: Int) -> Bool {
            shown[second].exhibits.rawValue & ~shown[first].exhibits.rawValue & variantFeatures.rawValue == 0
                && asGood[Int(shown[second].channel.rawValue)].rawValue & shown[first].channel.rawValue != 0
                && lost[first].isSubset(of: lost[second])
        }
        var undominated: [Int] = []
        for index in list.indices {
            let cost = list[index].cost
            let equals = list.indices[(index + 1)...].prefix { list[$0].cost == cost }
            // What is dominated itself need not be asked: what dominates it is.
            list[index].isDominated =
                undominated.contains { isAsGood($0, index) }
                || equals.contains { isAsGood($0, index) && !isAsGood(index, $0) }
            if !list[index].isDominated { undominated.append(index) }
        }
    }
}
