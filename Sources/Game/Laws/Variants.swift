extension Rules {
    /// The most conditions that a variant has. Source: RULES §9.
    private static let mostConditions = 4

    /// A pattern with at most four conditions, as far as that is natural, possible, and happens in some deployment.
    ///
    /// Costs as many steps as there are natural sets of conditions.
    public func variants(of pattern: Pattern.ID) -> [Divergence] {
        var variants: [Divergence] = []
        extend(Divergence(pattern, in: self), from: 0, &variants)
        return variants
    }

    private func extend(_ variant: Divergence, from first: Int, _ variants: inout [Divergence]) {
        guard strain(of: variant) <= naturalness, exclusions.conflict(in: variant.trigger) == nil else { return }
        // What more conditions are added to happens no oftener.
        guard horizon(of: variant) != nil else { return }
        variants.append(variant)
        guard variant.conditions.count < Self.mostConditions else { return }
        for index in first..<delays.count where !variant.trigger.contains(Feature.ID(index)) {
            let conditions = variant.conditions.inserting(Feature.ID(index))
            extend(Divergence(variant.pattern, conditions: conditions, in: self), from: index + 1, &variants)
        }
    }
}

extension Position {
    /// Whether a variant would come before the pivotal act: the live one as it is, another were it named next.
    public func isInTime(_ variant: Divergence) -> Bool {
        if variant == live { return (horizon ?? 0) < pivotalStep }
        guard let natural = rules.horizon(of: variant) else { return false }
        return max(natural, soonest ?? natural) < pivotalStep
    }

    /// The variants that nothing in the corpus whacks and that come in time, the least strained first.
    public var standingVariants: [Divergence] {
        ruleset.patternIDs.flatMap(rules.variants).filter { whacker(of: $0) == nil && isInTime($0) }
            .sorted { rules.strain(of: $0) < rules.strain(of: $1) }
    }
}
