import Game
import Rulebook
import TestSupport
import Testing

@Suite("Every ruleset there is")
struct FixtureTests {
    @Test("loads without a warning", arguments: Fixtures.everyRuleset)
    func loads(name: String) throws {
        let rulebook = try Rulebook(contentsOf: Fixtures.anyRuleset(name))
        #expect(rulebook.warnings.map(\.description) == [])
        #expect(rulebook.ruleset.identifier == name)
    }

    @Test("comes back the same from its document", arguments: Fixtures.everyRuleset)
    func roundTrip(name: String) throws {
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        let document = RulesetDocument(ruleset)
        let again = try Rulebook(document.json, named: "document").ruleset
        #expect(again == ruleset)
        #expect(RulesetDocument(again).json == document.json)
        #expect(!document.json.contains("\n"))
    }
}

@Suite("A ruleset as read")
struct ReadingTests {
    let everything: Ruleset
    let example: Ruleset

    init() throws {
        everything = try Rulebook(contentsOf: Fixtures.ruleset("everything")).ruleset
        example = try Rulebook(contentsOf: Fixtures.ruleset("worked-example")).ruleset
    }

    @Test("has exact numbers however they are written")
    func numbers() {
        let limits = everything.limits
        #expect(limits.naturalness == Bits(millibits: 4125))
        #expect(limits.plausibility == Bits(millibits: 12_000))
        #expect(limits.pivotalAct == 8)
        #expect(limits.drive == 250)
        #expect([limits.pushes, limits.additions] == [1, 3])
        #expect([limits[.unlisted], limits[.whack]] == [250_000, 20_000])
        #expect(everything.features[0].ordinary?.millionths == 600_000)
        #expect(everything.features[0].deliberate?.millionths == 900_000)
        #expect(everything.features[1].deliberate?.millionths == 1)
    }

    @Test("has the texts with single blanks and their own characters")
    func texts() {
        #expect(everything.premise == "A text over several lines, with runs of blanks and 日本語 and 🎲.")
        #expect(everything.imitatee == "Anna \"Ann\" Meier \\ Müller")
        #expect(everything.title == "Everything — “quoted”, 'twice'")
        #expect(everything.intended.text == "It does as Anna would, come what may.")
    }

    @Test("has the standard values where the file is silent")
    func standards() {
        #expect(example.limits[.disputes] == 0)
        let limits = example.limits
        #expect([limits.drive, limits.pushes, limits.additions] == [0, 0, 64])
        #expect([limits[.unlisted], limits[.whack]] == [250_000, 20_000])
        #expect(example.features[0].name == "a")
        #expect(example.features[0].clause == "when " + example.features[0].text)
        #expect(example.features[0].excludes.isEmpty && example.patterns[0].family == nil)
        #expect(example.profiles.isEmpty)
    }

    @Test("has families, clauses, and exclusions both ways")
    func cards() {
        #expect(everything.patterns.map(\.family) == ["escape", nil, "escape"])
        #expect(everything.features.map(\.clause)[2] == "with everyone looking on")
        #expect(everything.features.map(\.excludes.rawValue) == [4, 0, 1])
    }

    @Test("takes a profile's numbers and reasons")
    func profiles() throws {
        let nate = try #require(everything.under(profile: "nate"))
        #expect(nate.limits.pivotalAct == 10)
        #expect(nate.intended.credence.description == "0.05")
        #expect(nate.features[1].condition == .certain)
        #expect(nate.features[0].ordinary?.description == "0.3")
        #expect(nate.patterns[1].credence.description == "0.6")
        #expect(everything.profiles[0].why["pivotal_act"] == "research is slow")
    }

    @Test("has rows, observations and a glossary")
    func talk() {
        #expect(everything.rows.map(\.features.count) == [2, 0])
        #expect(everything.observations[0].claims == ["petty-cash", "unwatched", "rule"])
        #expect(everything.glossary.map(\.term) == ["POUDA", "pivotal act"])
    }

    @Test("plays the worked example of RULES §13")
    func playsWorkedExample() {
        let position = Position(Rules(example, mode: .hard))
        #expect(position.legalMoves.map(example.notation) == ["propose p", "propose q", "concede"])
        #expect([1, 2, 3, 4, 5].map { position.perft($0) } == [2, 4, 3, 6, 1])
    }
}

@Suite("The document of a ruleset")
struct DocumentTests {
    @Test("is in the shape of the ruleset file, on one line")
    func shape() throws {
        let document = RulesetDocument(try Rulebook(contentsOf: Fixtures.ruleset("everything")).ruleset)
        try Golden(Fixtures.root + "/RulebookTests/Documents/everything.json").expect(document.json + "\n")
    }

    @Test("has a fingerprint that changes with any word of it")
    func fingerprint() throws {
        var ruleset = try Rulebook(contentsOf: Fixtures.ruleset("worked-example")).ruleset
        let before = RulesetDocument(ruleset).fingerprint
        #expect(before.count == 16)
        #expect(UInt64(before, radix: 16) != nil)
        ruleset.features[0].label.text += "!"
        #expect(RulesetDocument(ruleset).fingerprint != before)
    }
}
