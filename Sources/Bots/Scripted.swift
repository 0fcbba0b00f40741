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
        var reply = Reply(move, words: speech.words(with: move), objection: objection)
        reply.raised = objection == nil ? nil : raised(in: turn, believed)
        return reply
    }

    public func lastWord(_ turn: Turn) -> Raised? {
        let believed = persona.belief(in: turn)
        let objection = Speech(persona, as: turn.position.sideToMove, turn, believed).objection
        return objection == nil ? nil : raised(in: turn, believed)
    }

    /// The number behind the move it objects to that is furthest too likely for it, and what it believes of it.
    private func raised(in turn: Turn, _ believed: Rules) -> Raised? {
        let position = turn.position
        func excess(_ number: Number) -> Int {
            guard let quoted = position.quoted(number), let asked = position.rules.prices[quoted] else { return 0 }
            return (believed.prices[quoted] ?? asked).millibits - asked.millibits
        }
        let numbers = position.disputableNumbers
        guard let number = numbers.least({ -excess($0) }), excess(number) > 0 else { return nil }
        let subject = Settlement.dispute(number)
        return Raised(subject, offer: offer(for: subject, turn, as: position.sideToMove))
    }

    /// Its own profile's number; of a card that is coined, what the book says by that profile.
    public func offer(for subject: Settlement, _ turn: Turn, as side: Side) -> Credence? {
        let believed = persona.belief(in: turn)
        switch subject {
        case .dispute(let number):
            guard let quoted = turn.position.quoted(number), !turn.match.ruleset.isCoined(number) else { return nil }
            return persona.ruleset(turn.ruleset).credence(of: quoted)
        case .coin(let coin):
            return (try? believed.bookPrice(of: coin)).map { Credence(nearest: $0) }
        }
    }

    public func bid(in auction: Auction) -> Bits {
        auction.price(by: auction.rules.believing(persona.ruleset(auction.ruleset)))
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
        turn.position.rules.believing(ruleset(turn.ruleset))
    }

    /// A ruleset under the profile that it believes.
    func ruleset(_ ruleset: Ruleset) -> Ruleset {
        profile.flatMap { ruleset.under(profile: $0) } ?? ruleset
    }
}
