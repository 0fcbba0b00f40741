/// One of the numbers that bound a match, by its name in the ruleset file. Source: RULES §2 and §11.
public enum Limit: String, Hashable, Sendable, CaseIterable {
    case naturalness, plausibility
    case pivotalAct = "pivotal_act"
    case drive, pushes, additions, proposals, disputes, coins, unlisted, whack

    /// What its whole numbers count.
    public enum Unit: Hashable, Sendable {
        case millibits, steps, count, thousandths, millionths

        /// How many decimals the file may give.
        public var decimals: Int {
            switch self {
            case .millibits, .thousandths: 3
            case .millionths: 6
            case .steps, .count: 0
            }
        }
    }

    public var unit: Unit {
        switch self {
        case .naturalness, .plausibility: .millibits
        case .pivotalAct, .pushes: .steps
        case .drive: .thousandths
        case .additions, .proposals, .disputes, .coins: .count
        case .unlisted, .whack: .millionths
        }
    }

    /// What it is in `unit`s where the file does not say; `nil`: the file must say.
    public var standard: Int? {
        switch self {
        case .naturalness, .plausibility, .pivotalAct: nil
        case .drive, .pushes: 0
        case .additions: 64
        case .proposals: 1
        case .disputes, .coins: 0
        case .unlisted: 250_000
        case .whack: 20_000
        }
    }
}

/// The limits of a ruleset, each a whole number of its unit.
public struct Limits: Hashable, Sendable {
    private var values: [Limit: Int]

    /// - Precondition: every limit without a standard value is given.
    public init(_ given: [Limit: Int]) {
        values = given
        for limit in Limit.allCases where given[limit] == nil {
            guard let standard = limit.standard else { preconditionFailure("no \(limit.rawValue)") }
            values[limit] = standard
        }
    }

    /// The value in the limit's own unit.
    public subscript(limit: Limit) -> Int {
        get { values[limit, default: 0] }
        set { values[limit] = newValue }
    }

    /// The bits Divergence may strain.
    public var naturalness: Bits { Bits(millibits: self[.naturalness]) }
    /// The bits Training may strain.
    public var plausibility: Bits { Bits(millibits: self[.plausibility]) }
    /// The step at which the AI's useful work makes the world safe.
    public var pivotalAct: Int { self[.pivotalAct] }
    /// What a coined card is worth before its features count.
    public var unlisted: Bits { Bits(surprisalOf: Double(self[.unlisted]) / 1_000_000) }
    /// Thousandths of what makes the AI useful that data must leave it.
    public var drive: Int { self[.drive] }
    /// Steps by which each whack pushes the next divergence out; 0: none.
    public var pushes: Int { self[.pushes] }
    /// The most features that a datum may add.
    public var additions: Int { self[.additions] }
    /// How many numbers each side may dispute.
    public var disputes: Int { self[.disputes] }
    /// How many cards each side may coin.
    public var coins: Int { self[.coins] }
    /// Fresh proposals Divergence may make, the first included.
    public var proposals: Int { self[.proposals] }

    /// The limits with some replaced.
    public func replacing(_ others: [Limit: Int]) -> Limits {
        var limits = self
        limits.values.merge(others) { $1 }
        return limits
    }
}
