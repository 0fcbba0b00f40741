import Bots

/// Who may sit on a side: a person, or a bot.
struct Seat: Sendable {
    let bot: (any Bot)?

    static let all = [Seat(bot: nil)] + bots.map { Seat(bot: $0) }

    var name: String { bot.map { "bot: " + $0.name } ?? "a person at this keyboard" }
}
