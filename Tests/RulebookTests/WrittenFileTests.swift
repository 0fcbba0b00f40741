import Game
import TestSupport
import Testing
import Text

@testable import Rulebook

@Suite("A ruleset that is written for people")
struct WrittenFileTests {
    @Test("comes back the same", arguments: Thoroughness.seeds(ofFull: 1000))
    func random(seed: UInt64) throws {
        var ruleset = Ruleset.random(seed: seed)
        ruleset.profiles = [Profile.random(of: ruleset, seed: seed)]
        let yaml = RulesetDocument(ruleset).yaml
        #expect(try Rulebook(yaml, named: "seed \(seed)").ruleset == ruleset, "seed \(seed):\n\(yaml)")
    }

    @Test("comes back the same, whatever it holds", arguments: Fixtures.everyRuleset)
    func fixtures(name: String) throws {
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        let again = try Rulebook(RulesetDocument(ruleset).yaml, named: name)
        #expect(again.ruleset == ruleset)
        #expect(!again.warnings.contains { $0.message.contains("comment") })
    }

    @Test("holds any text, in whichever place", arguments: Thoroughness.seeds(ofFull: 2000))
    func texts(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let parts = [
            "word", "true", "null", "No", "0.5", "1e3", "~", "#", "# x", ":", "a: b", "- ", "-", "?", "? x", "*all",
            "&x",
            "!", "%", "@", "`", "'", "\"", "\\", "\\n", "{", "}", "[a, b]", ",", "|", ">-", "---", "...", "<<", "=",
            "日本語",
            "🎲", "é", "e\u{301}", "“quoted”", "'tis", String(repeating: "x", count: 120), "a,b", "{left} said",
        ]
        func text() -> String {
            (0..<Int.random(in: 1...30, using: &random)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }.joined(separator: Bool.random(using: &random) ? " " : "").withSingleBlanks
        }
        var ruleset = Ruleset.random(seed: seed)
        ruleset.title = text()
        ruleset.premise = text()
        ruleset.patterns[0].label.why = text()
        ruleset.patterns[0].act = text()
        ruleset.glossary = [Ruleset.Term(term: String(text().prefix(40)).withSingleBlanks, meaning: text())]
        // A few words look to the guard like aliases; no file may hold many of those.
        guard (try? Rulebook(RulesetDocument(ruleset).json, named: "")) != nil else { return }
        let yaml = RulesetDocument(ruleset).yaml
        #expect(try Rulebook(yaml, named: "seed \(seed)").ruleset == ruleset, "seed \(seed):\n\(yaml)")
    }

    @Test("reads as an author would write it")
    func looks() throws {
        let yaml = RulesetDocument(try Rulebook(contentsOf: Fixtures.anyRuleset("alice")).ruleset).yaml
        let card = """

              - id: pressed
                name: Pressed for time
                text: the deadline is tonight and a corner could be cut
                as: with the deadline that night
                excludes: [months-alone]
                condition: 0.27
                ordinary: 0.6
                why: Haste shows in any text; it is the commonest setting of working life.
                source: Soares-Karnofsky, "racing to develop"; so therefore

            """
        #expect(yaml.contains(card))
        #expect(yaml.hasPrefix("ruleset: alice\ntitle: Imitating Alice\nimitatee: Alice\npremise: >-\n  A very large"))
        let example = RulesetDocument(try Rulebook(contentsOf: Fixtures.ruleset("worked-example")).ruleset).yaml
        #expect(example.contains("\nlimits:\n  naturalness: 3\n  plausibility: 6\n"))
        #expect(yaml.contains("\n  asks-what-for: {condition: 0.38}\n") == false, "profiles stand in their list")
        #expect(yaml.contains("\n      asks-what-for: {condition: 0.38}\n"))
    }
}
