import Game
import TestSupport
import Testing

@testable import Rulebook

@Suite("A profile's file")
struct ProfileFileTests {
    static let seeds = Thoroughness.seeds(ofFull: 1000)

    private func everything() throws -> Ruleset {
        try Rulebook(contentsOf: Fixtures.ruleset("everything")).ruleset
    }

    @Test("reads back as the same profile, which is the last of its ruleset", arguments: seeds)
    func roundTrip(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed)
        let profile = Profile.random(of: ruleset, seed: seed)
        let yaml = ProfileDocument(profile, of: ruleset).yaml
        let file = try ProfileFile(yaml, named: "seed \(seed)", for: ruleset)
        #expect(file.profile == profile && file.warnings.isEmpty, "seed \(seed):\n\(yaml)")
        var expected = ruleset
        expected.profiles.append(profile)
        #expect(file.ruleset == expected, "seed \(seed)")
        #expect(try Rulebook(RulesetDocument(file.ruleset).json, named: "").ruleset == expected, "seed \(seed)")
    }

    @Test("is read as an entry of a ruleset's list", arguments: Fixtures.shipped)
    func entries(name: String) throws {
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        for profile in ruleset.profiles {
            var without = ruleset
            without.profiles.removeAll { $0 == profile }
            let file = try ProfileFile(ProfileDocument(profile, of: ruleset).yaml, named: "", for: without)
            #expect(file.profile == profile)
            #expect(file.ruleset.profiles == without.profiles + [profile])
        }
    }

    @Test("may be JSON, and need not say whose it is")
    func json() throws {
        let text = #"{"id": "mine", "title": "As I see it", "patterns": {"alice-selfish": 0.5}}"#
        let file = try ProfileFile(text, named: "mine.json", for: try everything())
        #expect(file.ruleset.under(profile: "mine")?.patterns.contains { $0.credence.millionths == 500_000 } == true)
    }

    @Test("of the name and the numbers of one that the ruleset has changes nothing")
    func same() throws {
        let ruleset = try everything()
        // That the house gives the features other numbers is said in other words.
        let text = """
            {id: holden, title: Another title, limits: {naturalness: 4.125}, why: {unwatched: the house says so}}
            """
        let file = try ProfileFile(text, named: "", for: ruleset)
        #expect(file.ruleset == ruleset)
        #expect(file.profile == ruleset.profiles.first { $0.identifier == "holden" })
    }

    @Test(
        "is told everything that is wrong with it, each with its place",
        arguments: [
            ("id: x", [":1:1: error: “title” is missing from this profile"]),
            (
                "id: x\ntitle: T\npattern: {}\npatterns: {alice-selfsh: 1.5}",
                [":3:1: error: a profile has no “pattern”; did you mean “patterns”?", ":4:12: error: unknown pattern"]
            ),
            (
                "{id: x, title: T, situations: {petty-cash: {ordinary: 1, deliberate: 0.5}}}",
                [":1:70: error: deliberate 0.5 is below ordinary 1 under the profile “x”"]
            ),
            ("id: house\ntitle: T", [":1:5: error: “house” means the ruleset's own numbers"]),
            (
                "title: T\nid: nate",
                [":2:5: error: “everything” has a profile “nate” with other numbers; this one needs"]
            ),
            (
                "id: x\nruleset: alice\ntitle: T\npatterns: {no-such: 1}",
                [":2:10: error: a profile of “alice”, not of “everything”; without this line"]
            ),
            ("ruleset: x\npremise: P\nid: x", [":1:1: error: a ruleset, not a profile"]),
            ("", [":1:1: error: empty: expected a profile"]), ("id: x\ntitle: [", ["error: "]),
            ("- id: x", [":1:1: error: expected a profile, as a mapping"]),
            ("id: x\ntitle: T\nruleset: 7", [":3:10: error: expected text, found the number 7"]),
        ])
    func problems(text: String, complaints: [String]) throws {
        let ruleset = try everything()
        let error = try #require(throws: RulebookError.self) {
            try ProfileFile(text, named: "mine.yaml", for: ruleset)
        }
        for complaint in complaints { #expect(error.description.contains(complaint), "\(error)") }
        #expect(error.description.split(separator: "\n").count { $0.hasPrefix("mine.yaml:") } == complaints.count)
    }

    @Test("does not make a ruleset of more than 100 profiles")
    func tooMany() throws {
        var ruleset = try everything()
        for number in ruleset.profiles.count..<100 {
            ruleset.profiles.append(Profile(identifier: "p\(number)", title: "One of many"))
        }
        #expect(throws: RulebookError.self) { try ProfileFile("{id: x, title: T}", named: "", for: ruleset) }
    }

    @Test("is not taken for a ruleset")
    func notARuleset() throws {
        let error = try #require(throws: RulebookError.self) {
            try Rulebook("ruleset: alice\nid: x\ntitle: T", named: "mine.yaml")
        }
        #expect(
            error.description.hasPrefix(
                "mine.yaml:1:1: error: a profile, not a ruleset: “credulity rules check alice --profile mine.yaml”"))
    }
}
