/// What a situation can have, such as nobody watching. Source: RULES §2.
public struct Feature: Card, Hashable {
    /// A place in the ruleset's list of features.
    public struct ID: Hashable, Sendable {
        public let index: Int
        public init(_ index: Int) { self.index = index }
    }

    public var label: CardLabel
    /// That a learned trigger turns on it.
    public var condition: Credence
    /// That it occurs where nobody meant it to guard against the danger; absent: cannot be had that way.
    public var ordinary: Credence?
    /// The same when staged on purpose; never less than `ordinary`.
    public var deliberate: Credence?
    /// A clause that ends a title, such as “with nobody to see”.
    public var clause: String
    /// Those it cannot occur with; symmetric.
    public fileprivate(set) var excludes = FeatureSet()
    /// Steps by which a divergence that waits for it comes later; at least 0.
    public var delay: Int

    public init(
        _ label: CardLabel, clause: String? = nil, condition: Credence, ordinary: Credence? = nil,
        deliberate: Credence? = nil, delay: Int = 0
    ) {
        self.label = label
        self.clause = clause ?? "when " + label.text
        self.condition = condition
        self.ordinary = ordinary
        self.deliberate = deliberate
        self.delay = delay
    }
}

extension [Feature] {
    /// Says that two features cannot occur together.
    public mutating func exclude(_ index: Int, _ other: Int) {
        self[index].excludes = self[index].excludes.inserting(Feature.ID(other))
        self[other].excludes = self[other].excludes.inserting(Feature.ID(index))
    }
}
