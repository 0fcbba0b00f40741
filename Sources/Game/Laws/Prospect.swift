/// What a move would come to in a position, whether or not it may be made.
public struct Prospect: Hashable, Sendable {
    public let move: Move
    /// What makes the move meaningless there, whatever the limits.
    public internal(set) var obstacle: Obstacle?
    /// The limits it would break.
    public internal(set) var breaks: Breaks = []
    /// The live divergence after it, if it is Divergence's.
    public internal(set) var divergence: Divergence?
    /// The datum it asserts, if it is Training's.
    public internal(set) var datum: Datum?
    /// The strain after the move for Divergence, the cost of the move for Training.
    public internal(set) var bits: Bits = .zero
    /// When the divergence would happen, pushed out by what was whacked before it.
    public internal(set) var horizon: Int?
    /// The weight that would be left of what makes the AI useful, in millionths, if it is Training's.
    public internal(set) var driveLeft: Int?

    init(_ move: Move) {
        self.move = move
    }

    public var isLegal: Bool { obstacle == nil && breaks.isEmpty }

    func hindered(by obstacle: Obstacle) -> Prospect {
        var prospect = self
        prospect.obstacle = obstacle
        return prospect
    }
}

/// The limits that a move would break. Source: RULES §5.
public struct Breaks: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The divergence would strain beyond `naturalness`.
    public static let naturalness = Breaks(rawValue: 1)
    /// The divergence would come no sooner than the pivotal act.
    public static let horizon = Breaks(rawValue: 2)
    /// No fresh proposal is left.
    public static let proposals = Breaks(rawValue: 4)
    /// The corpus would strain beyond `plausibility`.
    public static let plausibility = Breaks(rawValue: 8)
    /// The datum would add more features than `additions`.
    public static let additions = Breaks(rawValue: 16)
    /// The data would leave less drive than the floor.
    public static let drive = Breaks(rawValue: 32)
    /// A deliberate datum in hard mode.
    public static let hardMode = Breaks(rawValue: 64)
}

/// What makes a move meaningless in a position, whatever the limits.
public enum Obstacle: Error, Hashable {
    case matchOver
    case notYourTurn
    case nothingLive
    case alreadyNeeded(Feature.ID)
    case notShallower
    case samePattern
    case notMisattributing
    case otherFamily
    /// What it needs, or what the datum would show, cannot occur together.
    case excluded(Conflict)
    /// Of smaller depth than the live pattern, so its name is `shallower`.
    case namedShallower
    case neverHappens
    case whacked(Datum)
    case hidden(Channel)
    /// The situation itself is not among such data.
    case situationNotHad
    case featureNotHad(Feature.ID)
    case nothingDeliberate
}
