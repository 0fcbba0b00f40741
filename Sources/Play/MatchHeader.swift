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
    /// For whatever the match draws at random.
    public var seed: UInt64

    public static let format = "credulity-match"
    /// The newest version of the format that this program reads and the one it writes.
    public static let version = 1

    public init(
        date: String, id: String, ruleset: String, hash: String, profile: String?, mode: Mode,
        players: Players, seed: UInt64
    ) {
        self.date = date
        self.id = id
        self.ruleset = ruleset
        self.hash = hash
        self.profile = profile
        self.mode = mode
        self.players = players
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
    }
}

extension Side: Codable {}
extension Mode: Codable {}
