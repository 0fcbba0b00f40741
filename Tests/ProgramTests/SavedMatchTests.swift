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

    @Test(
        "a match has a file from its first move on", arguments: ["", "quit\n", "predict 60\nquit\n", "say so\nsay\n"])
    func unplayed(input: String) throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(opening, input: input)
        #expect(result.status == .exited(0))
        let isKept = input.hasPrefix("say")
        #expect(result.stdoutText.hasSuffix(isKept ? "goes on.\n" : "No move was made, so no file is left.\n"))
        #expect(try files(program).isEmpty != isKept)
        let played = try program.run(opening, input: "predict 60\n1\n")
        #expect(played.stdoutText.contains("Saved in"))
        #expect(try program.records().first?.predictions.count == 1)
    }

    @Test("the screen leaves no file of a match without a move, and the folder is tried at once")
    func unplayedOnScreen() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onMatch("--ruleset", "worked-example")
        try game.waitFor("Your claims")
        try game.send("q")
        try game.waitFor("New match")
        #expect(try files(program).isEmpty)
        let barred = try Program(["CREDULITY_SAVES": "/dev/null/saves"])
        defer { barred.clean() }
        let other = try barred.onMatch("--ruleset", "worked-example")
        try other.waitFor("NOT SAVED: cannot make this folder")
    }

    @Test("words wait for the next move of who wrote them, in another run too")
    func drafts() throws {
        let program = try Program()
        defer { program.clean() }
        _ = try program.run(opening, input: "1 my opening words\nsay a note of Ben's\nundo\ny\n1\n")
        let resumed = try program.run("resume", "--plain", input: "1\n")
        #expect(resumed.stdoutText.contains("Your words wait for this move: “a note of Ben's”\nBen> "))
        let record = try #require(try program.records().first)
        #expect(record.words(with: 1) == nil && record.words(with: 2) == "a note of Ben's")
        let left = try FileManager.default.contentsOfDirectory(atPath: program.saves + "/state/credulity/drafts")
        #expect(left.isEmpty)
    }

    @Test("words are kept with a match that was left before its first move")
    func firstDraft() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onMatch("--ruleset", "worked-example")
        try game.waitFor("Your claims")
        try game.send("wNot yet.\r")
        try game.waitFor("“Not yet.”")
        try game.send("q")
        try game.waitFor("New match")
        #expect(try program.run("resume", "--plain").stdoutText.contains("Your words wait for this move: “Not yet.”"))
    }

    @Test("a file's made-up identity leads to no other file")
    func madeUpIdentity() throws {
        let program = try Program()
        defer { program.clean() }
        let path = try program.unplayedMatch(id: "0123456789abcdef")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("0123456789abcdef", with: "../../../dear")
            .write(toFile: path, atomically: true, encoding: .utf8)
        try Data(#"{"drafts":[{"side":"divergence","name":"Ana","words":"read"}]}"#.utf8)
            .write(to: URL(fileURLWithPath: program.saves + "/dear.json"))
        let result = try program.run("resume", "--plain", input: "say written\nsay\n")
        #expect(result.status == .exited(0) && !result.stdoutText.contains("“read”"))
        #expect(FileManager.default.fileExists(atPath: program.saves + "/dear.json"))
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

    @Test("a finished match opens while another program has it, and is written to by nobody")
    func finished() throws {
        let program = try Program()
        defer { program.clean() }
        _ = try program.run(opening, input: "1\nconcede\ny\n")
        let path = try #require(Library(folder: program.saves).matches().matches.first?.path)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        let stripped = try Array(Fixtures.bytes(path).dropLast())
        try FileManager.default.removeItem(atPath: path)
        try Data(stripped).write(to: URL(fileURLWithPath: path))
        let held = try Journal.open(path)
        #expect(try program.run("resume", "--plain").status == .exited(66))
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        let bytes = try Fixtures.bytes(path)
        let result = try program.run("resume", path, "--plain")
        #expect(result.status == .exited(0) && result.stdoutText.contains("conceded.\n"))
        #expect(try Fixtures.bytes(path) == bytes)
        withExtendedLifetime(held) {}
    }

    @Test("times are those of the clocks here where they are shown, of UTC in files, and marked")
    func times() throws {
        let program = try Program(["TZ": "JST-9"])
        defer { program.clean() }
        let name = URL(fileURLWithPath: try program.unplayedMatch()).lastPathComponent
        #expect(name.hasPrefix("2026-11-21-0530Z-"))
        let game = try program.onTerminal()
        try game.choose("Continue")
        try game.waitFor("2026-11-21 14:30 JST")
        try game.waitFor(name)
    }

    @Test("a match is deleted on the screen, to the trash, from where it can be moved back")
    func deleted() throws {
        let program = try Program()
        defer { program.clean() }
        let name = URL(fileURLWithPath: try program.unplayedMatch()).lastPathComponent
        let game = try program.onTerminal()
        try game.choose("Continue")
        try game.waitFor("unfinished")
        try game.send("D")
        try game.waitFor("Move this match to the trash?")
        try game.send("y")
        try game.waitFor("No match is waiting to be finished.")
        try game.waitFor("In the trash now:")
        #expect(FileManager.default.fileExists(atPath: "\(program.saves)/trash/\(name)"))
        #expect(try files(program).isEmpty)
    }

    @Test("a match as text lies beside the file, and never replaces another text")
    func copied() throws {
        let program = try Program()
        defer { program.clean() }
        _ = try program.run(opening, input: "1\nconcede\ny\n")
        let path = try #require(Library(folder: program.saves).matches().matches.first?.path)
        let stem = path.dropLast(".jsonl".count)
        try Data("my own".utf8).write(to: URL(fileURLWithPath: stem + ".txt"))
        for _ in 0..<2 {
            let game = try program.onTerminal("resume", path)
            try game.waitFor("conceded")
            try game.send("c")
            try game.waitFor("-2.txt")
        }
        #expect(try Fixtures.bytes(stem + ".txt") == Array("my own".utf8))
        let text = String(decoding: try Fixtures.bytes(stem + "-2.txt"), as: UTF8.self)
        #expect(text.contains(" UTC\n") && !FileManager.default.fileExists(atPath: stem + "-3.txt"))
    }
}
