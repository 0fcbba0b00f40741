public import Game

/// The mini-AIs that the AI may have become by some rules: the variants of every pattern, with their weights.
///
/// A corpus changes nothing in it; what one leaves of it is an `Ensemble`. Source: RULES §9.
public struct EnsembleBook: Sendable {
    /// The most conditions that a variant has.
    private static let mostConditions = 4

    /// A pattern with some conditions.
    struct Variant: Sendable {
        let divergence: Divergence
        let strain: Bits
        /// When it comes if nothing pushes it out.
        let horizon: Int
        /// Its share of the weight of its pattern's variants.
        var share = 0.0
    }

    /// A pattern that has variants.
    struct Chapter: Sendable {
        let pattern: Pattern.ID
        let weight: Double
        /// None is empty; the pattern itself comes first.
        let variants: [Variant]
    }

    let rules: Rules
    /// In ruleset order.
    let chapters: [Chapter]

    /// Costs as many steps as there are variants; of `alice` some hundreds, which take less than a millisecond.
    public init(_ rules: Rules) {
        self.rules = rules
        chapters = rules.ruleset.patternIDs.compactMap { pattern in
            var variants: [Variant] = []
            Self.extend(Divergence(pattern, in: rules), from: 0, rules, &variants)
            guard let bare = variants.first else { return nil }
            // In proportion to 2^−(bits of the conditions).
            let parts = variants.map { ($0.strain - bare.strain).probability }
            let sum = parts.reduce(0, +)
            for index in variants.indices { variants[index].share = parts[index] / sum }
            return Chapter(pattern: pattern, weight: rules.weight(of: pattern), variants: variants)
        }
    }

    /// Adds a variant, and those with more conditions from one on, as far as each is natural and happens.
    private static func extend(_ divergence: Divergence, from first: Int, _ rules: Rules, _ variants: inout [Variant]) {
        let strain = rules.strain(of: divergence)
        guard strain <= rules.ruleset.limits.naturalness, rules.exclusions.conflict(in: divergence.trigger) == nil,
            let horizon = rules.horizon(of: divergence)
        else { return }
        variants.append(Variant(divergence: divergence, strain: strain, horizon: horizon))
        guard divergence.conditions.count < mostConditions else { return }
        for index in first..<rules.ruleset.features.count where !divergence.trigger.contains(Feature.ID(index)) {
            let conditions = divergence.conditions.inserting(Feature.ID(index))
            extend(Divergence(divergence.pattern, conditions: conditions, in: rules), from: index + 1, rules, &variants)
        }
    }
}

extension Rules {
    /// The credence of a pattern: its card's, as long as that is what it costs.
    fileprivate func weight(of pattern: Pattern.ID) -> Double {
        let card = ruleset[pattern], bits = prices.pattern[pattern.index]
        return card.credence.bits == bits && !card.isCoined ? card.credence.probability : bits.probability
    }
}
