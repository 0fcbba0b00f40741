import Play
import Archive
import Game
import Foundation
import Glibc
import TerminalTesting
import TestSupport
import Testing

@Suite("With bots on a real terminal", .serialized)
struct BotTerminalTests {
    @Test(
        "a person plays each persona to the verdict and its last word, in both modes", arguments: Side.allCases,
        Mode.allCases)
    func wholeMatch(side: Side, mode: Mode) throws {
        let program = try Program()
        defer { program.clean() }
        let seats = side == .divergence ? ["human:Ana", "bot:holden"] : ["bot:nate", "human:Ana"]
        let game = try program.onMatch(
            "--ruleset", Fixtures.anyRuleset("alice"), "--mode", mode.rawValue, "--divergence", seats[0],
            "--training", seats[1])
        try game.waitFor("over to Ana")
        // What it disputes is left to it: nothing is written, and what was settled is passed over.
        let asks = ["verdict", "seal it", "goes on", "accepts", "claim", "assert"].map { "Enter \($0)" }
        for _ in 0..<120 where !game.screen.text.contains("Enter verdict") {
            let before = game.screen.text
            try game.send(.enter)
            try game.waitFor("what is asked next") { screen in
                screen.text != before && asks.contains { screen.text.contains($0) }
            }
            // A frame may have come in part.
            try game.waitForQuiet(60)
        }
        try game.send(.enter)
        try game.waitFor("Saved in")
        let record = try #require(try program.records().first)
        #expect(record.isClosed && record.header.mode == mode && !record.player(side.opponent).isHuman)
        let spoken = (1...record.match.plies.count).filter { record.words(with: $0) != nil }
        #expect(spoken == record.match.moves.indices.map { $0 + 1 }.filter { $0 % 2 == (side == .divergence ? 0 : 1) })
        // A persona that gives up has had its last word with that.
        #expect((record.closing(of: side.opponent) == nil) == (record.match.moves.last == .concede))
        try game.send("q")
        try game.waitFor("New match")
        try game.send("q")
        #expect(try game.waitForExit() == .exited(0))
        #expect(game.terminalFaults == [])
    }

    @Test("a move is taken back from a bot, a hint is given, and the tutor asks")
    func help() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onMatch(
            "--ruleset", "hides-from", "--divergence", "human:Ana", "--training", "bot:greedy")
        try game.waitFor("over to Ana")
        try game.send(.enter)
        try game.waitFor("ply 2 ")
        try game.send("U")
        try game.waitFor("ply 0 ")
        try game.send("t")
        try game.waitFor("tutor on")
        try game.send(.down)
        try game.send("i")
        try game.waitFor("1. “Poker face” wins", timeout: 30)
        try game.send(.down)
        try game.send(.enter)
        try game.waitFor("That throws away a proven win")
        try game.send("y")
        try game.waitFor("ply 2 ")
        #expect(try program.records().first?.log.count == 5)
    }

    @Test("two bots are watched, paused without a sound, stepped, and hurried to the verdict")
    func watching() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal(
            "play", "--ruleset", Fixtures.anyRuleset("alice"), "--divergence", "bot:level-1", "--training", "bot:greedy"
        )
        try game.waitFor("a move every 4 s")
        try game.send("p")
        try game.waitFor("paused")
        try game.waitForQuiet(100)
        let before = wakeUps(of: game)
        try game.waitForQuiet(1000)
        #expect(wakeUps(of: game) == before)
        try game.send("n")
        try game.waitFor("ply 1 ")
        try game.send("n")
        try game.waitFor("ply 2 ")
        try game.send("+++p")
        try game.waitFor("ply 3 ")
        try game.send("+")
        try game.waitFor("Enter verdict")
        #expect(try program.records().first?.isClosed == true)
    }

    @Test("while a bot thinks keys are answered, it is hurried, interrupted and left")
    func thinking() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onMatch(
            "--ruleset", Fixtures.anyRuleset("alice"), "--divergence", "human:Ana", "--training", "bot:level-6")
        try game.waitFor("over to Ana")
        try game.send(.enter)
        try game.waitFor("is thinking")
        try game.send("?")
        try game.waitFor("have the bot answer now")
        try game.send(.escape)
        try game.waitFor("is thinking")
        try game.send("!")
        try game.waitFor("ply 2 ", timeout: 2)
        try game.send(.enter)
        try game.waitFor("is thinking")
        try game.send("U")
        try game.waitFor("back at ply 2") { $0.text.contains("ply 2 ") && $0.text.contains("over to Ana") }
        try game.send(.enter)
        try game.waitFor("is thinking")
        try game.send("q")
        try game.waitFor("New match", timeout: 2)
        #expect(try program.records().first?.match.moves.count == 3)
        try game.send("q")
        #expect(try game.waitForExit(timeout: 2) == .exited(0))
        #expect(game.terminalFaults == [])
    }

    @Test("a signal while a bot thinks leaves a clean terminal")
    func signal() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onMatch(
            "--ruleset", Fixtures.anyRuleset("alice"), "--divergence", "human:Ana", "--training", "bot:level-6")
        try game.waitFor("over to Ana")
        try game.send(.enter)
        try game.waitFor("is thinking")
        game.signal(SIGTERM)
        #expect(try game.waitForExit(timeout: 2) == .exited(128 + SIGTERM))
        #expect(game.terminalFaults == [])
        #expect(try program.records().first?.match.moves.count == 1)
    }

    /// How often the thread of the screen has gone to sleep, and so was woken.
    private func wakeUps(of game: PtyProcess) -> Substring? {
        let status = try? String(contentsOfFile: "/proc/\(game.processIdentifier)/status", encoding: .utf8)
        return status?.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
    }
}
