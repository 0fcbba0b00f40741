/// Which features cannot occur together.
package struct Exclusions: Sendable {
    private let excluded: [FeatureSet]
    /// The features that exclude any.
    private let concerned: FeatureSet

    package init(_ features: [Feature]) {
        excluded = features.map(\.excludes)
        concerned = excluded.reduce(FeatureSet()) { $0.union($1) }
    }

    /// The first two of some features, in ruleset order, that cannot occur together; `nil` where all can.
    package func conflict(in features: FeatureSet) -> Conflict? {
        for feature in features.intersection(concerned) {
            let others = features.intersection(excluded[feature.index])
            if let other = others.first(where: { _ in true }) { return Conflict(feature: feature, other: other) }
        }
        return nil
    }
}

/// Two features that cannot occur together.
public struct Conflict: Hashable, Sendable {
    public let feature: Feature.ID
    public let other: Feature.ID
}
