import Bots
import Game
import Lab
import Rulebook
import TestSupport
import Testing

@Suite("A trial of a persona's rules")
struct RuleTrialTests {
    /// A trial of a bot with these rules, on the worked example with one text for another.
    private func trial(
        _ rules: String, sides: String = "divergence", _ old: String = "title:", _ new: String = "title:"
    ) throws -> RuleTrial {
        let example = String(decoding: try Fixtures.bytes(Fixtures.ruleset("worked-example")), as: UTF8.self)
        let parts = example.split(separator: old, maxSplits: 1)
        try #require(parts.count == 2)
        let bot = "bots: [{id: bot, text: it tries, sides: [\(sides)], rules: [\(rules)]}]\n"
        let ruleset = try Rulebook(parts.joined(separator: new) + bot, named: "test").ruleset
        return RuleTrial(of: ruleset.bots[0], in: ruleset, games: 200)
    }

    @Test(
        "finds no game of Divergence's in which a rule fires that cannot",
        arguments: [
            "{when: {corpus: [0, 0], live: [p]}, play: {}}",
            "{when: {live: [p], traits: [cis]}, play: {}}",
            "{when: {live: [p, q], traits: [hides]}, play: {}}",
            "{when: {live: [p], depth: [3, 4]}, play: {}}",
            "{when: {by: [shallower], live: [p]}, play: {}}",
            "{when: {by: [misattribute]}, play: {}}",
            "{when: {by: [sophisticate], corpus: [0, 1]}, play: {}}",
            "{when: {whacked_by: [t], channels: [behaviour]}, play: {}}",
            "{when: {channels: [outcome]}, play: {}}",
            "{when: {live: [p], naturalness: [0, 0.3]}, play: {}}",
            "{when: {margin: [0, 0]}, play: {}}",
            "{when: {live: [q], margin: [4, 9]}, play: {}}",
            "{when: {proposals: [2, 9]}, play: {}}",
            "{when: {proposals: [1, 1], corpus: [1, 9]}, play: {}}",
            "{when: {corpus: [1, 9]}, play: {kinds: [propose]}}",
            "{when: {corpus: [0, 0]}, play: {kinds: [shallower]}}",
            "{play: {kinds: [shallower], cards: [a]}}",
            "{when: {live: [p]}, play: {kinds: [sophisticate], cards: [a]}}",
            "{when: {live: [q]}, play: {cards: [p], kinds: [shallower]}}",
            "{when: {whacked_by: [t]}, play: {cards: [q], kinds: [shallower]}}",
        ])
    func divergence(rule: String) throws {
        let trial = try trial(rule)
        #expect(trial.idleRules == [0] && trial.games == 200)
    }

    @Test(
        "finds no game of Training's in which a rule fires that cannot",
        arguments: [
            "{when: {mode: hard}, play: {provenance: deliberate}}",
            "{play: {provenance: deliberate, never: [deliberate]}}",
            "{when: {by: [shallower], corpus: [0, 0]}, play: {}}",
            "{when: {corpus: [0, 0], plausibility: [0.1, 1]}, play: {}}",
            "{when: {proposals: [1, 1]}, play: {}}",
        ])
    func training(rule: String) throws {
        #expect(try trial(rule, sides: "training").idleRules == [0])
    }

    @Test(
        "finds a game in which a rule fires that can, and then stops",
        arguments: [
            "{when: {proposals: [0, 0], corpus: [1, 1]}, play: {}}",
            "{when: {whacked_by: [s, t], channels: [thoughts]}, play: {}}",
            "{when: {live: [q]}, play: {}}",
            "{when: {margin: [4, 9]}, play: {}}",
            "{when: {plausibility: [0.3, 0.4]}, play: {}}",
            "{when: {mode: easy, corpus: [1, 1]}, play: {kinds: [concede]}}",
        ])
    func firing(rule: String) throws {
        let trial = try trial(rule, sides: "divergence")
        #expect(trial.idleRules == [] && trial.games < 200)
        #expect(trial.origins[.rule(0)] == 1)
    }

    @Test(
        "shows which rule never has its turn, since an earlier one decides first",
        arguments: [
            ("{play: {}}", "{when: {mode: hard}, play: {kinds: [sophisticate]}}"),
            ("{when: {live: [p, q]}, play: {}}", "{when: {live: [p]}, play: {}}"),
            ("{when: {corpus: [1, 100000]}, play: {}}", "{when: {corpus: [1, 1], mode: hard}, play: {}}"),
            ("{when: {depth: [1, 2]}, play: {}}", "{when: {live: [q]}, play: {choice: any}}"),
        ])
    func covered(earlier: String, later: String) throws {
        #expect(try trial("\(earlier), \(later)").idleRules == [1])
        #expect(try trial("\(later), \(earlier)").idleRules == [])
    }

    @Test("looks at both sides of a bot that plays both")
    func bothSides() throws {
        let rules =
            "{play: {kinds: [counter]}}, {play: {kinds: [propose]}}, {when: {mode: hard}, play: {kinds: [counter]}}"
        #expect(try trial(rules, sides: "divergence, training").idleRules == [2])
    }

    @Test("looks at the numbers of every profile")
    func profiles() throws {
        let profile = "profiles: [{id: many, title: More proposals, limits: {proposals: 3}}]\ntitle:"
        #expect(try trial("{when: {proposals: [2, 3]}, play: {}}", "title:", profile).idleRules == [])
    }

    @Test("is the same every time")
    func deterministic() throws {
        let rules = "{when: {live: [q]}, play: {choice: any}}, {play: {choice: any}}, {when: {depth: [9, 9]}, play: {}}"
        let trials = try [trial(rules), trial(rules)]
        #expect(trials[0].idleRules == [2])
        #expect(trials[0].origins == trials[1].origins && trials[0].games == trials[1].games)
    }

    @Test("begins no game where there is no rule, and only the first where it may spend nothing")
    func bounds() throws {
        #expect(try trial("").games == 0)
        let ruleset = try Rulebook(contentsOf: Fixtures.ruleset("everything")).ruleset
        #expect(RuleTrial(of: ruleset.bots[0], in: ruleset, effort: 1).games == 1)
        #expect(RuleTrial.all(in: ruleset).map(\.persona) == ruleset.bots)
    }
}
