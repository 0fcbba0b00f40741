import Play
import Archive
import Game
import Foundation
import Glibc
import TerminalTesting
import TestSupport
import Testing

/// The engines of `Tests/ProgramTests/Engines`, as seats.
enum TestEngine {
    private static let folder = Fixtures.root + "/ProgramTests/Engines"

    static func misbehaving(_ mode: String) -> String { "engine:python3 '\(folder)/misbehaving.py' \(mode)" }

    static let worked = "engine:python3 '\(folder)/worked_engine.py'"
    /// Our own program at the other end.
    static let ours = "engine:'\(Program.path)' engine --bot greedy"

    /// The processes that run with that in their command lines.
    static func processes(with text: String) -> [String] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return numbers.filter { number in
            let line = (try? Fixtures.bytes("/proc/\(number)/cmdline")) ?? []
            return Int(number) != nil && String(decoding: line, as: UTF8.self).contains(text)
        }
    }

    /// Whether none is left; one that was just killed has a while to go.
    static func areGone(with text: String, within seconds: Int = 1) -> Bool {
        (0..<100 * seconds).contains { _ in
            if processes(with: text).isEmpty { return true }
            usleep(10_000)
            return false
        }
    }
}

@Suite("An engine that misbehaves")
struct MisbehavingEngineTests {
    @Test(
        "loses by a line that says why, and leaves a whole file and no process behind",
        arguments: [
            ("crash-at-start", "stopped with exit code 3 before it moved"),
            ("no-hello", "did not say hello within 5 seconds"),
            ("crash", "stopped with exit code 3 before it moved"),
            ("segfault", "was stopped by signal 11 before it moved"),
            ("hang", "named no move within 0.3 seconds, nor within 2 seconds of being told to stop"),
            ("deaf", "named no move within 0.3 seconds"),
            ("flood-of-lines", "wrote more than 10000 lines in one turn"),
            ("flood-without-end", "wrote a line of more than 65536 bytes in one turn"),
            ("not-text", "answered “��”, which is no move here: “��” is not a kind of move"),
            ("garbage", "answered “�[31mred”, which is no move here: “�[31mred” is not a kind of move"),
            ("illegal", "answered “sophisticate b”, which is no move here: nothing has been proposed yet"),
            ("wrong-side", "answered “counter s ordinary”, which is no move here: it is divergence's turn"),
            (
                "disputes-nothing",
                "answered “dispute pattern p divergence=0.2”, which may not be here: no dispute: none is left"
            ),
            (
                "writes-for-both",
                "answered “coin propose r trigger=a divergence=1 training=1”, which writes for others than itself"
            ),
            ("none", "said that it has no move, where there is one"),
            ("closes-output", "closed its standard output before it moved"),
            ("leaves-a-child", "stopped with exit code 4 before it moved"),
            ("leaves-a-daemon", "stopped with exit code 4 before it moved"),
            ("noisy", "stopped with exit code 5 before it moved"),
            ("quits-early", "stopped with exit code 0 before it moved"),
        ])
    func loses(mode: String, complaint: String) async throws {
        let program = try Program()
        defer { program.clean() }
        let result = try await onThread {
            try program.run(
                "play", "--plain", "--ruleset", "worked-example", "--training", "bot:greedy", "--divergence",
                TestEngine.misbehaving(mode), "--engine-seconds", "0.3")
        }
        #expect(result.status == .exited(0) && result.stderr.isEmpty, "\(result.stderrText)")
        #expect(!result.stdout.contains(0x1B) && !result.stdout.contains(0x07))
        try checkRecord(of: program, mode, complaint)
        #expect(TestEngine.areGone(with: "misbehaving.py\u{0}\(mode)\u{0}"))
        if mode == "leaves-a-child" { #expect(TestEngine.areGone(with: "1000.5")) }
        if mode == "leaves-a-daemon" { #expect(TestEngine.areGone(with: "1000.25")) }
        if mode == "noisy" {
            let log = program.saves + "/state/credulity/engine-divergence.log"
            #expect(try Fixtures.bytes(log).count == 1 << 20)
        }
    }

    /// What is saved of a match that was lost by a complaint.
    private func checkRecord(of program: Program, _ mode: String, _ complaint: String) throws {
        let record = try #require(try program.records().first)
        let words = try #require(record.words(with: record.match.moves.count))
        #expect(words.hasPrefix("The engine “misbehaving.py” \(complaint)"), "\(words)")
        #expect(words.hasSuffix(", and forfeits."))
        #expect(record.isClosed && record.verdict?.winner == .training && record.match.moves.last == .concede)
        #expect(record.header.players.divergence.seat == TestEngine.misbehaving(mode))
        if mode == "quits-early" { #expect(record.words(with: 1) == "Here is �[2J a move.") }
    }

    @Test(
        "loses on a terminal too, which is given back as it was",
        arguments: ["garbage", "deaf", "flood-of-lines", "flood-without-end"])
    func terminal(mode: String) async throws {
        let program = try Program()
        defer { program.clean() }
        try await onThread { try playOnTerminal(program, mode) }
        #expect(try program.records().first?.isClosed == true)
    }

    private func playOnTerminal(_ program: Program, _ mode: String) throws {
        let game = try program.onMatch(
            "--ruleset", "worked-example", "--training", TestEngine.misbehaving(mode), "--engine-seconds",
            "0.3", columns: 100, rows: 30)
        try game.waitFor("Your claims")
        try game.send(.enter)
        try game.waitFor("forfeits", timeout: 10)
        try game.waitFor("Enter tells it in full")
        try game.send(.enter)
        try game.waitFor("Saved in")
        #expect(try #require(game.peakResidentKiB) < 96 * 1024)
        try game.send("q")
        try game.waitFor("New match")
        try game.send("q")
        #expect(try game.waitForExit() == .exited(0))
        #expect(game.terminalFaults == [])
        #expect(game.screen.unrecognised == [])
    }

    @Test("is ended with all it has started even where the program is killed")
    func killed() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal(
            "play", "--plain", "--ruleset", "worked-example", "--divergence", TestEngine.misbehaving("lingers killed"))
        try game.waitFor("before the first move>")
        try game.send(.enter)
        try game.waitFor("Here I am")
        #expect(TestEngine.processes(with: "misbehaving.py\u{0}lingers\u{0}killed\u{0}").count == 1)
        #expect(TestEngine.processes(with: "1000.125").count == 1)
        game.signal(SIGKILL)
        #expect(try game.waitForExit() == .signalled(SIGKILL))
        #expect(TestEngine.areGone(with: "misbehaving.py\u{0}lingers\u{0}killed\u{0}", within: 5))
        #expect(TestEngine.areGone(with: "1000.125", within: 5))
    }

    @Test("is ended when a signal ends the program, on screen and in plain lines", arguments: [[], ["--plain"]])
    func signalled(front: [String]) throws {
        let program = try Program()
        // A word that the engine does not read, to tell the processes of the two apart.
        let word = front.isEmpty ? "screen" : "plain"
        defer { program.clean() }
        let game = try program.onTerminal(
            ["play", "--ruleset", "worked-example", "--divergence", TestEngine.misbehaving("lingers \(word)")] + front)
        try game.waitFor(front.isEmpty ? "Before the first move" : "before the first move>")
        try game.send(.enter)
        try game.waitFor("Here I am")
        #expect(TestEngine.processes(with: "misbehaving.py\u{0}lingers\u{0}\(word)\u{0}").count == 1)
        game.signal(SIGTERM)
        #expect(try game.waitForExit() == (front.isEmpty ? .exited(128 + SIGTERM) : .signalled(SIGTERM)))
        #expect(try program.records().first?.match.moves.count == 1)
        #expect(game.terminalFaults == [])
        #expect(TestEngine.areGone(with: "misbehaving.py\u{0}lingers\u{0}\(word)\u{0}"))
    }
}
