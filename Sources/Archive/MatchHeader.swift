public import Game
import Text

/// Who sits on a side.
public struct Player: Hashable, Sendable, Codable {
    /// As shown; never empty, no control characters.
    public var name: String
    /// `human`, `bot:` and the bot's name, or `engine:` and the command of an outside engine.
    public var seat: String

    public init(name: String, seat: String = Player.human) {
        self.name = name
        self.seat = seat
    }

    public static let human = "human"

    /// Who moves by itself: the bot's name, or the whole seat of an outside engine; `nil` for a person.
    public var bot: String? {
        engine == nil ? rest(after: "bot:") : seat
    }

    /// The command of an outside engine.
    ///
    /// What a file says here is never to be started: only what a person has named in this run.
    public var engine: String? { rest(after: "engine:") }

    public var isHuman: Bool { bot == nil }

    private func rest(after prefix: String) -> String? {
        seat.hasPrefix(prefix) ? String(seat.dropFirst(prefix.count)) : nil
    }
}

/// The first line of a match file.
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

    public struct Players: Hashable, Sendable, Codable {
        public var divergence: Player
        public var training: Player

        public init(divergence: Player, training: Player) {
            self.divergence = divergence
            self.training = training
        }

        public subscript(side: Side) -> Player {
            get { side == .divergence ? divergence : training }
            set { if side == .divergence { divergence = newValue } else { training = newValue } }
        }
    }

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

    /// - Throws: `JournalProblem` for a name or a seat that cannot be shown on a line.
    func check() throws(JournalProblem) {
        for side in Side.allCases {
            let name = players[side].name
            guard !name.isEmpty else { throw JournalProblem("a player's name is empty") }
            guard name.isPlainText, !name.contains("\n") else {
                throw JournalProblem("a player's name holds control characters")
            }
            let seat = players[side].seat
            guard seat.isPlainText, !seat.contains("\n") else {
                throw JournalProblem("a player's seat holds control characters")
            }
        }
    }
}

extension Side: Codable {}
extension Mode: Codable {}
