/// A ruleset as a match is played by it: its numbers under one profile, its mode and its prices.
///
/// Immutable and shared by every position of the match.
public final class Rules: Sendable {
    /// Under its profile, if any.
    public let ruleset: Ruleset
    public let mode: Mode
    public let prices: Prices

    let naturalness: Bits
    let plausibility: Bits
    let pivotalAct: Int
    let usefulUntil: Int
    let costs: [Provenance: DatumCosts]

    public init(_ ruleset: Ruleset, mode: Mode, prices: Prices? = nil) {
        let prices = prices ?? Prices(of: ruleset)
        self.ruleset = ruleset
        self.mode = mode
        self.prices = prices
        naturalness = ruleset.limits.naturalness
        plausibility = ruleset.limits.plausibility
        pivotalAct = ruleset.limits.pivotalAct
        usefulUntil = ruleset.limits.usefulUntil
        costs = [.ordinary: DatumCosts(prices, .ordinary), .deliberate: DatumCosts(prices, .deliberate)]
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
