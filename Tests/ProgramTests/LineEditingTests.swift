import Foundation
import Glibc
import Play
import TerminalTesting
import Testing

/// Whether a library is installed that edits lines.
private let isEditable = ["libedit.so.2", "libreadline.so.8"].contains { (name: String) in
    dlopen(name, RTLD_NOW | RTLD_LOCAL) != nil
}

@Suite("A line typed in the plain game", .serialized, .enabled(if: isEditable, "needs libedit or readline"))
struct LineEditingTests {
    private func game(_ program: Program) throws -> PtyProcess {
        let game = try program.onTerminal("play", "--plain", "--ruleset", "worked-example")
        try game.waitFor("Ana>")
        return game
    }

    @Test("is edited with the usual keys, and the one before is at hand")
    func edited() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try game(program)
        try game.send("storx")
        try game.waitFor("Ana> storx")
        try game.send(.backspace)
        try game.send("y 王")
        try game.send(.control("a"))
        try game.send("say ")
        try game.waitFor("Ana> say story 王")
        try game.send("\r")
        try game.waitForQuiet()
        try game.send(.up)
        try game.waitFor("the line before, again") { $0.text.components(separatedBy: "say story 王").count == 3 }
        try game.send(.control("u"))
        try game.send("1\r")
        try game.waitFor("Ben>")
        try game.send("quit\r")
        #expect(try game.waitForExit() == .exited(0))
        #expect(try program.records().first?.words(with: 1) == "story 王")
        #expect(game.terminalFaults == [])
    }

    @Test("that seals a prediction is not at hand for the other player")
    func sealed() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try game(program)
        try game.send("corpus\r")
        try game.send("predict 7:3\r")
        try game.waitFor("odds of 7 to 3")
        try game.send(.up)
        try game.waitFor("Ana> corpus")
    }

    @Test(
        "leaves the terminal as it was, whatever signal ends the game",
        arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGSEGV, SIGABRT])
    func signals(number: Int32) throws {
        let program = try Program()
        defer { program.clean() }
        let game = try game(program)
        try game.send("1\r")
        try game.waitFor("Ben>")
        try game.send("half a li")
        try game.waitFor("half a li")
        game.signal(number)
        #expect(try game.waitForExit() == .signalled(number))
        #expect(game.terminalFaults == [])
        #expect(try program.records().count == 1)
    }

    @Test("is given up by Ctrl-C, and ended by Ctrl-D, with the match saved")
    func ended() throws {
        let program = try Program()
        defer { program.clean() }
        for (key, status) in [("c", ExitStatus.signalled(SIGINT)), ("d", .exited(0))] {
            let game = try game(program)
            try game.send(.control(Character(key)))
            #expect(try game.waitForExit() == status)
            #expect(game.terminalFaults == [])
        }
    }

    @Test("goes on after Ctrl-Z and fg")
    func stopped() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try game(program)
        try game.send(.control("z"))
        try game.waitForStop()
        #expect(game.terminalFaults == [])
        game.signal(SIGCONT)
        try game.send("1x")
        try game.waitFor("1x")
        try game.send(.backspace)
        try game.send("\r")
        try game.waitFor("Ben>")
        try game.send("quit\r")
        #expect(try game.waitForExit() == .exited(0))
        #expect(game.terminalFaults == [])
    }

    @Test("finds the help in columns, also where it is wrapped")
    func help() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal(["play", "--plain", "--ruleset", "worked-example"], columns: 60, rows: 60)
        try game.waitFor("Ana>")
        try game.send("?\r")
        try game.waitFor("quit         leave")
        let lines = game.screen.lines
        let first = try #require(lines.firstIndex { $0.hasPrefix("predict P") })
        let last = try #require(lines.firstIndex { $0.hasPrefix("believe P") })
        #expect(last > first + 2)
        for line in lines[(first + 1)..<last] {
            #expect(line.hasPrefix("             ") && line.prefix(14).last != " ")
        }
    }
}
