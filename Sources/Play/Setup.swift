public import Game

/// What was chosen for the last new match, to begin from the next time.
public struct Preferences: Hashable, Sendable, Codable {
    public var ruleset: String
    public var profile: String?
    public var mode: Mode
    public var players: Players
    public var judge: String?
    /// Whether bids settle the limit, and who plays what.
    public var isForBids: Bool?
    /// Whether a second leg is to follow.
    public var hasTwoLegs: Bool?

    public init(_ setup: Setup) {
        judge = setup.judge
        isForBids = setup.limit == .toBeBid
        hasTwoLegs = setup.leg != nil
        ruleset = setup.ruleset.identifier
        profile = setup.profile
        mode = setup.mode
        players = setup.players
    }
}

/// What a new match is to be.
public struct Setup: Hashable, Sendable {
    public var ruleset: Ruleset
    public var profile: String?
    public var mode: Mode
    public var players: Players
    /// Who settles numbers beside the players.
    public var judge: String?
    public var limit = DataLimit.ruleset
    public var leg: Leg?

    public init(ruleset: Ruleset, profile: String?, mode: Mode, players: Players) {
        self.ruleset = ruleset
        self.profile = profile
        self.mode = mode
        self.players = players
    }
}

extension Setup {
    /// The match that begins with it.
    ///
    /// - Parameters:
    ///   - hash: the fingerprint of the ruleset's text.
    ///   - id: 16 hexadecimal digits.
    public func record(date: String, id: String, hash: String, seed: UInt64) throws(RecordError) -> MatchRecord {
        let header = MatchHeader(
            date: date, id: id, ruleset: ruleset.identifier, hash: hash, profile: profile, mode: mode,
            players: players, judge: judge, limit: limit, leg: leg, seed: seed)
        return try MatchRecord(header: header, ruleset: ruleset)
    }
}
