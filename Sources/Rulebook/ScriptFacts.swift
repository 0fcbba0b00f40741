import Game

/// What a script's rules may meet under the house's numbers or any profile's, as far as can be told without
/// playing.
final class ScriptFacts {
    let ruleset: Ruleset
    let idleness: Idleness
    /// The patterns that may be played.
    let playable: [Pattern.ID]
    /// The greatest depth of those.
    let deepest: Int
    /// Whether patterns that are not in the file may be live.
    let canCoin: Bool
    /// Whether credences may change in the course of a match.
    let canDispute: Bool
    /// Fresh proposals, from the fewest to the most that any numbers allow.
    let proposals: ClosedRange<Int>
    /// The last step at which the pivotal act may come.
    let deadline: Int
    /// The most steps by which the pivotal act may be put off.
    let slack: Int
    /// Whether some numbers leave a side nothing to strain: its limit then counts as used up from the start.
    let allowsNothing: [Side: Bool]
    let arrivals: Arrivals
    /// The index of a card, by identifier.
    let features: [String: Feature.ID]
    let patterns: [String: Pattern.ID]
    let situations: [String: Situation.ID]
    private let variants: [Ruleset]
    /// What can be had in data at each provenance under some numbers.
    private let hadFeatures: [Provenance: FeatureSet]
    private let hadSituations: [Provenance: [Bool]]

    init(_ ruleset: Ruleset, _ idleness: Idleness) {
        let variants = ruleset.variants
        let limits = variants.map(\.limits)
        func table<ID>(_ cards: [some Card], _ ids: [ID]) -> [String: ID] {
            Dictionary(zip(cards.map(\.identifier), ids)) { first, _ in first }
        }
        self.ruleset = ruleset
        self.idleness = idleness
        self.variants = variants
        playable = ruleset.patternIDs.filter { idleness.patterns[$0.index] == nil }
        deepest = playable.map { ruleset[$0].depth }.max() ?? 0
        canCoin = limits.contains { $0[.coins] > 0 }
        canDispute = limits.contains { $0[.disputes] > 0 }
        proposals = (limits.map(\.proposals).min() ?? 1)...(limits.map(\.proposals).max() ?? 1)
        deadline = variants.map(\.deadline).max() ?? 0
        slack = limits.map { $0.usefulUntil - $0.pivotalAct }.max() ?? 0
        allowsNothing = [
            .divergence: limits.contains { $0.naturalness == .zero },
            .training: limits.contains { $0.plausibility == .zero },
        ]
        arrivals = Arrivals(ruleset.deployments)
        features = table(ruleset.features, ruleset.featureIDs)
        patterns = table(ruleset.patterns, ruleset.patternIDs)
        situations = table(ruleset.situations, ruleset.situationIDs)
        let prices = variants.map(Prices.init)
        hadFeatures = Dictionary(
            uniqueKeysWithValues: Provenance.allCases.map { provenance in
                let had = ruleset.featureIDs.filter { id in prices.contains { $0.feature[provenance]?[id.index] != nil }
                }
                return (provenance, FeatureSet(had))
            })
        hadSituations = Dictionary(
            uniqueKeysWithValues: Provenance.allCases.map { provenance in
                (
                    provenance,
                    ruleset.situationIDs.map { id in
                        prices.contains { $0.situation[provenance]?[id.index] != nil }
                    }
                )
            })
    }

    /// Whether misbehaviour shows where data of a situation are seen.
    func shows(_ pattern: Pattern.ID, in situation: Situation.ID) -> Bool {
        !ruleset[pattern].hidesFrom.contains(ruleset[situation].channel)
    }

    /// Why no datum of a situation can answer a divergence of a pattern, or of any where that is `nil`.
    func silence(
        of situation: Situation.ID, on pattern: Pattern.ID?, _ provenances: Set<Provenance>, hobbling: Bool = true
    ) -> String? {
        let card = ruleset[situation]
        var lacking = FeatureSet()
        if let pattern {
            let name = ruleset[pattern].identifier.quoted
            guard shows(pattern, in: situation) else { return "\(name) hides from \(card.channel.rawValue)" }
            lacking = ruleset[pattern].trigger.subtracting(card.exhibits)
            let hobbles = ruleset[pattern].cis ? card.hobbles : 0
            guard hobbling || hobbles == 0 else { return "against \(name) it would hobble" }
            guard hobbles <= slack else {
                return "against \(name) it would put the pivotal act off beyond useful_until"
            }
        }
        if provenances.contains(where: { canBeHad(situation, with: lacking, $0) }) { return nil }
        guard provenances.count == 1, let provenance = provenances.first else {
            return "it cannot be had in data with all that is to be shown"
        }
        return "it cannot be had as \(provenance.rawValue) data with all that is to be shown"
    }

    private func canBeHad(_ situation: Situation.ID, with lacking: FeatureSet, _ provenance: Provenance) -> Bool {
        let ordinary = hadFeatures[.ordinary] ?? FeatureSet()
        let deliberate = hadFeatures[.deliberate] ?? FeatureSet()
        let isOrdinary = hadSituations[.ordinary]?[situation.index] ?? false
        let isDeliberate = hadSituations[.deliberate]?[situation.index] ?? false
        switch provenance {
        case .ordinary:
            return isOrdinary && lacking.isSubset(of: ordinary)
        case .deliberate:
            // What makes it deliberate may also be a condition that is not known here.
            return (isOrdinary || isDeliberate) && lacking.isSubset(of: ordinary.union(deliberate))
                && (isDeliberate || !deliberate.isEmpty)
        }
    }

    /// The least share of its limit, in thousandths, that a pattern strains by itself; 0 where that may change.
    func leastStrain(of pattern: Pattern.ID) -> Int {
        guard !canDispute else { return 0 }
        let shares = variants.map { variant in
            let limit = variant.limits.naturalness.millibits
            return limit == 0 ? 1000 : variant[pattern].credence.bits.millibits * 1000 / limit
        }
        return shares.min() ?? 0
    }
}
