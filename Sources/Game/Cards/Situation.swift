/// What training data can contain. Source: RULES §2.
public struct Situation: Card, Hashable {
    /// A place in the ruleset's list of situations.
    public struct ID: Hashable, Sendable {
        public let index: Int
        public init(_ index: Int) { self.index = index }
    }

    public var label: CardLabel
    public var exhibits: FeatureSet
    /// What the overseer sees there.
    public var channel: Channel
    /// That people make such data anyway; absent: they do not.
    public var ordinary: Credence?
    /// That people make it on purpose; never less than `ordinary`.
    public var deliberate: Credence?
    /// Whether a side made it up in the middle of a match.
    public internal(set) var isCoined = false

    public init(
        _ label: CardLabel, exhibits: FeatureSet, channel: Channel, ordinary: Credence? = nil,
        deliberate: Credence? = nil
    ) {
        self.label = label
        self.exhibits = exhibits
        self.channel = channel
        self.ordinary = ordinary
        self.deliberate = deliberate
    }
}
