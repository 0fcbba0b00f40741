import Play
import Archive
import Game
import Foundation
import TerminalTesting
import TestSupport
import Testing

@Suite("An engine that plays by the rules")
struct EngineMatchTests {
    struct Game: CustomTestStringConvertible, Sendable {
        let ruleset: String
        let profile: String
        let mode: Mode
        let side: Side

        var testDescription: String { "\(ruleset)/\(profile) \(mode.rawValue), playing \(side.rawValue)" }

        static func of(_ rulesets: (String, profile: String)...) -> [Game] {
            rulesets.flatMap { ruleset, profile in
                Mode.allCases.flatMap { mode in
                    Side.allCases.map { Game(ruleset: ruleset, profile: profile, mode: mode, side: $0) }
                }
            }
        }
    }

    /// A match of two seats, as it was saved.
    private func match(_ game: Game, _ seat: String, against other: String) async throws -> MatchRecord {
        let program = try Program()
        defer { program.clean() }
        let result = try await onThread {
            try program.run(
                "play", "--plain", "--ruleset", Fixtures.anyRuleset(game.ruleset), "--profile", game.profile, "--mode",
                game.mode.rawValue, "--\(game.side.rawValue)", seat, "--\(game.side.opponent.rawValue)", other)
        }
        #expect(result.status == .exited(0), "\(result.stderrText)")
        let record = try #require(try program.records().first)
        #expect(record.isClosed)
        return record
    }

    @Test(
        "the worked example never errs, and as Training it chooses as greedy does",
        arguments: Game.of(("evening", "house"), ("everything", "nate"))
            + [Game(ruleset: "alice", profile: "holden", mode: .hard, side: .training)])
    func worked(game: Game) async throws {
        let record = try await match(game, TestEngine.worked, against: "bot:greedy")
        #expect(record.match.moves.last != .concede, "\(record.words(with: record.match.moves.count) ?? "")")
        #expect(record.player(game.side).name == "worked_engine.py")
        guard game.side == .training else { return }
        #expect(record.match.moves == (try await match(game, "bot:greedy", against: "bot:greedy")).match.moves)
    }

    @Test(
        "our own program as an engine moves as the bot it plays by",
        arguments: Game.of(("evening", "house"), ("everything", "nate")))
    func ours(game: Game) async throws {
        let moves = try await match(game, TestEngine.ours, against: "bot:greedy").match.moves
        #expect(moves == (try await match(game, "bot:greedy", against: "bot:greedy")).match.moves)
    }

    @Test("the worked example disputes once it has lost, and follows what personas dispute", arguments: Mode.allCases)
    func disputing(mode: Mode) async throws {
        let divergence = Game(ruleset: "disputed", profile: "house", mode: mode, side: .divergence)
        let lost = try await match(divergence, TestEngine.worked, against: "bot:greedy")
        let last = try #require(lost.log.last { $0.act.settlement != nil })
        #expect(last.act.settlement?.offers.divergence != nil && last.act.settlement?.offers.training == nil)
        #expect(lost.match.moves.last != .concede && lost.verdict?.winner == .training)
        for (side, bot) in [(Side.divergence, "bot:wary-training"), (.training, "bot:bold-divergence")] {
            let game = Game(ruleset: "disputed", profile: "house", mode: mode, side: side)
            let record = try await match(game, TestEngine.worked, against: bot)
            #expect(record.log.contains { $0.act.settlement != nil })
            #expect(!record.match.moves.contains(.concede), "\(record.log)")
        }
    }

    @Test(
        "one that writes for what others raise is asked, and one that is late or writes nonsense has written none",
        arguments: [("offers", 125_000), ("offers-nonsense", nil), ("offers-late", nil), ("lingers", nil)])
    func offers(mode: String, written: Int?) async throws {
        let program = try Program()
        defer { program.clean() }
        let result = try await onThread {
            try program.run(
                "play", "--plain", "--ruleset", "disputed", "--divergence", TestEngine.misbehaving(mode),
                "--engine-seconds",
                "0.3", input: "\ndispute 1\n0.2\ny\n0.3\nquit\n")
        }
        #expect(result.status == .exited(0), "\(result.stdoutText)")
        let record = try #require(try program.records().first)
        let offers = try #require(record.log.compactMap(\.act.settlement).first?.offers)
        #expect(offers.training?.millionths == 200_000 && offers.divergence?.millionths == written)
        #expect(written == nil || record.log.contains { $0.act == .move(.propose(Pattern.ID(0))) })
    }

    @Test("two engines play each other, and one that answers only when stopped is heard")
    func two() async throws {
        let game = Game(ruleset: "worked-example", profile: "house", mode: .hard, side: .divergence)
        #expect(try await match(game, TestEngine.ours, against: TestEngine.worked).match.moves.last != .concede)
        let program = try Program()
        defer { program.clean() }
        _ = try program.run(
            "play", "--plain", "--ruleset", "worked-example", "--divergence", TestEngine.misbehaving("at-stop"),
            "--engine-seconds", "0.3", input: "\nquit\n")
        let record = try #require(try program.records().first)
        #expect(record.words(with: 1) == "At last." && record.match.moves.count == 1)
    }

    @Test("options reach the engine by its own names, whatever the case, and others are told of; not all is UTF-8")
    func options() throws {
        let program = try Program()
        defer { program.clean() }
        let seats = ["--divergence", TestEngine.misbehaving("has-options"), "--training", "human"]
        let match = ["play", "--plain", "--ruleset", "worked-example"] + seats
        let options = ["skill level=7 or so", "STYLE=", "Colour=red"].flatMap { ["--divergence-option", $0] }
        let result = try program.run(match + options, input: "\nquit\n")
        let words = "option name Skill Level value 7 or so, option name Style value"
        #expect(try program.records().first?.words(with: 1) == words)
        #expect(result.stdoutText.contains("The engine has no option “Colour”; it has Skill Level, Style."))
        let wrong = try program.run(match + ["--training-option", "x=y"])
        #expect(wrong.status == .exited(64) && wrong.stderrText.contains("--training-option is for --training engine:"))
        #expect(try program.run(match + ["--divergence-option", "x"]).status == .exited(64))
    }

    @Test("a file starts no engine: a person plays on, or names it anew")
    func resumed() throws {
        let program = try Program()
        defer { program.clean() }
        let seat = "engine:touch '\(program.saves)/started'"
        let file = try program.unplayedMatch(training: Player(name: "engine", seat: seat))
        let resumed = try program.run("resume", file, "--plain", input: "1\n1\nquit\n")
        #expect(resumed.stderrText.contains("No file starts an engine: play training, or resume --training engine:"))
        #expect(try program.records().first?.match.moves.count == 2)
        #expect(!FileManager.default.fileExists(atPath: program.saves + "/started"))
        let named = try program.run("resume", file, "--plain", "--training", TestEngine.worked, input: "1\nquit\n")
        #expect(named.stderr.isEmpty, "\(named.stderrText)")
        #expect(try program.records().first?.words(with: 4)?.hasPrefix("That is ") == true)
        let bot = try program.run("resume", file, "--plain", "--training", "bot:nobody")
        #expect(bot.status == .exited(64) && bot.stderrText.contains("no bot “nobody” plays training"))
    }

    @Test("a rematch of a match from a file starts none either")
    func rematch() throws {
        let program = try Program()
        defer { program.clean() }
        let seat = "engine:touch '\(program.saves)/started'"
        _ = try program.unplayedMatch(training: Player(name: "engine", seat: seat))
        let game = try program.onTerminal()
        try game.waitFor("New match")
        try game.choose("Continue")
        try game.waitFor("unfinished")
        try game.send(.enter)
        try game.waitFor("No file starts an engine: play training, or resume --training engine:COMMAND.")
        try game.send("C")
        try game.waitFor("give the match up?")
        try game.send("y")
        try game.waitFor("Enter verdict")
        try game.send(.enter)
        try game.waitFor("Saved in")
        try game.send("r")
        try game.waitFor("Before the first move")
        try game.send(.enter)
        try game.waitFor("Your claims")
        try game.send(.enter)
        try game.waitFor("ply 1 ")
        #expect(!FileManager.default.fileExists(atPath: program.saves + "/started"))
    }

    @Test(
        "a command that cannot be understood is refused",
        arguments: [
            ("engine:", "expected a program and its arguments"), ("engine:'a", "lacks a closing '"),
            ("engine:a\\", "ends in a backslash"), ("engine:a\u{1B}[2J", "holds control characters"),
        ])
    func refused(seat: String, complaint: String) throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run("play", "--plain", "--ruleset", "worked-example", "--training", seat)
        #expect(result.status == .exited(64) && result.stderrText.contains(complaint), "\(result.stderrText)")
        #expect(!result.stderr.contains(0x1B))
    }
}
