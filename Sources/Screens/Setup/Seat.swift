import Bots

/// Who may sit on a side: a person, or a bot.
struct Seat: Sendable {
    let bot: (any Bot)?

    var name: String { bot.map { "bot: " + $0.name } ?? "a person at this keyboard" }
}
