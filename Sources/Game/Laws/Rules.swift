/// A ruleset as a match is played by it: its numbers under one profile, its mode and its prices.
///
/// Immutable and shared by every position of the match.
public final class Rules: Sendable {
    /// Under its profile, if any.
    public let ruleset: Ruleset
    public let mode: Mode
    public let prices: Prices

    // What the laws read at every move, apart from the words on the cards.
    let naturalness: Bits
    let plausibility: Bits
    let usefulUntil: Int
    let patterns: [PatternFacts]
    let situations: [SituationFacts]
    let delays: [Int]
    let stages: [(features: FeatureSet, arrives: Int)]
    private let ordinary: DatumCosts
    private let deliberate: DatumCosts

    public init(_ ruleset: Ruleset, mode: Mode, prices: Prices? = nil) {
        let prices = prices ?? Prices(of: ruleset)
        self.ruleset = ruleset
        self.mode = mode
        self.prices = prices
        naturalness = ruleset.limits.naturalness
        plausibility = ruleset.limits.plausibility
        usefulUntil = ruleset.limits.usefulUntil
        patterns = ruleset.patterns.map(PatternFacts.init)
        situations = ruleset.situations.map(SituationFacts.init)
        delays = ruleset.features.map(\.delay)
        stages = ruleset.deployments.map { ($0.features, $0.arrives) }
        ordinary = DatumCosts(prices, .ordinary)
        deliberate = DatumCosts(prices, .deliberate)
    }

    func costs(_ provenance: Provenance) -> DatumCosts {
        provenance == .ordinary ? ordinary : deliberate
    }
}

/// A pattern without its words.
struct PatternFacts: Sendable {
    let trigger: FeatureSet
    let depth: Int
    let misattributes: Bool
    let hidesFrom: Channels
    let cis: Bool

    init(_ pattern: Pattern) {
        trigger = pattern.trigger
        depth = pattern.depth
        misattributes = pattern.misattributes
        hidesFrom = pattern.hidesFrom
        cis = pattern.cis
    }
}

/// A situation without its words.
struct SituationFacts: Sendable {
    let exhibits: FeatureSet
    let channel: Channel
    let hobbles: Int

    init(_ situation: Situation) {
        exhibits = situation.exhibits
        channel = situation.channel
        hobbles = situation.hobbles
    }
}

/// What the parts of a datum cost at one provenance, and which parts are priced as deliberate.
struct DatumCosts: Sendable {
    /// `nil` where the part cannot be had.
    let situation: [Bits?]
    let feature: [Bits?]
    /// Parts with a price of exactly this provenance.
    let ownSituation: [Bool]
    let ownFeatures: FeatureSet

    init(_ prices: Prices, _ provenance: Provenance) {
        let feature = prices.feature[provenance] ?? []
        let situation = prices.situation[provenance] ?? []
        ownSituation = situation.map { $0 != nil }
        ownFeatures = FeatureSet(feature.indices.lazy.filter { feature[$0] != nil }.map(Feature.ID.init))
        // A deliberate claim takes the ordinary credence of a part that has no deliberate one.
        self.feature = zip(feature, prices.feature[.ordinary] ?? []).map { $0 ?? $1 }
        self.situation = zip(situation, prices.situation[.ordinary] ?? []).map { $0 ?? $1 }
    }
}
