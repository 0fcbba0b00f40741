import Game
import TestSupport
import Testing

@testable import Bots
@testable import Rulebook

@Suite("A random script")
struct RandomScriptTests {
    /// A ruleset of one bot with many rules, its rules' places counted by lines, and what is said of them.
    private struct Trial {
        let ruleset: Ruleset
        let bot: Persona
        /// By the number of the rule, from 0.
        var dead: [Int: String] = [:]
        var idleCards: [(rule: Int, key: String, index: Int)] = []

        init(seed: UInt64) {
            ruleset = Ruleset.random(seed: seed).withRandomBots(seed: seed, rules: 20...40)
            bot = ruleset.bots[0]
            let rules = bot.rules.enumerated().map { line, rule in
                func places(_ count: Int?, _ column: Int) -> [Place] {
                    (0..<(count ?? 0)).map { Place(line: line, column: column + $0) }
                }
                return PlacedRule(
                    rule: rule, place: Place(line: line, column: 0), live: places(rule.when.live?.count, 100),
                    whackedBy: places(rule.when.whackedBy?.count, 200), cards: places(rule.play.cards?.count, 300))
            }
            let report = Report()
            let facts = ScriptFacts(ruleset, Idleness(of: ruleset))
            for rule in rules {
                // One by one first, since only the first fifty warnings are kept.
                let single = Report()
                IdleRules(facts).warn(of: PlacedPersona(persona: bot, rules: [rule]), single)
                if !single.hasErrors, let warning = single.warnings.first(where: { $0.place.column == 0 }) {
                    dead[rule.place.line] = warning.message
                }
                for warning in single.warnings where warning.place.column >= 100 {
                    let key = ["live", "whacked_by", "cards"][warning.place.column / 100 - 1]
                    idleCards.append((rule.place.line, key, warning.place.column % 100))
                }
            }
            IdleRules(facts).warn(of: PlacedPersona(persona: bot, rules: rules), report)
            for warning in report.warnings where warning.message.contains("does first") {
                dead[warning.place.line] = dead[warning.place.line] ?? warning.message
            }
        }
    }

    @Test(
        "is never said to hold a rule that cannot fire, which then does", arguments: Thoroughness.seeds(ofFull: 1000),
        Mode.allCases)
    func deadRules(seed: UInt64, mode: Mode) throws {
        let trial = Trial(seed: seed)
        let rules = Rules(trial.ruleset, mode: mode)
        for playout in 0..<(6 as UInt64) {
            var match = Match(rules)
            for move in Match.random(rules, seed: seed &* 8 &+ playout).moves {
                if trial.bot.sides.contains(match.position.sideToMove) {
                    expectDeadStay(trial, match, "\(seed)/\(playout)")
                }
                try match.play(move)
            }
        }
    }

    private func expectDeadStay(_ trial: Trial, _ match: Match, _ place: String) {
        let script = Script(match, match.rules)
        var random = SplitMix64(seed: 0)
        func fires(_ rule: Persona.Rule) -> Bool {
            script.holds(rule.when) && script.choice(rule.play, &random) != nil
        }
        let firing = trial.bot.rules.indices.filter { fires(trial.bot.rules[$0]) }
        for rule in firing {
            guard let message = trial.dead[rule] else { continue }
            let isCovered = message.contains("does first") && firing[0] < rule
            #expect(isCovered, "seed \(place), rule \(rule): \(message): \(trial.bot.rules[rule])")
        }
        for (rule, key, index) in trial.idleCards {
            var narrowed = trial.bot.rules[rule]
            switch key {
            case "live": narrowed.when.live = narrowed.when.live.map { [$0[index]] }
            case "whacked_by": narrowed.when.whackedBy = narrowed.when.whackedBy.map { [$0[index]] }
            default: narrowed.play.cards = narrowed.play.cards.map { [$0[index]] }
            }
            #expect(!fires(narrowed), "seed \(place), rule \(rule): \(key) \(index): \(narrowed)")
        }
    }

    @Test("comes back the same from its document", arguments: Thoroughness.seeds(ofFull: 1000))
    func roundTrip(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed).withRandomBots(seed: seed)
        let document = RulesetDocument(ruleset)
        let again = try Rulebook(document.json, named: "seed \(seed)").ruleset
        #expect(again == ruleset)
        #expect(RulesetDocument(again) == document)
    }
}
