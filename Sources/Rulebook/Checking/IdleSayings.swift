import Game

/// Which sayings of a bot are never heard.
struct IdleSayings {
    private let idle: IdleCards
    /// The patterns that may be played.
    private let playable: [Pattern]
    private let canCoin: Bool
    /// Whether some numbers of the file let a datum add it, by feature.
    private let canBeAdded: [Bool]
    /// The index of a card in its list, by identifier.
    private let features: [String: Int]
    private let patterns: [String: Int]
    private let situations: [String: Int]

    init(_ ruleset: Ruleset, _ idle: IdleCards) {
        self.idle = idle
        playable = zip(ruleset.patterns, idle.patterns).filter { $1 == nil }.map(\.0)
        canCoin = ruleset.variants.contains { $0.limits[.coins] > 0 }
        let adding = ruleset.variants.filter { $0.limits[.additions] > 0 }
        canBeAdded = ruleset.features.indices.map { index in
            adding.contains { $0.features[index].ordinary != nil || $0.features[index].deliberate != nil }
        }
        features = Self.indices(of: ruleset.features)
        patterns = Self.indices(of: ruleset.patterns)
        situations = Self.indices(of: ruleset.situations)
    }

    private static func indices(of cards: [some Card]) -> [String: Int] {
        Dictionary(zip(cards.map(\.identifier), cards.indices)) { first, _ in first }
    }

    func warn(of bot: PlacedPersona, _ report: Report) {
        for card in bot.sayings.play {
            warn(idleness(of: card.value, playedBy: bot.persona.sides), of: card, report)
        }
        for card in bot.sayings.meet {
            warn(idleness(of: card.value, playedBy: bot.persona.sides.map(\.opponent)), of: card, report)
        }
        for feature in bot.sayings.add {
            guard let index = features[feature.value], !canBeAdded[index] else { continue }
            report.warning(
                "this is never said: \(feature.value.quoted) can be added to no data", at: feature.place)
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
            if let feature = features[card] { reasons.append(idle.features[feature]) }
            if let pattern = patterns[card] { reasons.append(idle.patterns[pattern]) }
        }
        if sides.contains(.training), let situation = situations[card] {
            reasons.append(idle.situations[situation])
        }
        return reasons.contains(nil) ? nil : reasons.first ?? nil
    }

    private var depthsByFamily: [Set<Int>] {
        Dictionary(grouping: playable, by: \.family).values.map { Set($0.map(\.depth)) }
    }

    private func silence(on kind: Move.Kind, _ persona: Persona) -> String? {
        if let side = kind.side, !persona.sides.contains(side) { return "the bot does not play \(side.player)" }
        switch kind {
        case .concede where !persona.rules.contains(where: { $0.play.kinds == [.concede] }):
            return "no rule of the bot concedes"
        case .misattribute where !canCoin && !playable.contains(where: \.misattributes):
            return "no pattern that can be played misattributes"
        case .shallower where !canCoin && !depthsByFamily.contains { $0.count > 1 }:
            return "no pattern that can be played is shallower than another of its family"
        case .propose, .sophisticate, .shallower, .misattribute, .counter, .concede:
            return nil
        }
    }
}
