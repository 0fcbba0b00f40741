import Bots
import Game
import TestSupport
import Testing

@testable import Rulebook
import Text

@Suite("The ruleset to begin with")
struct TemplateTests {
    let ruleset: Ruleset

    init() throws {
        let template = try #require(Template(identifier: "my-rules"))
        let rulebook = try Rulebook(template.yaml, named: "my-rules.yaml")
        #expect(rulebook.warnings.map(\.description) == [])
        ruleset = rulebook.ruleset
    }

    @Test("is small, and bears the name it was given")
    func size() throws {
        #expect(ruleset.identifier == "my-rules")
        #expect((5...6).contains(ruleset.features.count) && ruleset.patterns.count == 6)
        #expect(ruleset.situations.count == 8 && ruleset.deployments.count == 3 && ruleset.profiles.count == 1)
        #expect(ruleset.bots.map(\.sides) == [[.training]])
        let yaml = try #require(Template(identifier: "my-rules")).yaml
        #expect(yaml.split(separator: "\n").allSatisfy { $0.columns <= 120 })
    }

    @Test("has texts that stand by themselves, since nothing is put before them")
    func texts() {
        #expect(ruleset.patterns.allSatisfy { $0.text.hasPrefix("it learned that ") })
        #expect(ruleset.intended.text.hasPrefix("it learned "))
    }

    @Test("has the shape that the schema asks for")
    func schema() throws {
        let yaml = try #require(Template(identifier: "my-rules")).yaml
        let value = try #require(Schema.value(of: Array(yaml.utf8)))
        #expect(try Schema.checker().complaints(about: value) == [])
    }

    @Test("takes no name that is no identifier", arguments: ["", "My", "2nd", "a.yaml", "a b", "-a", "ä", "../a"])
    func names(name: String) {
        #expect(Template(identifier: name) == nil)
    }

    @Test("is Divergence's in hard mode and Training's in easy mode, between greedy players", arguments: Mode.allCases)
    func greedy(mode: Mode) throws {
        var match = Match(Rules(ruleset, mode: mode))
        while match.verdict == nil { try match.play(Greedy().reply(to: Turn(match, ruleset: match.ruleset)).move) }
        #expect(match.verdict?.winner == (mode == .hard ? .divergence : .training))
        #expect(match.moves.count >= 6)
    }

    @Test("is won by both sides, neither by concession, between random players", arguments: Mode.allCases)
    func random(mode: Mode) throws {
        for ruleset in [ruleset, try #require(ruleset.under(profile: "council"))] {
            let rules = Rules(ruleset, mode: mode)
            let verdicts = (1...300 as ClosedRange<UInt64>).compactMap { Match.random(rules, seed: $0).verdict }
                .filter { $0.reasons.first?.kind != .conceded }
            for side in Side.allCases {
                #expect(verdicts.count { $0.winner == side } >= 30, "\(side) in \(mode) mode")
            }
        }
    }
}
