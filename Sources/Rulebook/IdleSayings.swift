import Game

/// Which sayings of a bot are never heard.
struct IdleSayings {
    private let facts: ScriptFacts

    init(_ facts: ScriptFacts) {
        self.facts = facts
    }

    func warn(of bot: PlacedPersona, _ report: Report) {
        for card in bot.sayings.play {
            warn(idleness(of: card.value, playedBy: bot.persona.sides), of: card, report)
        }
        for card in bot.sayings.meet {
            warn(idleness(of: card.value, playedBy: bot.persona.sides.map(\.opponent)), of: card, report)
        }
        for kind in bot.sayings.moves {
            guard let reason = silence(on: kind.value, bot.persona) else { continue }
            report.warning("this is never said: \(reason)", at: kind.place)
        }
    }

    private func warn(_ idleness: String?, of card: Placed<String>, _ report: Report) {
        guard let idleness else { return }
        report.warning(
            "this is never said: \(card.value.quoted) can never be played, since \(idleness)", at: card.place)
    }

    /// Why no card of that name can be played by any of these sides.
    private func idleness(of card: String, playedBy sides: [Side]) -> String? {
        var reasons: [String?] = []
        if sides.contains(.divergence) {
            if let feature = facts.features[card] { reasons.append(facts.idleness.features[feature.index]) }
            if let pattern = facts.patterns[card] { reasons.append(facts.idleness.patterns[pattern.index]) }
        }
        if sides.contains(.training), let situation = facts.situations[card] {
            reasons.append(facts.idleness.situations[situation.index])
        }
        return reasons.contains(nil) ? nil : reasons.first ?? nil
    }

    private func silence(on kind: Move.Kind, _ persona: Persona) -> String? {
        if let side = kind.side, !persona.sides.contains(side) { return "the bot does not play \(side.player)" }
        let patterns = facts.playable.map { facts.ruleset[$0] }
        switch kind {
        case .concede where !persona.rules.contains(where: { $0.play.kinds == [.concede] }):
            return "no rule of the bot concedes"
        case .misattribute where !facts.canCoin && !patterns.contains(where: \.misattributes):
            return "no pattern that can be played misattributes"
        case .shallower where !facts.canCoin && Set(patterns.map(\.depth)).count < 2:
            return "no pattern that can be played is shallower than another"
        case .propose, .sophisticate, .shallower, .misattribute, .counter, .concede:
            return nil
        }
    }
}
