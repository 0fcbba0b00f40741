import Game
import Play
import Review
import Screens
import TestSupport
import Testing

@Suite("What all saved matches say, on the screens")
struct SurveyScreenTests {
    @Test("rows are asked about after a prediction, and what is written of them is sealed with it")
    func before() throws {
        var theatre = try Theatre(ruleset: "alice")
        theatre.reachRows()
        #expect(theatre.text.contains("Rows of the table") && theatre.text.contains("Ana (Divergence)"))
        theatre.press(.tab)
        theatre.type("60")
        #expect(theatre.text.contains("60% (a bare number above 1 is a percentage) that it holds"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Ben (Training)") && !theatre.text.contains("60"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Your claims") && !theatre.skipsRows)
        theatre.press(.character("C"), .character("y"), .enter)
        #expect(theatre.text.contains("Ana"))
    }

    @Test("rows that were passed over are not asked about again, unless somebody asks to predict")
    func skipped() throws {
        var theatre = try Theatre(ruleset: "alice")
        theatre.reachRows()
        theatre.press(.enter, .enter)
        #expect(theatre.skipsRows && theatre.text.contains("Your claims"))
        theatre.press(.character("P"), .enter)
        #expect(theatre.text.contains("Rows of the table"))
        var again = try Theatre(ruleset: "alice")
        again.skipsRows = true
        again.reachRows()
        #expect(again.text.contains("Your claims"))
    }

    @Test("what is no credence is asked for again")
    func wrong() throws {
        var theatre = try Theatre(ruleset: "alice")
        theatre.reachRows()
        theatre.type("often")
        theatre.press(.enter)
        #expect(theatre.text.contains("Ana (Divergence)") && theatre.text.contains("write 70%, 0.7, 7:3"))
        theatre.press(.escape)
        #expect(theatre.text.contains("Before the first move"))
    }

    @Test("after a match the rows are asked about that it leaned on")
    func after() throws {
        var theatre = try Theatre(ruleset: "alice")
        theatre.reachMatch()
        theatre.press(.enter, .character("C"), .character("y"), .enter, .character("B"))
        #expect(theatre.text.contains("After the verdict"))
        theatre.press(.enter, .enter)
        let isAsked = theatre.text.contains("The rows that this match leaned on")
        #expect(isAsked)
        theatre.type("25%")
        theatre.press(.enter, .enter)
        #expect(theatre.journal.contains { $0.hasPrefix("believe divergence row ") && $0.hasSuffix(" 0.25") })
        for _ in 0..<40 where !theatre.text.contains("25% after") { theatre.press(.down) }
        #expect(theatre.text.contains("25% after"))
    }

    @Test("the table tells how far reading has come, and leaving it ends that")
    func reading() throws {
        var theatre = try Theatre()
        theatre.isHolding = true
        theatre.choose("The table")
        #expect(theatre.text.contains("Reading the saved matches."))
        theatre.deliver()
        #expect(theatre.text.contains("No saved match is of a ruleset with rows"))
        var left = try Theatre()
        left.isHolding = true
        left.choose("The table")
        left.press(.escape)
        #expect(left.cancelled.map(\.kind) == [.survey] && left.text.contains("c r e d u l i t y"))
        left.deliver()
        #expect(left.text.contains("c r e d u l i t y"))
    }

    @Test("files that could not be read are named")
    func problems() throws {
        var theatre = try Theatre()
        theatre.survey = try Theatre.surveyed()
        theatre.survey.problems = ["a.jsonl:3: not JSON", "b.jsonl: empty"]
        theatre.choose("The table")
        #expect(theatre.text.contains("Left out: a.jsonl:3: not JSON (and 1 more)"))
    }

    @Test("a continuation is followed, and left again")
    func explorer() throws {
        var theatre = try Theatre()
        theatre.survey = try Theatre.surveyed()
        theatre.opens = try Theatre.playedMatch("alice", seed: 3, mode: .hard)
        theatre.saved = [Theatre.saved(try Theatre.playedMatch("alice", seed: 3), at: "/saves/match.jsonl")]
        theatre.choose("Saved matches")
        theatre.press(.enter, .character("E"))
        #expect(theatre.text.contains("12 matches came here") && theatre.text.contains("ply 0: Divergence to move"))
        theatre.press(.enter)
        #expect(theatre.text.contains("ply 1: Training to move") && theatre.text.contains("Left one move back"))
        theatre.press(.left)
        #expect(theatre.text.contains("12 matches came here"))
        theatre.press(.escape, .character("E"))
        #expect(theatre.text.contains("12 matches came here"))
    }
}
