import Archive
import Foundation
import Game
import Play
import TerminalTesting
import TestSupport
import Testing

@Suite("Saved matches in the program")
struct SavedMatchTests {
    private let opening = ["play", "--plain", "--ruleset", "worked-example"]

    private func files(_ program: Program) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: program.saves).filter { $0.hasSuffix("jsonl") }.sorted()
    }

    @Test("resume goes by when a match was last played, and names its copies")
    func lastPlayed() throws {
        let program = try Program()
        defer { program.clean() }
        for (id, day) in [("aaaaaaaaaaaaaaaa", "25"), ("bbbbbbbbbbbbbbbb", "22")] {
            let path = try program.unplayedMatch(id: id)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let move = #"{"act":"propose p","time":"2026-11-\#(day)T18:00:00Z"}"# + "\n"
            try (text + move).write(toFile: path, atomically: true, encoding: .utf8)
        }
        let alone = try program.run("resume", "--plain")
        #expect(alone.stderr.isEmpty && alone.stdoutText.contains("-aaaaaa.jsonl"))
        let name = try #require(try files(program).first)
        try FileManager.default.copyItem(
            atPath: "\(program.saves)/\(name)", toPath: "\(program.saves)/zz (conflicted copy).jsonl")
        let copied = try program.run("resume", "--plain", input: "1\n")
        let notice = "Copy 1 of 2 of this match: the one last played. The copies: zz (conflicted copy).jsonl, \(name)"
        #expect(copied.stderrText.contains(notice), "\(copied.stderrText)")
    }

    @Test("times are those of the clocks here where they are shown, of UTC in files, and marked")
    func times() throws {
        let program = try Program(["TZ": "JST-9"])
        defer { program.clean() }
        let name = URL(fileURLWithPath: try program.unplayedMatch()).lastPathComponent
        #expect(name.hasPrefix("2026-11-21-0530Z-"))
        let game = try program.onTerminal()
        try game.waitFor("New match")
        try game.send(.down)
        try game.send(.enter)
        try game.waitFor("2026-11-21 14:30 JST")
        try game.waitFor(name)
    }

    @Test("a match is deleted on the screen, to the trash, from where it can be moved back")
    func deleted() throws {
        let program = try Program()
        defer { program.clean() }
        let name = URL(fileURLWithPath: try program.unplayedMatch()).lastPathComponent
        let game = try program.onTerminal()
        try game.waitFor("New match")
        try game.send(.down)
        try game.send(.enter)
        try game.waitFor("unfinished")
        try game.send("d")
        try game.waitFor("Move this match to the trash?")
        try game.send("y")
        try game.waitFor("No match is waiting to be finished.")
        try game.waitFor("In the trash now:")
        #expect(FileManager.default.fileExists(atPath: "\(program.saves)/trash/\(name)"))
        #expect(try files(program).isEmpty)
    }
}
