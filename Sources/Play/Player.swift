public import Game

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

/// The player of each side.
public typealias Players = BySide<Player>

extension Players {
    /// The sides that somebody at the keyboard plays.
    public var people: [Side] { Side.allCases.filter { self[$0].isHuman } }
}
