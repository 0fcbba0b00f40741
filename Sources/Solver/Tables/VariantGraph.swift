internal import Game

/// All that can still be said after a position, numbered and priced so that a search allocates nothing: each divergence
/// that can come to be live, what may follow it, and what counters it.
///
/// Such a divergence is called a variant. The number after the last, `count`, stands for “none live”.
final class VariantGraph {
    /// More variants than this would take seconds and gigabytes to lay out.
    static let mostVariants = 20_000
    /// Steps beyond this might not add up in 32 bits.
    static let mostSteps = 1 << 28

    let count: Int
    let triggers: [FeatureSet]
    let hidesFrom: [Channels]
    /// When each variant happens.
    let horizons: [Int32]
    /// The last step at which a pivotal act still comes.
    let usefulUntil: Int32
    /// By variant, and for none live: what may follow it without a fresh proposal, dearest to counter first.
    let moves: JaggedArray<UInt16>
    /// One list: the patterns that may be freshly proposed, dearest to counter first.
    let proposals: JaggedArray<UInt16>
    /// By variant, cheapest first.
    let counters: JaggedArray<Counter>
    /// The cheapest counter of each variant; `infinite` where there is none.
    let cheapest: [Price]
    /// By `Counter.evidence`, all different.
    let evidence: [Evidence]
    private let numbers: [Divergence: UInt16]

    /// - Parameter mode: the match's, or hard, to leave out deliberate data.
    /// - Returns: `nil` where there are too many variants, or steps or prices that might not add up in 32 bits.
    init?(_ position: Position, mode: Mode) {
        guard let reachable = ReachableVariants(position) else { return nil }
        let variants = reachable.variants
        let table = CounterTable(position, mode: mode, variants)
        guard reachable.lastStep < Self.mostSteps, Int(table.dearest) * (variants.count + 1) < Int(Price.infinite)
        else { return nil }
        count = variants.count
        triggers = variants.map(\.trigger)
        hidesFrom = variants.map { position.ruleset[$0.pattern].hidesFrom }
        horizons = reachable.horizons
        usefulUntil = Int32(clamping: position.ruleset.limits.usefulUntil)
        moves = JaggedArray(reachable.moves.map { Self.dearestFirst($0, table.cheapest) } + [[]])
        proposals = JaggedArray([Self.dearestFirst(reachable.proposals, table.cheapest)])
        counters = table.counters
        cheapest = table.cheapest
        evidence = table.evidence
        numbers = reachable.numbers
    }

    private static func dearestFirst(_ variants: [UInt16], _ cheapest: [Price]) -> [UInt16] {
        variants.enumerated()
            .sorted { (-cheapest[Int($0.element)], $0.offset) < (-cheapest[Int($1.element)], $1.offset) }
            .map(\.element)
    }

    /// The number of what is live in a position within the graph; `nil` for what is not.
    func number(of live: Divergence?) -> Int? {
        guard let live else { return count }
        return numbers[live].map { Int($0) }
    }

    @inline(__always)
    func isWhacked(_ variant: Int, by evidence: Evidence) -> Bool {
        evidence.whacks(triggers[variant], hiddenFrom: hidesFrom[variant])
    }
}

/// A datum that may be asserted against a variant, whatever has been paid before.
struct Counter {
    let cost: Price
    /// Steps by which it delays the pivotal act.
    let hobbles: Int32
    /// The place of what it shows in the graph's `evidence`.
    let evidence: Int32
    let situation: Int32
    let provenance: Provenance
    /// Whether some other counter of the variant is never worse for Training.
    var isDominated = false

    var move: Move { .counter(Situation.ID(Int(situation)), provenance) }
}
