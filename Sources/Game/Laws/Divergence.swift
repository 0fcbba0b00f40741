/// A way the AI goes wrong in deployment: a pattern, and what else it waits for.
public struct Divergence: Hashable, Sendable {
    public let pattern: Pattern.ID
    /// Never holds a feature of the pattern's own trigger.
    public let conditions: FeatureSet
    /// The pattern's trigger and the conditions: all that must occur for it to happen.
    public let trigger: FeatureSet

    public init(_ pattern: Pattern.ID, conditions: FeatureSet = FeatureSet(), in rules: Rules) {
        let own = rules.patterns[pattern.index].trigger
        self.pattern = pattern
        self.conditions = conditions.subtracting(own)
        trigger = own.union(conditions)
    }
}

extension Rules {
    /// bits(π) + Σ condition bits of C.
    public func strain(of divergence: Divergence) -> Bits {
        divergence.conditions.reduce(prices.pattern[divergence.pattern.index]) {
            $0 + prices.condition[$1.index]
        }
    }

    /// The step at which it happens: the least `arrives` of a deployment with its whole trigger, plus the
    /// delays of its conditions and of a coined pattern's trigger; `nil` when it never does.
    public func horizon(of divergence: Divergence) -> Int? {
        var earliest: Int?
        for stage in stages where divergence.trigger.isSubset(of: stage.features) {
            earliest = min(earliest ?? stage.arrives, stage.arrives)
        }
        let awaited = patterns[divergence.pattern.index].awaited.union(divergence.conditions)
        return earliest.map { arrives in
            awaited.reduce(arrives) { $0 + delays[$1.index] }
        }
    }

    /// The first deployment in which it can happen.
    public func deployment(of divergence: Divergence) -> Deployment? {
        ruleset.deployments.lazy
            .filter { divergence.trigger.isSubset(of: $0.features) }
            .min { $0.arrives < $1.arrives }
    }
}
