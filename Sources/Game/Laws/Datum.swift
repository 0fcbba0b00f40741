/// A training situation that Training asserted, with all that it was said to have.
public struct Datum: Hashable, Sendable {
    public let situation: Situation.ID
    /// The features asserted beyond those the situation exhibits.
    public let added: FeatureSet
    public let provenance: Provenance
    /// The pattern it was asserted against.
    public let against: Pattern.ID
    /// The situation's own features and the added ones.
    public let exhibits: FeatureSet

    public init(
        _ situation: Situation.ID, _ provenance: Provenance, against divergence: Divergence,
        in rules: Rules
    ) {
        let own = rules.situations[situation.index].exhibits
        self.situation = situation
        self.provenance = provenance
        against = divergence.pattern
        added = divergence.trigger.subtracting(own)
        exhibits = own.union(divergence.trigger)
    }
}

extension Rules {
    /// bits(s) + Σ bits of the added features, at the datum's provenance; `nil` where a part cannot be had.
    public func cost(of datum: Datum) -> Bits? {
        guard var sum = bits(of: datum.situation, datum.provenance) else { return nil }
        for feature in datum.added {
            guard let bits = bits(of: feature, datum.provenance) else { return nil }
            sum += bits
        }
        return sum
    }

    /// Whether some part of the claim has a credence of exactly the datum's provenance.
    func hasOwnPart(_ datum: Datum) -> Bool {
        let costs = costs(datum.provenance)
        return costs.ownSituation[datum.situation.index]
            || datum.added.rawValue & costs.ownFeatures.rawValue != 0
    }

    /// Whether the datum would have caught the AI at it: it has the whole trigger, in a channel that shows.
    public func whacks(_ datum: Datum, _ divergence: Divergence) -> Bool {
        evidence(in: datum).whacks(divergence.trigger, hiddenFrom: patterns[divergence.pattern.index].hidesFrom)
    }

    /// The part of a datum that whacks.
    package func evidence(in datum: Datum) -> Evidence {
        Evidence(exhibits: datum.exhibits, channel: Channels(situations[datum.situation.index].channel))
    }
}
