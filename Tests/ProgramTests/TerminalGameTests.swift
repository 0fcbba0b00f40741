import Play
import Archive
import Game
import Foundation
import Glibc
import TerminalTesting
import TestSupport
import Testing

@Suite("On a real terminal", .serialized)
struct TerminalGameTests {
    /// From the title to the first move of a match between two people.
    private func reachMatch(_ game: PtyProcess, mode: Mode = .hard) throws {
        try game.choose("two people")
        try game.waitFor("called")
        if mode == .easy {
            try game.send(.tab)
            try game.send(.tab)
            try game.send(.right)
            try game.waitFor("< easy >")
        }
        try game.send(.enter)
        try game.waitFor("Before the first move")
        try game.send(.enter)
        try game.waitFor("Your claims")
    }

    /// Presses Enter until the verdict, waiting each time for what comes.
    private func playOut(_ game: PtyProcess, from ply: Int) throws {
        for next in (ply + 1)...(ply + 80) {
            try game.send(.enter)
            try game.waitFor("ply \(next) ")
            try game.waitForQuiet(20)
            if game.screen.text.contains("Enter verdict") { return try game.send(.enter) }
        }
        Issue.record("no verdict after 80 plies")
    }

    @Test(
        "two people play to a verdict, kill it in the middle, continue, and step through it", arguments: Mode.allCases)
    func wholeMatch(mode: Mode) throws {
        let program = try Program()
        defer { program.clean() }
        let first = try program.onTerminal()
        try reachMatch(first, mode: mode)
        try first.send("w")
        try first.waitFor("Your words")
        try first.send("Nobody was looking.")
        try first.send(.enter)
        try first.waitFor("“Nobody was looking.”")
        try first.send(.enter)
        try first.waitFor("ply 1 ")
        try first.send(.enter)
        try first.waitFor("ply 2 ")
        first.signal(SIGKILL)
        #expect(try first.waitForExit() == .signalled(SIGKILL))
        let left = try #require(try program.records().first)
        #expect(left.match.moves.count == 2 && left.words(with: 1) == "Nobody was looking." && left.header.mode == mode)

        let second = try program.onTerminal()
        try second.choose("Continue")
        try second.waitFor("unfinished")
        try second.send(.enter)
        try second.waitFor("ply 2 ")
        try playOut(second, from: 2)
        try second.waitFor("Saved in")
        let record = try #require(try program.records().first)
        #expect(record.isClosed)
        try second.send(.left)
        try second.waitFor("end of \(record.match.moves.count)")
        // The position, in place of how it is judged.
        try second.send(.tab)
        try second.waitFor("ply \(record.match.moves.count) ")
        try second.send(.home)
        try second.waitFor("ply 0 ")
        for ply in 1...record.match.moves.count {
            try second.send(.right)
            try second.waitFor("ply \(ply) ")
        }
        try second.send(.left)
        try second.waitFor("ply \(record.match.moves.count - 1) ")
        try second.send("q")
        try second.waitFor("Verdict")
        try second.send("q")
        try second.waitFor("New match")
        try second.send("q")
        #expect(try second.waitForExit() == .exited(0))
        #expect(second.terminalFaults == [])
        #expect(second.screen.unrecognised == [])
    }

    @Test("a signal leaves a clean terminal and the match on disk", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func signals(number: Int32) throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal()
        try reachMatch(game)
        try game.send(.enter)
        try game.waitFor("ply 1 ")
        game.signal(number)
        #expect(try game.waitForExit() == .exited(128 + number))
        #expect(game.terminalFaults == [])
        #expect(try program.records().first?.match.moves.count == 1)
    }

    @Test("a crash leaves a clean terminal", arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
    func crashes(number: Int32) throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal()
        try reachMatch(game)
        game.signal(number)
        #expect(try game.waitForExit() == .signalled(number))
        #expect(game.terminalFaults == [])
    }

    @Test("Ctrl-Z gives the terminal back and fg takes it again, at its new size")
    func suspend() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal()
        try reachMatch(game)
        try game.send(.control("z"))
        try game.waitForStop()
        #expect(game.terminalFaults == [])
        game.resize(columns: 200, rows: 60)
        game.signal(SIGCONT)
        try game.waitFor("in two columns") { $0.text.contains("Corpus") && $0.text.contains("Your claims") }
        try game.send("q")
        try game.waitFor("New match")
    }

    @Test("any size is borne, down to one cell and back")
    func resize() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal()
        try reachMatch(game)
        for (columns, rows) in [(60, 20), (1, 1), (2, 50), (200, 60), (80, 24)] {
            game.resize(columns: columns, rows: rows)
            try game.waitForQuiet(50)
            #expect(game.status == nil, "\(columns)x\(rows)")
        }
        try game.waitFor("Your claims")
        try game.send(.enter)
        try game.waitFor("ply 1 ")
    }

    @Test("a terminal that goes away ends the game, with the match saved")
    func hangUp() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal()
        try reachMatch(game)
        try game.send(.enter)
        try game.waitFor("ply 1 ")
        game.hangUp()
        #expect(try game.waitForExit() == .exited(128 + SIGHUP))
        #expect(try program.records().first?.match.moves.count == 1)
    }

    @Test(
        "plain terminals, other character sets and no colour are all borne",
        arguments: [
            ["TERM": "xterm-mono"], ["TERM": "vt100"], ["LC_ALL": "C"], ["NO_COLOR": "1"], ["LC_ALL": "xx_YY.UTF-8"],
        ])
    func terminals(environment: [String: String]) throws {
        let program = try Program(environment)
        defer { program.clean() }
        let game = try program.onTerminal()
        try reachMatch(game)
        if environment["LC_ALL"] == "C" { #expect(game.screen.text.allSatisfy { $0.isASCII }) }
        if environment["LC_ALL"] == "xx_YY.UTF-8" { #expect(game.screen.text.contains("─")) }
        let colors = Set(
            (0..<24).flatMap { row in (0..<80).map { game.screen.cell(row: row, column: $0).style.foreground } })
        if environment["NO_COLOR"] != nil { #expect(colors.count == 1) }
        try game.send("q")
        try game.waitFor("New match")
        try game.send("q")
        #expect(try game.waitForExit() == .exited(0))
        #expect(game.terminalFaults == [])
    }

    @Test("TERM=dumb is played as numbered lines")
    func dumb() throws {
        let program = try Program(["TERM": "dumb"])
        defer { program.clean() }
        let game = try program.onTerminal("play", "--ruleset", "evening")
        try game.waitFor("playing as numbered lines")
        try game.waitFor("Ana>")
        try game.send("1\r")
        try game.waitFor("Ben>")
        try game.send("quit\r")
        #expect(try game.waitForExit() == .exited(0))
        #expect(try program.records().first?.match.moves.count == 1)
    }

    @Test("pasted text plays no move, and goes into words as it is")
    func paste() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal()
        try reachMatch(game)
        try game.send("\u{1B}[200~\r\rq\r\u{1B}[201~")
        try game.send("w")
        try game.waitFor("Enter keep")
        try game.send("\u{1B}[200~two\rlines of 王\u{1B}[201~")
        try game.waitFor("lines of 王")
        try game.send(.enter)
        try game.send(.enter)
        try game.waitFor("ply 1 ")
        #expect(try program.records().first?.words(with: 1) == "two\nlines of 王")
    }
}

@Suite("Lent and looked at", .serialized)
struct LentTerminalTests {
    @Test("the editor of $EDITOR gets the terminal, and its text comes back")
    func editor() throws {
        let script = NSTemporaryDirectory() + "credulity-editor-\(getpid()).sh"
        try "#!/bin/sh\nprintf 'written by hand\\nin an editor\\n' > \"$1\"\n"
            .write(toFile: script, atomically: true, encoding: .utf8)
        defer { unlink(script) }
        let program = try Program(["EDITOR": "sh \(script)"])
        defer { program.clean() }
        let game = try program.onMatch("--ruleset", "evening")
        try game.waitFor("Your claims")
        try game.send("w")
        try game.waitFor("Your words")
        try game.send(.control("x"))
        try game.waitFor("in an editor")
        try game.send(.enter)
        try game.send(.enter)
        try game.waitFor("ply 1 ")
        #expect(try program.records().first?.words(with: 1) == "written by hand\nin an editor")
    }

    @Test("Alt-Enter is a new line, and keys right behind Esc are not lost")
    func escape() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onMatch("--ruleset", "evening")
        try game.waitFor("Your claims")
        try game.send("wone\u{1B}\rtwo")
        try game.waitFor("two")
        try game.send(.enter)
        try game.waitFor("Enter claim")
        try game.send("/x\u{1B}\u{1B}OB")
        try game.waitFor("Enter claim")
        try game.send("\r")
        try game.waitFor("ply 1 ")
        let record = try #require(try program.records().first)
        #expect(record.words(with: 1) == "one\ntwo")
        #expect(record.match.moves.first != Position(record.match.rules).legalMoves.first)
    }

    @Test("the mouse selects, and m gives it back to the terminal")
    func mouse() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal()
        try game.waitFor("How to play")
        #expect(!game.screen.mouseModes.isEmpty)
        let place = try #require(game.screen.position(of: "How to play"))
        try game.send(.click(row: place.row, column: place.column))
        try game.waitFor("what Divergence claims now")
        try game.send("m")
        try game.waitFor("selects text again")
        #expect(game.screen.mouseModes.isEmpty)
        try game.send("q")
        try game.waitFor("New match")
        try game.send("q")
        #expect(try game.waitForExit() == .exited(0))
        #expect(game.terminalFaults == [])
    }

    @Test("what best play comes to is worked out beside the game")
    func evaluation() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onMatch("--ruleset", "evening", "--mode", "easy")
        try game.waitFor("Your claims")
        try game.send("e")
        try game.waitFor("wins", timeout: 20)
        try game.waitFor("best play: ")
        try game.send(.enter)
        try game.waitFor("ply 1 ")
        try game.waitFor("best play: ")
        let plain = try program.run("play", "--plain", "--ruleset", "evening", input: "solve\nquit\n")
        #expect(plain.stdoutText.contains("best play: "))
    }

    @Test("nothing is told by colour alone: the same frame without colour differs in nothing but colours")
    func mono() throws {
        let frames = try [[:], ["NO_COLOR": "1"]].map { environment in
            let program = try Program(environment)
            defer { program.clean() }
            let game = try program.onMatch("--ruleset", "evening")
            try game.waitFor("Your claims")
            try game.waitForQuiet(50)
            return game.screen
        }
        #expect(frames[0].text == frames[1].text)
        for row in 0..<24 {
            for column in 0..<80 {
                let styles = frames.map { $0.cell(row: row, column: column).style }
                #expect(styles[0].bold == styles[1].bold && styles[0].reverse == styles[1].reverse)
                #expect(styles[1].foreground == .standard && styles[1].background == .standard)
            }
        }
    }

    @Test("tmux shows what the emulator of these tests shows", .enabled(if: access("/usr/bin/tmux", X_OK) == 0))
    func tmux() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onMatch("--ruleset", "evening")
        try game.waitFor("Your claims")
        try game.waitForQuiet(50)
        let socket = "credulity-\(getpid())"
        func tmux(_ arguments: String...) throws -> String {
            try runProcess(
                "/usr/bin/tmux", ["-u", "-L", socket, "-f", "/dev/null"] + arguments,
                environment: standardEnvironment().merging([
                    "CREDULITY_SAVES": program.saves, "CREDULITY_RULESETS": Fixtures.rulesets,
                ]) { $1 }
            ).stdoutText
        }
        _ = try tmux(
            "new-session", "-d", "-x", "80", "-y", "24", Program.path, "play", "--ruleset", "evening")
        defer { _ = try? tmux("kill-server") }
        var seen = ""
        for _ in 0..<200 where !seen.contains("Before the first") { seen = try tmux("capture-pane", "-p") }
        _ = try tmux("send-keys", "Enter")
        for _ in 0..<200 where !seen.contains("q leave") { seen = try tmux("capture-pane", "-p") }
        let rows = seen.split(separator: "\n", omittingEmptySubsequences: false).prefix(24).map(String.init)
        #expect(rows == game.screen.lines)
    }
}
