/// What the AI could have learned instead of the intended thing: a mini-AI. Source: RULES §2.
public struct Pattern: Card, Hashable {
    /// A place in the ruleset's list of patterns.
    public struct ID: Hashable, Sendable {
        public let index: Int
        public init(_ index: Int) { self.index = index }
    }

    public var label: CardLabel
    /// What it does once set off, which anyone would call bad.
    public var act: String?
    public var credence: Credence
    /// The features that set it off; never empty.
    public var trigger: FeatureSet
    /// How deep an understanding it takes; at least 1.
    public var depth: Int
    /// Whether it is a factually wrong reading of the person imitated.
    public var misattributes: Bool
    /// The channels in which its misbehaviour does not show.
    public var hidesFrom: Channels
    /// Whether it rides on the convergent instrumental subgoals that make the AI useful.
    public var cis: Bool
    /// The divergence it leads to; patterns without one form one family.
    public var family: String?
    /// Whether a side made it up in the middle of a match.
    public internal(set) var isCoined = false

    public init(
        _ label: CardLabel, act: String? = nil, credence: Credence, trigger: FeatureSet, depth: Int,
        misattributes: Bool = false, hidesFrom: Channels = [], cis: Bool = false, family: String? = nil
    ) {
        self.label = label
        self.act = act
        self.credence = credence
        self.trigger = trigger
        self.depth = depth
        self.misattributes = misattributes
        self.hidesFrom = hidesFrom
        self.cis = cis
        self.family = family
    }
}
