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
    /// More steps than there ever are: nothing pushes the next variant out.
    static let unhurried: Int32 = 1 << 29

    /// When Divergence's moves are sorted, by what countering them costs at least: how many millibits cheaper one may be for
    /// each step that it comes sooner.
    private static let marginWeight: Price = 1500

    let count: Int
    let triggers: [FeatureSet]
    let hidesFrom: [Channels]
    /// By variant, the steps by which it comes before the pivotal act if nothing pushes it out.
    let margins: [Int32]
    /// Steps by which each whack pushes the next variant out.
    let pushes: Int32
    /// What counters must leave.
    let drive: DriveTable
    /// By variant, and for none live: what may follow it without a fresh proposal, the most promising first.
    let moves: JaggedArray<UInt16>
    /// One list: the patterns that may be freshly proposed, the most promising first.
    let proposals: JaggedArray<UInt16>
    /// By variant, cheapest first.
    let counters: JaggedArray<Counter>
    /// The cheapest counter of each variant; `infinite` where there is none.
    let cheapest: [Price]
    /// By `Counter.evidence`, all different.
    let evidence: [Evidence]
    private let numbers: [Divergence: UInt16]

    /// - Parameter mode: the match's, or hard, to leave out deliberate data.
    /// - Returns: `nil` where there are too many variants, or steps or prices that might not add up in 32 bits, or where it
    ///   was cancelled: to lay out many takes seconds.
    init?(_ position: Position, mode: Mode, unless cancellation: Cancellation = Cancellation()) {
        guard let reachable = ReachableVariants(position, unless: cancellation) else { return nil }
        let variants = reachable.variants
        guard let table = CounterTable(position, mode: mode, variants, unless: cancellation) else { return nil }
        guard position.pivotalStep < Self.mostSteps, Int(table.dearest) * (variants.count + 1) < Int(Price.infinite)
        else { return nil }
        drive = DriveTable(position, variantWords: (variants.count + 64) / 64, table.evidence)
        guard drive.words.upperBound * 64 <= Int(UInt16.max) else { return nil }
        count = variants.count
        triggers = variants.map(\.trigger)
        hidesFrom = variants.map { position.ruleset[$0.pattern].hidesFrom }
        margins = reachable.margins
        pushes = Int32(min(position.ruleset.limits.pushes, Self.mostSteps))
        let merits = zip(table.cheapest, margins).map { $0 + Self.marginWeight * max(min($1, 1000), 0) }
        moves = JaggedArray(reachable.moves.map { Self.bestFirst($0, merits) } + [[]])
        proposals = JaggedArray([Self.bestFirst(reachable.proposals, merits)])
        counters = table.counters
        cheapest = table.cheapest
        evidence = table.evidence
        numbers = reachable.numbers
    }

    private static func bestFirst(_ variants: [UInt16], _ merits: [Price]) -> [UInt16] {
        variants.enumerated()
            .sorted { (-merits[Int($0.element)], $0.offset) < (-merits[Int($1.element)], $1.offset) }
            .map(\.element)
    }

    /// The number of what is live in a position within the graph; `nil` for what is not.
    func number(of live: Divergence?) -> Int? {
        guard let live else { return count }
        return numbers[live].map { Int($0) }
    }

    /// Words of a set of variants and useful patterns.
    var words: Int { drive.words.upperBound }

    /// Adds all that a datum whacks to a set: variants, and useful patterns.
    func addWhacked(by evidence: Evidence, to set: VariantSet) {
        for variant in 0..<count where isWhacked(variant, by: evidence) { set.insert(variant) }
        drive.addWhacked(by: evidence, to: set)
    }

    @inline(__always)
    func isWhacked(_ variant: Int, by evidence: Evidence) -> Bool {
        evidence.whacks(triggers[variant], hiddenFrom: hidesFrom[variant])
    }
}

/// A datum that may be asserted against a variant, whatever has been paid before.
struct Counter {
    let cost: Price
    /// The place of what it shows in the graph's `evidence`.
    let evidence: Int32
    let situation: Int32
    let provenance: Provenance
    /// Whether some other counter of the variant is never worse for Training.
    var isDominated = false

    var move: Move { .counter(Situation.ID(Int(situation)), provenance) }
}
