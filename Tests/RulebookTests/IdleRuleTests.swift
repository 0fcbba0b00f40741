import Game
import Rulebook
import TestSupport
import Testing

@Suite("The warning of an idle rule")
struct IdleRuleTests {
    /// What is warned of in the worked example with one bot, and with one text for another.
    private func warned(
        _ rules: String, sides: String = "divergence", _ old: String = "title:", _ new: String = "title:"
    ) throws -> [String] {
        let example = String(decoding: try Fixtures.bytes(Fixtures.ruleset("worked-example")), as: UTF8.self)
        let parts = example.split(separator: old, maxSplits: 1)
        try #require(parts.count == 2)
        let bot = "bots: [{id: bot, text: it tries, sides: [\(sides)], rules: [\(rules)]}]\n"
        return try Rulebook(parts.joined(separator: new) + bot, named: "test").warnings.map { $0.message }
    }

    @Test(
        "says why the rule can never fire: to Divergence",
        arguments: [
            (
                "{when: {corpus: [0, 0], live: [p]}, play: {}}",
                "at the start nothing is live; later the corpus holds a datum"
            ),
            ("{when: {live: [p], traits: [cis]}, play: {}}", "“p” is not cis"),
            ("{when: {live: [p], traits: [misattributes]}, play: {}}", "“p” does not misattribute"),
            ("{when: {live: [p], traits: [hides]}, play: {}}", "“p” hides from no channel"),
            ("{when: {live: [p, q], traits: [hides]}, play: {}}", "no pattern in “live” hides from a channel"),
            ("{when: {traits: [cis]}, play: {}}", "no pattern that can be played is cis"),
            ("{when: {traits: [cis, hides]}, play: {}}", "no pattern that can be played has all of these traits"),
            ("{when: {live: [p], depth: [3, 4]}, play: {}}", "the depth of “p” is 2"),
            ("{when: {depth: [3, 4]}, play: {}}", "no such pattern has such a depth; there are 1, 2"),
            ("{when: {by: [shallower], live: [p]}, play: {}}", "no pattern is deeper than such a one"),
            ("{when: {by: [misattribute]}, play: {}}", "no such pattern misattributes"),
            ("{when: {by: [sophisticate], corpus: [0, 1]}, play: {}}", "Divergence has only proposed"),
            ("{when: {whacked_by: [t], channels: [behaviour]}, play: {}}", "“t” is seen in thoughts"),
            (
                "{when: {whacked_by: [s, t], channels: [outcome]}, play: {}}",
                "no situation in “whacked_by” is seen in such a channel"
            ),
            ("{when: {channels: [outcome]}, play: {}}", "no situation that can be played is seen in such a channel"),
            (
                "{when: {whacked_by: [s], corpus: [0, 0]}, play: {}}",
                "at the start no datum is asserted; later the corpus holds a datum"
            ),
            (
                "{when: {live: [p], naturalness: [0, 0.3]}, play: {}}",
                "such a pattern strains 0.333 of its limit by itself"
            ),
            ("{when: {margin: [0, 0]}, play: {}}", "what is live always comes before the pivotal act"),
            ("{when: {margin: [5, 9]}, play: {}}", "what is live comes at most 4 steps before the pivotal act"),
            (
                "{when: {live: [q], margin: [4, 9]}, play: {}}",
                "what is live comes at most 3 steps before the pivotal act"
            ),
            ("{when: {proposals: [2, 9]}, play: {}}", "there is only one proposal"),
            ("{when: {proposals: [1, 1], corpus: [1, 9]}, play: {}}", "no proposal is left"),
            ("{when: {proposals: [0, 0]}, play: {kinds: [propose]}}", "no proposal is left"),
            ("{when: {corpus: [1, 9]}, play: {kinds: [propose]}}", "no proposal is left"),
            (
                "{when: {corpus: [0, 0]}, play: {kinds: [shallower]}}",
                "at the start Divergence can only propose; later the corpus holds a datum"
            ),
            ("{play: {kinds: [propose], cards: [a]}}", "no proposal is left"),
            ("{play: {kinds: [shallower], cards: [a]}}", "“a” is not played by a move of such a kind"),
            ("{when: {live: [p]}, play: {kinds: [sophisticate], cards: [a]}}", "“a” is in the trigger already"),
            (
                "{when: {whacked_by: [s]}, play: {kinds: [sophisticate], cards: [a]}}",
                "“a” is shown by the last datum already"
            ),
            ("{when: {live: [q]}, play: {cards: [p], kinds: [shallower]}}", "“p” is no shallower than what is live"),
            ("{play: {cards: [q], kinds: [misattribute]}}", "“q” does not misattribute"),
            ("{when: {whacked_by: [t]}, play: {cards: [q], kinds: [shallower]}}", "the last datum whacks “q” as well"),
        ])
    func divergence(rule: String, reason: String) throws {
        #expect(try warned(rule) == ["this rule can never fire: \(reason)"])
    }

    @Test(
        "says why the rule can never fire: to Training",
        arguments: [
            ("{when: {mode: hard}, play: {provenance: deliberate}}", "hard mode has no deliberate data"),
            ("{play: {provenance: deliberate, never: [deliberate]}}", "“never” rules out what “provenance” asks for"),
            (
                "{when: {by: [shallower], corpus: [0, 0]}, play: {}}",
                "at the start Divergence has only proposed; later the corpus holds a datum"
            ),
            (
                "{when: {corpus: [0, 0], plausibility: [0.1, 1]}, play: {}}",
                "at the start Training strains nothing; later the corpus holds a datum"
            ),
            ("{when: {proposals: [1, 1]}, play: {}}", "no proposal is left"),
            ("{when: {by: [shallower], live: [q], whacked_by: [t]}, play: {}}", "what “t” shows whacks “q” anyway"),
        ])
    func training(rule: String, reason: String) throws {
        #expect(try warned(rule, sides: "training") == ["this rule can never fire: \(reason)"])
    }

    @Test("says why no datum or card will do")
    func cards() throws {
        let shown = "depth: 2, source: RULES §13}"
        let hidden = "depth: 2, hides_from: [behaviour], cis: true, source: RULES §13}"
        let rule = "{when: {live: [p]}, play: {cards: [s]}}"
        #expect(
            try warned(rule, sides: "training", shown, hidden) == [
                "this rule can never fire: “s” answers nothing that fits: “p” hides from behaviour"
            ])
        #expect(
            try warned("{when: {live: [p], whacked_by: [s]}, play: {}}", shown, hidden) == [
                "this rule can never fire: “s” cannot whack “p”, since “p” hides from behaviour"
            ])
        #expect(
            try warned("{when: {live: [p], whacked_by: [s]}, play: {}}", sides: "training", shown, hidden) == [])
        let late = "delay: 2, source: RULES §13}", later = "delay: 4, source: RULES §13}"
        #expect(
            try warned("{when: {live: [p]}, play: {cards: [b]}}", late, later) == [
                "this rule can never fire: with “b” nothing that fits would come in time"
            ])
    }

    @Test("says that a card is idle, and which of several is there in vain")
    func vain() throws {
        let credence = "credence: 0.25, trigger: [b]", small = "credence: 0.1, trigger: [b]"
        let reason = "“q” can never be played, since its 3.32 bits are above the naturalness of 3.00"
        #expect(
            try warned("{when: {live: [q]}, play: {}}, {play: {cards: [q]}}", credence, small).suffix(2) == [
                "this rule can never fire: \(reason)",
                "this rule can never fire: \(reason)",
            ])
        #expect(
            try warned("{when: {live: [q, p]}, play: {}}", credence, small).last
                == "“q” in “live” is there in vain: \(reason)")
        #expect(
            try warned("{when: {whacked_by: [s, t], channels: [thoughts]}, play: {cards: [q, a, b]}}") == [
                "“s” in “whacked_by” is there in vain: “s” is seen in behaviour",
                "“q” in “cards” is there in vain: the last datum whacks “q” as well",
                "“b” in “cards” is there in vain: “b” is shown by the last datum already",
            ])
    }

    @Test(
        "says which earlier rule always comes first",
        arguments: [
            ("{play: {}}", "{when: {mode: hard}, play: {kinds: [sophisticate]}}"),
            ("{when: {live: [p, q]}, play: {}}", "{when: {live: [p]}, play: {}}"),
            ("{when: {depth: [1, 2]}, play: {}}", "{when: {live: [q]}, play: {choice: any}}"),
            ("{when: {channels: [thoughts]}, play: {}}", "{when: {whacked_by: [t]}, play: {}}"),
            ("{when: {corpus: [1, 100000]}, play: {}}", "{when: {corpus: [1, 3]}, play: {}}"),
            ("{when: {plausibility: [0.25, 1]}, play: {}}", "{when: {plausibility: [0.5, 0.75]}, play: {}}"),
            (
                "{when: {by: [propose, shallower, sophisticate]}, play: {}}",
                "{when: {by: [shallower]}, play: {cards: [b]}}"
            ),
            ("{play: {kinds: [concede]}}", "{play: {}}"),
            ("{play: {cards: [p, q, b]}}", "{play: {cards: [b, q]}}"),
            ("{when: {proposals: [0, 0]}, play: {}}", "{when: {corpus: [1, 2]}, play: {}}"),
        ])
    func covered(earlier: String, later: String) throws {
        #expect(
            try warned("\(earlier), \(later)") == [
                "this rule can never fire: wherever it could, the one on line \(line) does first"
            ])
        let isAlwaysReached = earlier.contains("concede")
        #expect(try warned("\(later), \(earlier)").isEmpty != isAlwaysReached)
    }

    /// The line of the bot that is put after the worked example.
    private let line = 20

    @Test(
        "is withheld where the later rule may fire all the same",
        arguments: [
            ("{when: {mode: hard}, play: {}}", "{play: {}}"),
            ("{when: {live: [p]}, play: {}}", "{when: {depth: [1, 2]}, play: {}}"),
            ("{play: {cards: [p]}}", "{play: {cards: [p, q]}}"),
            ("{play: {kinds: [propose]}}", "{play: {}}"),
            ("{when: {naturalness: [0.1, 1]}, play: {}}", "{play: {}}"),
            ("{when: {proposals: [0, 0]}, play: {}}", "{play: {kinds: [propose]}}"),
        ])
    func withheld(earlier: String, later: String) throws {
        #expect(try warned("\(earlier), \(later)") == [])
    }

    @Test("compares data by where they come from and what they hobble")
    func data() throws {
        let sides = "training"
        let first = ["this rule can never fire: wherever it could, the one on line \(line) does first"]
        let hard = "{when: {mode: hard}, play: {choice: cheapest}}"
        #expect(try warned("{play: {provenance: ordinary}}, \(hard)", sides: sides) == first)
        #expect(try warned("{play: {provenance: ordinary}}, {play: {}}", sides: sides) == [])
        #expect(try warned("{play: {never: [deliberate]}}, \(hard)", sides: sides) == first)
        #expect(try warned("{play: {never: [hobble]}}, {play: {}}", sides: sides) == first)
    }

    @Test("is withheld where a coined pattern may be live")
    func coined() throws {
        let rule = "{when: {traits: [cis]}, play: {}}"
        #expect(try warned(rule, "proposals: 1}", "proposals: 1, coins: 1}") == [])
        #expect(
            try warned("{when: {live: [p], traits: [cis]}, play: {}}", "proposals: 1}", "proposals: 1, coins: 1}") != []
        )
    }

    @Test("says of a bot of both sides what each lacks")
    func bothSides() throws {
        #expect(
            try warned("{when: {corpus: [0, 0], live: [q]}, play: {cards: [b]}}", sides: "divergence, training") == [
                "this rule can never fire: as Divergence, at the start nothing is live; later the corpus holds a datum; "
                    + "as Training, at the start none of “cards” is played then; later the corpus holds a datum"
            ])
        #expect(try warned("{play: {provenance: ordinary}}", sides: "divergence, training") == [])
    }
}
