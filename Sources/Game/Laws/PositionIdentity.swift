extension Position {
    /// What tells positions apart: two with the same identity allow the same moves at the same prices, whatever the way
    /// that led to them, and however the cards are worded.
    ///
    /// Not part of it are disputes and coins left, and what each datum was asserted against.
    public struct Identity: Hashable, Sendable {
        /// A datum without its place in the corpus.
        struct Evidenced: Hashable, Sendable {
            let situation: Situation.ID
            let added: FeatureSet
            let provenance: Provenance
        }

        public var rules: Rules.Identity
        let sideToMove: Side
        let live: Divergence?
        let horizon: Int?
        let proposalsLeft: Int
        let isStopped: Bool
        /// How often each datum was asserted.
        let corpus: [Evidenced: Int]
    }

    /// - Complexity: that of the ruleset, as nothing of it is kept from one position to the next.
    public var identity: Identity { identity(under: rules.identity) }

    /// The same, where the identity of its rules is at hand.
    public func identity(under rules: Rules.Identity) -> Identity {
        Identity(
            rules: rules, sideToMove: sideToMove, live: live, horizon: horizon, proposalsLeft: proposalsLeft,
            isStopped: isStopped,
            corpus: corpus.reduce(into: [:]) { counts, datum in
                let key = Identity.Evidenced(
                    situation: datum.situation, added: datum.added, provenance: datum.provenance)
                counts[key, default: 0] += 1
            })
    }
}

extension Rules {
    /// What tells rules apart in play: cards by name, limits and the prices in force; not what is written on the cards.
    public struct Identity: Hashable, Sendable {
        let ruleset: String
        let mode: Mode
        let prices: Prices
        let limits: [Int]
        let cards: [[String]]
        let patterns: [PatternFacts]
        let situations: [SituationFacts]
        let delays: [Int]
        let excluded: [FeatureSet]
        let stages: [Stage]
        /// How useful each pattern is, of those that are.
        let weights: [Pattern.ID: Int]

        struct Stage: Hashable, Sendable {
            let features: FeatureSet
            let arrives: Int
        }
    }

    public var identity: Identity {
        // Whoever disputes or coins, or looks at the bars, changes no move that is there already.
        let limits = Limit.allCases.filter { ![.disputes, .coins, .unlisted, .whack].contains($0) }
        return Identity(
            ruleset: ruleset.identifier, mode: mode, prices: prices, limits: limits.map { ruleset.limits[$0] },
            cards: [
                ruleset.features.map(\.identifier), ruleset.patterns.map(\.identifier),
                ruleset.situations.map(\.identifier),
            ],
            patterns: patterns, situations: situations, delays: delays, excluded: ruleset.features.map(\.excludes),
            stages: stages.map { Identity.Stage(features: $0.features, arrives: $0.arrives) },
            weights: Dictionary(uniqueKeysWithValues: drive.useful.map { ($0.pattern, $0.weight) }))
    }
}
