import Game
import Rulebook
import TestSupport
import Testing

@Suite("The warning of an idle card")
struct IdleCardTests {
    /// What is warned of in the worked example with one text for another, and more at its end.
    private func warned(_ old: String, _ new: String, more: String = "") throws -> [String] {
        let example = String(decoding: try Fixtures.bytes(Fixtures.ruleset("worked-example")), as: UTF8.self)
        let parts = example.split(separator: old, maxSplits: 1)
        try #require(parts.count == 2)
        return try Rulebook(parts.joined(separator: new) + more, named: "test").warnings.map { $0.message }
    }

    @Test("is given where no numbers let it be played")
    func idle() throws {
        #expect(
            try warned("credence: 0.25, trigger: [b]", "credence: 0.1, trigger: [b]") == [
                "“q” can never be played: its 3.32 bits are above the naturalness of 3.00"
            ])
    }

    @Test("is withheld where a profile lets it be played")
    func profile() throws {
        let profile = "profiles:\n  - {id: ann, title: Ann, patterns: {q: 0.25}}\n"
        #expect(try warned("credence: 0.25, trigger: [b]", "credence: 0.1, trigger: [b]", more: profile) == [])
        let limits = "profiles:\n  - {id: ann, title: Ann, limits: {naturalness: 4}}\n"
        #expect(try warned("credence: 0.25, trigger: [b]", "credence: 0.1, trigger: [b]", more: limits) == [])
    }

    @Test("is withheld where a coined pattern could bring it into play")
    func coined() throws {
        let hidden = "depth: 2, hides_from: [thoughts], source: RULES §13}\n  - {id: q, hides_from: [thoughts]"
        let shown = "depth: 2, source: RULES §13}\n  - {id: q"
        #expect(
            try warned(shown, hidden) == [
                "“t” can never be played: every pattern that can be played hides from thoughts"
            ])
        let coins = "profiles:\n  - {id: ann, title: Ann, limits: {coins: 1}}\n"
        #expect(try warned(shown, hidden, more: coins) == [])
    }

    @Test("knows at which step the pivotal act comes")
    func late() throws {
        let late = "{id: d1, text: it runs the machine room at night, features: [a, b], arrives: 6}"
        let early = "{id: d1, text: it runs the machine room at night, features: [a, b], arrives: 2}"
        #expect(
            try warned(early, late) == [
                "“b” can never be played: it would come at step 6, but the pivotal act comes at step 5",
                "“q” can never be played: it would come at step 6, but the pivotal act comes at step 5",
            ])
    }

    @Test("knows what a datum may not add, and what cannot occur together")
    func additions() throws {
        let (old, none) = ("plausibility: 6", "plausibility: 6, additions: 0")
        #expect(try warned(old, none) == [])
        // What shows nothing has to add every trigger.
        let (shown, bare) = ("exhibits: [b]", "exhibits: []")
        #expect(try warned(shown, bare) == [])
        let idle =
            "“t” can never be played: what it lacks of every trigger cannot be had in data, or not with what it shows"
        let example = String(decoding: try Fixtures.bytes(Fixtures.ruleset("worked-example")), as: UTF8.self)
        let both = example.replacing(old, with: none).replacing(shown, with: bare)
        #expect(try Rulebook(both, named: "test").warnings.map(\.message) == [idle])
    }
}
