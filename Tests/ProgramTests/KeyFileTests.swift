import Foundation
import TerminalTesting
import Testing

@Suite("A player's own keys")
struct KeyFileTests {
    private func program(_ keys: String) throws -> Program {
        let program = try Program()
        try FileManager.default.createDirectory(
            atPath: program.saves + "/credulity", withIntermediateDirectories: true)
        try Data(keys.utf8).write(to: URL(fileURLWithPath: program.saves + "/credulity/keys.yaml"))
        return program
    }

    @Test("replace those of the table, in the footer and the help too")
    func rebound() throws {
        let program = try program("words: X\nnext-pane: [Ctrl-T, y]\n")
        defer { program.clean() }
        let game = try program.onMatch("--ruleset", "evening", columns: 120, rows: 36)
        try game.waitFor("X words")
        try game.send("X")
        try game.waitFor("Enter keep")
        try game.send(.escape)
        try game.waitFor("Ctrl-T pane")
        try game.send("?")
        try game.waitFor("Ctrl-T, y")
    }

    @Test(
        "are checked like any file of ours",
        arguments: [
            ("wrods: x\n", ":1:1: error: a file of keys has no “wrods”; did you mean “words”?"),
            ("words: Ctrl-Banana\n", ":1:8: error: expected the name of a key"),
            ("words: u\n", "u would be the key of both “why-not” and “words”"), ("words: [\n", "error: "),
        ])
    func checked(text: String, complaint: String) throws {
        let program = try program(text)
        defer { program.clean() }
        let game = try program.onTerminal()
        #expect(try game.waitForExit() == .exited(65))
        let said = String(decoding: game.output, as: UTF8.self)
        #expect(said.contains(complaint), "\(said)")
    }
}
