/// What every claim costs, by the index of its card.
///
/// `nil` where a datum cannot be had that way. Source: RULES §1 and §4.
public struct Prices: Hashable, Sendable {
    public var pattern: [Bits]
    public var condition: [Bits]
    /// Of features and of situations, at each provenance.
    public var feature: [Provenance: [Bits?]]
    public var situation: [Provenance: [Bits?]]

    /// The prices that a ruleset's own credences give.
    public init(of ruleset: Ruleset) {
        pattern = ruleset.patterns.map(\.credence.bits)
        condition = ruleset.features.map(\.condition.bits)
        feature = [
            .ordinary: ruleset.features.map(\.ordinary?.bits),
            .deliberate: ruleset.features.map(\.deliberate?.bits),
        ]
        situation = [
            .ordinary: ruleset.situations.map(\.ordinary?.bits),
            .deliberate: ruleset.situations.map(\.deliberate?.bits),
        ]
    }

    /// The same, with the prices of cards that come after those that it knows.
    func completed(by other: Prices) -> Prices {
        var prices = self
        prices.pattern += other.pattern.dropFirst(pattern.count)
        for provenance in Provenance.allCases {
            let known = situation[provenance]?.count ?? 0
            prices.situation[provenance]? += other.situation[provenance]?.dropFirst(known) ?? []
        }
        return prices
    }
}
