import Game
import TestSupport
import Testing

@testable import Rulebook

@Suite("A bot as read")
struct PersonaReadingTests {
    let everything: Ruleset

    init() throws {
        everything = try Rulebook(contentsOf: Fixtures.ruleset("everything")).ruleset
    }

    @Test("has who it is, whom it believes and how it opens")
    func identity() throws {
        let nate = everything.bots[0]
        #expect(everything.bots.map(\.identifier) == ["nate", "careful-reader", "silent"])
        #expect(everything.bots.map(\.name) == ["Nate M", "careful reader", "silent"])
        #expect(everything.bots.map(\.sides) == [[.divergence], [.training, .divergence], [.training]])
        #expect(nate.profile == nil)
        #expect(
            nate.openings.map { $0.map(everything.notation) } == [
                ["propose avoid-getting-caught", "counter petty-cash deliberate", "sophisticate decisive-power"],
                ["propose alice-selfish"],
            ])
    }

    @Test("has its rules, with shares in thousandths")
    func rules() throws {
        let rules = everything.bots[0].rules + everything.bots[1].rules
        var when = Persona.When()
        when.mode = .hard
        when.live = [Pattern.ID(0)]
        when.traits = [.cis]
        when.depth = 1...3
        when.by = [.propose, .shallower]
        when.whackedBy = [Situation.ID(0)]
        when.channels = [.behaviour]
        when.naturalness = 125...1000
        when.plausibility = 0...975
        when.margin = 1...20
        when.proposals = 0...1
        when.corpus = 1...2
        let play = Persona.Play(
            kinds: [.misattribute, .sophisticate], cards: ["alice-selfish", "decisive-power"], choice: .dearest,
            within: Bits(millibits: 250))
        #expect(rules[0] == Persona.Rule(when: when, play: play))
        #expect(rules[1] == Persona.Rule(play: Persona.Play()))
        #expect(rules[2].play.never == [.dull, .deliberate] && rules[2].play.provenance == .ordinary)
        #expect(rules[3].play.kinds == [.concede])
    }

    @Test("has what it says, and nothing for an empty list")
    func sayings() {
        let sayings = everything.bots[0].sayings
        #expect(sayings.play["avoid-getting-caught"] == ["{card}, at {credence}: {bits}."])
        #expect(sayings.meet["honeypot"] == ["A trap.", "Another."])
        #expect(sayings.moves[.propose] == ["Take {pattern}.", "Or, 'this'."])
        #expect(sayings.objection == ["I would ask more for that."])
        #expect(sayings.verdict[.exoticData] == ["Nobody has that."])
        #expect(everything.bots[2].sayings == Persona.Sayings())
    }

    @Test("may believe a profile, and keeps that in its document")
    func profile() throws {
        var ruleset = everything
        ruleset.bots[0].profile = "nate"
        let again = try Rulebook(RulesetDocument(ruleset).json, named: "document").ruleset
        #expect(again == ruleset && again.bots[0].profile == "nate")
    }

    @Test("may have many lines with a placeholder before a colon, which is no compound key")
    func colons() throws {
        var ruleset = everything
        ruleset.bots[0].sayings.objection = (0..<100).map { "\($0), {card}: {opponent}: no." }
        #expect(try Rulebook(RulesetDocument(ruleset).json, named: "document").ruleset == ruleset)
        for key in ["{a b}: c\n", "{}: c\n", "{a1}: c\n", "{a: b}: c\n", "{ a }: c\n", "[a]: c\n", "{{a}}: c\n"] {
            #expect(!YAMLGuard(Array(String(repeating: key, count: 13).utf8)).isPassable, "\(key)")
        }
    }

    @Test("is left out of the document of a ruleset that has none")
    func none() {
        var ruleset = everything
        ruleset.bots = []
        #expect(!RulesetDocument(ruleset).json.contains("\"bots\""))
    }
}
