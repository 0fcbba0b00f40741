public import Game
import Text

/// Which match it is: who plays what by which numbers, since when.
public struct MatchHeader: Hashable, Sendable, Codable {
    public var format = MatchHeader.format
    public var version = MatchHeader.version
    /// When it began, as in `2026-11-21T05:30:12Z`.
    public var date: String
    /// 16 hexadecimal digits.
    public var id: String
    /// The identifier of the ruleset and the fingerprint of its text.
    public var ruleset: String
    public var hash: String
    /// `nil` for the house's own numbers.
    public var profile: String?
    public var mode: Mode
    public var players: Players
    /// Who settles numbers beside the players; `nil`: nobody, and what is in force counts.
    public var judge: String?
    /// The bits that Training may strain; `nil`: as many as the ruleset says.
    public var plausibility: Bits?
    /// The bits within which each said that Training can win, by the side that it came to play.
    public var bids: BySide<Bits>?
    /// Which of two matches with the sides swapped it is; `nil`: it stands alone.
    public var leg: Leg?
    /// For whatever the match draws at random.
    public var seed: UInt64

    public static let format = "credulity-match"
    /// The newest version of the format that this program reads and the one it writes.
    public static let version = 1

    public init(
        date: String, id: String, ruleset: String, hash: String, profile: String?, mode: Mode,
        players: Players, judge: String? = nil, limit: DataLimit = .ruleset, leg: Leg? = nil, seed: UInt64
    ) {
        self.date = date
        self.id = id
        self.ruleset = ruleset
        self.hash = hash
        self.profile = profile
        self.mode = mode
        self.players = players
        self.judge = judge
        plausibility = limit.plausibility
        bids = limit.bids
        self.leg = leg
        self.seed = seed
    }

    /// - Throws: `RecordError` for a name or a seat that cannot be shown on a line.
    public func check() throws(RecordError) {
        for side in Side.allCases {
            let player = players[side]
            guard !player.name.isEmpty else { throw .emptyName }
            guard player.name.isPlainText, !player.name.contains("\n") else { throw .unplainName }
            guard player.seat.isPlainText, !player.seat.contains("\n") else { throw .unplainSeat }
        }
        if let judge {
            guard !judge.isEmpty else { throw .emptyName }
            guard judge.isPlainText, !judge.contains("\n") else { throw .unplainName }
        }
        if let plausibility, !DataLimit.range.contains(plausibility) { throw .limit(plausibility) }
        if let bids, plausibility != bids.mean { throw .bids }
        if let leg, !(1...2).contains(leg.number) || (leg.number == 2) != (leg.first != nil) { throw .leg }
    }
}

extension Bits: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(millibits: try decoder.singleValueContainer().decode(Int.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(millibits)
    }
}

extension Side: Codable {}
extension Mode: Codable {}
