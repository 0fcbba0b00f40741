public import Game

/// Plays and speaks by a persona's script; where the script has no answer, as `Greedy` does.
public struct Scripted: Bot {
    private let persona: Persona

    public init(_ persona: Persona) {
        self.persona = persona
    }

    public var name: String { persona.identifier }
    public var title: String { persona.name }
    public var summary: String { persona.text }
    public var sides: [Side] { persona.sides }

    public func reply(to turn: Turn) -> Reply {
        let side = turn.position.sideToMove
        let believed = persona.belief(in: turn)
        let move = decision(in: turn, believed).move
        var speech = Speech(persona, as: side, turn, believed)
        let objection = speech.objection
        return Reply(move, words: speech.words(with: move), objection: objection)
    }

    public func remark(after turn: Turn, as side: Side) -> String? {
        let believed = persona.belief(in: turn)
        return Speech(persona, as: side, turn, believed).remark
    }

    /// What a move comes from.
    public enum Origin: Hashable, Sendable {
        case opening
        /// By the index of the rule.
        case rule(Int)
        case nearest
    }

    /// Its move without its words, and what the move comes from: the opening, then the first rule that fits, then
    /// what is nearest at hand.
    public func decision(in turn: Turn) -> (origin: Origin, move: Move) {
        decision(in: turn, persona.belief(in: turn))
    }

    private func decision(in turn: Turn, _ believed: Rules) -> (origin: Origin, move: Move) {
        var random = turn.random
        let position = turn.position
        let legal = position.legalProspects
        let known = persona.openings
            .filter { $0.count > turn.match.moves.count && $0.starts(with: turn.match.moves) }
            .map { $0[turn.match.moves.count] }
            .filter { move in legal.contains { $0.move == move } }
        if let move = known.randomElement(using: &random) { return (.opening, move) }
        let script = Script(turn.match, believed, legal: legal, turn: turn)
        for (index, rule) in persona.rules.enumerated() where script.holds(rule.when) {
            if let move = script.choice(rule.play, &random) { return (.rule(index), move) }
        }
        return (.nearest, Greedy().move(in: position))
    }
}

extension Match {
    /// Whether the condition of a script's rule holds on the turn of the side to move.
    public func fits(_ when: Persona.When) -> Bool {
        Script(self, rules, legal: []).holds(when)
    }
}

extension Persona {
    /// The rules with the numbers that it believes; cards that were coined have those in force.
    func belief(in turn: Turn) -> Rules {
        let ruleset = turn.ruleset
        return turn.position.rules.believing(profile.flatMap { ruleset.under(profile: $0) } ?? ruleset)
    }
}
