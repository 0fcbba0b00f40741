import Game

/// Which rules of a script can never fire, and which cards in a rule are there in vain.
///
/// Only what is certain is said, as of idle cards.
struct IdleRules {
    private let facts: ScriptFacts

    init(_ facts: ScriptFacts) {
        self.facts = facts
    }

    func warn(of bot: PlacedPersona, _ report: Report) {
        var alive: [(scene: RuleScene, place: Place)] = []
        for placed in bot.rules {
            let scene = RuleScene(facts, placed.rule, sides: bot.persona.sides)
            if let reason = scene.reason {
                report.warning("this rule can never fire: \(reason)", at: placed.place)
            } else if let line = firstCover(of: scene, among: alive) {
                report.warning(
                    "this rule can never fire: wherever it could, the one on line \(line) does first", at: placed.place)
            } else {
                warnOfCards(in: placed, scene, report)
                alive.append((scene, placed.place))
            }
        }
    }

    /// The line of the first rule that always fires before another one could.
    private func firstCover(of later: RuleScene, among earlier: [(scene: RuleScene, place: Place)]) -> Int? {
        let stages = later.stages
        return earlier.first { rule in stages.allSatisfy { rule.scene.covers(later, at: $0) } }?.place.line
    }

    /// Tries a rule that may fire with each of the cards that it names alone.
    private func warnOfCards(in placed: PlacedRule, _ scene: RuleScene, _ report: Report) {
        let rule = placed.rule
        let counts = [placed.live, placed.whackedBy, placed.cards].map { max(1, $0.count) }
        guard counts.reduce(1, *) <= RuleScene.pairLimit else { return }
        func warn(_ key: String, _ card: String, at place: Place, _ narrowed: RuleScene) {
            guard let reason = narrowed.reason else { return }
            report.warning("\(card.quoted) in “\(key)” is there in vain: \(reason)", at: place)
        }
        for (pattern, place) in zip(rule.when.live ?? [], placed.live) where placed.live.count > 1 {
            var narrowed = rule
            narrowed.when.live = [pattern]
            warn(
                "live", facts.ruleset[pattern].identifier, at: place, RuleScene(facts, narrowed, sides: scene.sides))
        }
        for (situation, place) in zip(rule.when.whackedBy ?? [], placed.whackedBy) where placed.whackedBy.count > 1 {
            warn("whacked_by", facts.ruleset[situation].identifier, at: place, scene.whacked(by: situation))
        }
        for (card, place) in zip(rule.play.cards ?? [], placed.cards) where placed.cards.count > 1 {
            warn("cards", card, at: place, scene.playing(card))
        }
    }
}
