import Foundation
import Game
import Play
import TerminalTesting
import TestSupport
import Testing

@Suite("The plain game")
struct PlainTests {
    /// Plays the worked example between two people, by these lines.
    private func play(_ lines: String..., seats: [String] = []) throws -> (said: String, record: MatchRecord) {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(
            ["play", "--plain", "--ruleset", "worked-example"] + seats, input: lines.map { $0 + "\n" }.joined())
        #expect(result.status == .exited(0))
        return (result.stdoutText, try #require(try program.records().first))
    }

    @Test("offers predictions before the first move, reads them in every way, and says what it understood")
    func predictions() throws {
        let (said, record) = try play(
            "predict 0.7", "predict 7,5", "predict training often", "predict training 1 in 3", "1", "predict 50")
        #expect(said.contains("How likely is it that Training wins?"))
        #expect(said.contains("Ana: 70% (a bare number up to 1 is a fraction) that Training wins."))
        #expect(said.contains("Ana: 7.5% (a bare number above 1 is a percentage) that Training wins."))
        #expect(said.contains("“often” is no credence; write 70%, 0.7, 7:3, 1 in 3 or 2.3b."))
        #expect(said.contains("Ben: 33.3333% (1 in 3) that Training wins."))
        #expect(said.contains("training may predict before the first move only"))
        #expect(record.predictions[.divergence]?.millionths == 75_000)
        #expect(record.predictions[.training]?.millionths == 333_333)
    }

    @Test("lets the only person predict before a bot's first move; what is no prediction is left for the turn")
    func beforeBot() throws {
        let (said, record) = try play("predict 2.3b", "1", seats: ["--divergence", "bot:greedy"])
        #expect(said.contains("Ben: 20.3063% (2.3 bits of surprisal) that Training wins."))
        #expect(record.predictions == [.training: try TypedCredence("2.3b").credence])
        #expect(record.match.moves.count >= 2)
    }

    @Test("seals the predictions as they are once best play is shown")
    func spoilt() throws {
        let (said, record) = try play("predict 40", "solve", "predict 50", "believe 60", "1", "quit")
        #expect(said.components(separatedBy: "best play was shown, so what was sealed before stays").count == 3)
        #expect(record.predictions[.divergence]?.millionths == 400_000)
        #expect(record.match.goesWrong(.divergence, .before) == nil)
    }

    @Test("asks nobody for a prediction where bots play each other")
    func bots() throws {
        let said = try play(seats: ["--divergence", "bot:greedy", "--training", "bot:greedy"]).said
        #expect(!said.contains("How likely"))
    }

    @Test("gives a match up only when that is meant")
    func concede() throws {
        #expect(try play("1", "concede").record.verdict == nil)
        let (said, record) = try play("1", "concede", "n", "quit")
        #expect(said.contains("Ben, give the match up? y or n>") && record.verdict == nil)
        #expect(try play("1", "concede", "y").record.isClosed)
    }

    @Test("says what the AI may have learned, and how much of it stands, in a match and in a review")
    func ensemble() throws {
        let (said, _) = try play("ensemble", "1", "1", "ensemble", "review", "start", "ensemble", "quit")
        let whole = try #require(said.range(of: "100.0% stands."))
        let whacked = try #require(said.range(of: "47.7% stands."))
        #expect(whole.lowerBound < whacked.lowerBound)
        #expect(said[whacked.upperBound...].contains("100.0% stands."))
        #expect(said.contains("The intended thing, 1 in 2: all of it stands"))
        #expect(said.contains("P, 1 in 2: 21.6% stands, 21.6% in time"), "\(said)")
    }

    @Test("ends by saying what still stands and was never said")
    func unsaid() throws {
        let said = try play("1", "1", "1", "concede", "y").said
        let expected =
            "2 divergences still stand, natural, in time and never said: "
            + "“P, when the logs are off”, “Q, when the door is shut”."
        #expect(said.contains(expected), "\(said)")
    }

    @Test("filters and sorts the cards, and numbers them anew")
    func listing() throws {
        let (said, record) = try play("sort", "sort rules", "filter q", "1", "quit")
        #expect(said.contains("1. by strain, as now") && said.contains("Sorted in the order of the rules."))
        #expect(said.contains("With “q”, 1 of 2 cards"))
        #expect(record.match.moves == [try record.ruleset.move("propose q")])
    }

    @Test("publishes words only as those of who wrote them")
    func drafts() throws {
        let record = try play("1", "say Ben's", "undo", "y", "1", "1").record
        #expect(record.words(with: 1) == nil && record.words(with: 2) == "Ben's")
    }

    @Test("tells the match so far where it goes on, and steps through it without leaving it")
    func resumed() throws {
        let program = try Program()
        defer { program.clean() }
        _ = try program.run("play", "--plain", "--ruleset", "worked-example", input: "1 So there.\n")
        let result = try program.run(
            "resume", "--plain", input: "review\nback\nmoves\nend\nverdict\nquit\n1 Not so.\nquit\n")
        #expect(result.stdoutText.contains("1. Ana proposed “P”") && result.stdoutText.contains("“So there.”"))
        #expect(result.stdoutText.contains("0 of 1 move made."))
        #expect(result.stdoutText.contains("; played") && result.stdoutText.contains("The match goes on."))
        #expect(try program.records().first?.words(with: 2) == "Not so.")
    }

    @Test("steps through a match that is over, as the screen does, and changes nothing in it")
    func review() throws {
        let program = try Program()
        defer { program.clean() }
        let moves = String(repeating: "1\n", count: 60)
        _ = try program.run("play", "--plain", "--ruleset", "evening", "--mode", "easy", input: moves)
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: program.saves).first { $0.hasSuffix(".jsonl") })
        let file = program.saves + "/" + name
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        let count = try #require(try program.records().first).match.plies.count
        let result = try program.run(
            "resume", "--plain", file,
            input: "story\nstart\nnext\n\nback\ncard\ncorpus\nshow\n\(count)\nnext\nback\n-1\nbanana\ncopy\n?\nquit\n")
        #expect(result.status == .exited(0))
        let said = result.stdoutText
        #expect(said.contains("wins for") && said.contains("1. Ana proposed"))
        for ply in 0...2 { #expect(said.contains("\(ply) of \(count) moves made.")) }
        #expect(said.contains("Source: ") && said.contains("Next, "))
        #expect(said.contains("that is the end, after \(count) steps") && said.contains("that is the start"))
        #expect(said.contains("“banana” means nothing here") && said.contains("Written to \(file.dropLast(6)).txt."))
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
    }

    @Test("leaves what the menu offers as it was")
    func menu() throws {
        let program = try Program()
        defer { program.clean() }
        _ = try program.run(
            "play", "--plain", "--ruleset", "evening", "--mode", "easy", "--divergence", "bot:greedy", "--training",
            "bot:greedy")
        let game = try program.onTerminal()
        try game.choose("two people")
        try game.waitFor("called        Ben")
        #expect(game.screen.text.contains("Mode            hard"))
        #expect(!game.screen.text.contains("greedy"))
    }
}
