import Bots
import Game
import Play

/// Who plays in a new match, as the title offers it.
enum Company: Hashable, Sendable, CaseIterable {
    /// One person, against a bot.
    case alone
    case people
    /// Bots, to be watched.
    case bots

    init(_ players: Players) {
        switch players.people.count {
        case 0: self = .bots
        case 1: self = .alone
        default: self = .people
        }
    }

    /// The names of the bots that play unless others are chosen: the ruleset's own personas, as far as it has any.
    func seats(_ ruleset: Ruleset?) -> [Side: String] {
        guard let ruleset, self != .people else { return [:] }
        let personas = Dictionary(
            Side.allCases.compactMap { side in
                ruleset.bots.first { $0.sides.contains(side) }.map { (side, $0.identifier) }
            }
        ) { $1 }
        let other = Greedy().name
        if self == .bots {
            return [.divergence: personas[.divergence] ?? other, .training: personas[.training] ?? other]
        }
        // One alone says how it goes wrong, where somebody is there to answer.
        if let answering = personas[.training] { return [.training: answering] }
        return personas.isEmpty ? [.training: other] : personas
    }
}
