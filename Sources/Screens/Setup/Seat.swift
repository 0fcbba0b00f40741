import Bots
import Game

/// Who may sit on a side: a person, or a bot.
struct Seat: Sendable {
    let bot: (any Bot)?

    var title: String { bot?.title ?? "a person at this keyboard" }

    /// A person, then the bots that play a side.
    static func choices(_ side: Side, _ ruleset: Ruleset?) -> [Seat] {
        let known = ruleset.map { bots(for: $0) } ?? []
        return [Seat(bot: nil)] + known.filter { $0.sides.contains(side) }.map { Seat(bot: $0) }
    }
}
