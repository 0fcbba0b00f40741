/// A ruleset as a match is played by it: its cards, its mode, and the prices in force.
///
/// Immutable; positions share it until a number is settled or a card is coined.
public final class Rules: Sendable {
    /// Under its profile, if any.
    public let ruleset: Ruleset
    public let mode: Mode
    /// In force; a settled number may differ from the credence on its card.
    public let prices: Prices
    /// The numbers that may not be disputed any more.
    public let settled: Set<QuotedNumber>

    // What the laws read at every move, apart from the words on the cards.
    let naturalness: Bits
    let plausibility: Bits
    let patterns: [PatternFacts]
    let situations: [SituationFacts]
    let pushes: Int
    let additions: Int
    let delays: [Int]
    package let exclusions: Exclusions
    package let drive: DriveRule
    let stages: [(features: FeatureSet, arrives: Int)]
    private let ordinary: DatumCosts
    private let deliberate: DatumCosts

    public convenience init(_ ruleset: Ruleset, mode: Mode, prices: Prices? = nil) {
        self.init(ruleset, mode: mode, prices: prices ?? Prices(of: ruleset), settled: [])
    }

    init(_ ruleset: Ruleset, mode: Mode, prices: Prices, settled: Set<QuotedNumber>) {
        self.ruleset = ruleset
        self.mode = mode
        self.prices = prices
        self.settled = settled
        naturalness = ruleset.limits.naturalness
        plausibility = ruleset.limits.plausibility
        patterns = ruleset.patterns.map(PatternFacts.init)
        situations = ruleset.situations.map(SituationFacts.init)
        pushes = ruleset.limits.pushes
        additions = ruleset.limits.additions
        drive = DriveRule(ruleset)
        delays = ruleset.features.map(\.delay)
        exclusions = Exclusions(ruleset.features)
        stages = ruleset.deployments.map { ($0.features, $0.arrives) }
        ordinary = DatumCosts(prices, .ordinary)
        deliberate = DatumCosts(prices, .deliberate)
    }

    func costs(_ provenance: Provenance) -> DatumCosts {
        provenance == .ordinary ? ordinary : deliberate
    }

    /// What a situation costs as part of a datum; `nil` where there is no such data.
    public func bits(of situation: Situation.ID, _ provenance: Provenance) -> Bits? {
        costs(provenance).situation[situation.index]
    }

    /// What a feature costs as part of a datum; `nil` where it cannot be had there.
    public func bits(of feature: Feature.ID, _ provenance: Provenance) -> Bits? {
        costs(provenance).feature[feature.index]
    }

    /// A number as a datum of a provenance uses it.
    func quote(_ number: Number, at provenance: Provenance) -> QuotedNumber {
        let quoted = QuotedNumber(number, at: provenance)
        return prices[quoted] == nil ? QuotedNumber(number) : quoted
    }

    /// The rules with a number settled.
    func settling(_ quoted: QuotedNumber, at bits: Bits) -> Rules {
        Rules(ruleset, mode: mode, prices: prices.settling(quoted, at: bits), settled: settled.union([quoted]))
    }

    /// The rules as somebody believes them who holds a ruleset's own credences, and those in force for other cards.
    public func believing(_ ruleset: Ruleset) -> Rules {
        Rules(self.ruleset, mode: mode, prices: Prices(of: ruleset).completed(by: prices), settled: settled)
    }
}

/// A pattern without its words.
struct PatternFacts: Hashable, Sendable {
    let trigger: FeatureSet
    let depth: Int
    let misattributes: Bool
    let hidesFrom: Channels
    let family: String?
    /// What its horizon waits for beyond a deployment: the whole trigger of a coined pattern, else nothing.
    let awaited: FeatureSet

    init(_ pattern: Pattern) {
        trigger = pattern.trigger
        depth = pattern.depth
        misattributes = pattern.misattributes
        hidesFrom = pattern.hidesFrom
        family = pattern.family
        awaited = pattern.isCoined ? pattern.trigger : FeatureSet()
    }
}

/// A situation without its words.
struct SituationFacts: Hashable, Sendable {
    let exhibits: FeatureSet
    let channel: Channel

    init(_ situation: Situation) {
        exhibits = situation.exhibits
        channel = situation.channel
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
