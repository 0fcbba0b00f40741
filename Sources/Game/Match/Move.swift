/// A claim that a side makes on its turn. Source: RULES §4.
public enum Move: Hashable, Sendable {
    /// Divergence: a fresh pattern, with no conditions.
    case propose(Pattern.ID)
    /// Divergence: the same pattern, waiting for one thing more.
    case sophisticate(Feature.ID)
    /// Divergence: a pattern of smaller depth that diverges still.
    case shallower(Pattern.ID)
    /// Divergence: a factually wrong reading of the imitatee, no shallower than before.
    case misattribute(Pattern.ID)
    /// Training: a datum in which the live divergence would have been whacked.
    case counter(Situation.ID, Provenance)
    /// Either: give up the match.
    case concede

    /// The verb of the notation.
    public var kind: Kind {
        switch self {
        case .propose: .propose
        case .sophisticate: .sophisticate
        case .shallower: .shallower
        case .misattribute: .misattribute
        case .counter: .counter
        case .concede: .concede
        }
    }

    /// What a move does, in canonical order.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case propose, sophisticate, shallower, misattribute, counter, concede
    }
}
