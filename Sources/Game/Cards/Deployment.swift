/// A stage of the AI's use. Source: RULES §2.
public struct Deployment: Card, Hashable {
    public var label: CardLabel
    /// What occurs there.
    public var features: FeatureSet
    /// The step at which it comes; at least 0.
    public var arrives: Int

    public init(_ label: CardLabel, features: FeatureSet, arrives: Int) {
        self.label = label
        self.features = features
        self.arrives = arrives
    }
}
