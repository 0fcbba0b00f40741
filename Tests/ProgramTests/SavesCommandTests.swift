import Foundation
import Game
import Play
import TerminalTesting
import TestSupport
import Testing
import Text

@Suite("credulity saves")
struct SavesCommandTests {
    private let opening = ["play", "--plain", "--ruleset", "worked-example"]

    /// A folder with a finished match, an unfinished one, one that is broken after a move, and one that is none.
    private func program(_ more: [String: String] = [:]) throws -> Program {
        let program = try Program(more)
        _ = try program.run(opening, input: "1 The goose was stolen.\nconcede\ny\n")
        let path = try program.unplayedMatch(id: "aaaabbbbccccdddd")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let move = #"{"act":"propose p","time":"2026-11-25T18:00:00Z"}"# + "\n"
        try (text + move).write(toFile: path, atomically: true, encoding: .utf8)
        let broken = text.replacing("aaaabbbb", with: "eeeeffff") + move + move
        try broken.write(toFile: program.saves + "/broken.jsonl", atomically: true, encoding: .utf8)
        try "milk".write(toFile: program.saves + "/\u{1B}]0;x\u{07}\u{202E}.jsonl", atomically: true, encoding: .utf8)
        return program
    }

    @Test("lists every match, and what is wrong with those that are broken, without a ruleset")
    func list() throws {
        let program = try program()
        defer { program.clean() }
        let bare = ["CREDULITY_RULESETS": program.saves + "/none", "CREDULITY_SAVES": "/nowhere"]
        let other = try Program(bare)
        defer { other.clean() }
        let result = try other.run("saves", "list", "--saves", program.saves)
        let lines = result.stdoutText.split(separator: "\n")
        #expect(result.status == .exited(0) && lines.count == 5, "\(result.stdoutText)\(result.stderrText)")
        #expect(result.stdoutText.contains("unfinished") && result.stdoutText.contains("Ben conceded") == false)
        #expect(lines.contains { $0.contains("broken, line 4: ") })
        #expect(lines.contains { $0.contains("broken, not a saved match: the first line is missing") })
        #expect(result.stdoutText.replacing("\n", with: "").isPlainText)
        #expect(try other.run("saves", "show", "aaaa", "--saves", program.saves).stdoutText.contains("Unfinished."))
    }

    @Test("sorts, filters and searches")
    func narrowed() throws {
        let program = try program()
        defer { program.clean() }
        func count(_ arguments: String...) throws -> Int {
            let result = try program.run(["saves", "list"] + arguments)
            #expect(result.status == .exited(0), "\(result.stderrText)")
            return result.stdoutText.split(separator: "\n").count - 1
        }
        #expect(try count("--filter", "state=broken") == 2)
        #expect(try count("--filter", "ruleset=worked", "--filter", "player=ana") == 3)
        #expect(try count("--search", "GOOSE stolen") == 1)
        #expect(try count("--search", "goose swan") == 0)
        #expect(try count("--sort", "plies") == 4)
        let wrong = try program.run("saves", "list", "--filter", "colour=red")
        #expect(wrong.status == .exited(64))
        #expect(try program.run("saves", "list", "--sort", "taste").status == .exited(64))
        let empty = try program.run("saves", "--saves", "/nowhere")
        #expect(empty.status == .exited(66) && empty.stderrText.contains("no match in /nowhere"))
    }

    @Test("writes JSON and CSV that other programs read, with nothing that a terminal obeys")
    func formats() throws {
        let program = try program()
        defer { program.clean() }
        let json = try program.run("saves", "list", "--format", "json")
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.stdout)) as? [[String: Any]])
        #expect(rows.count == 4 && rows.compactMap { $0["problem"] as? String }.count == 2)
        #expect(rows.contains { ($0["file"] as? String)?.contains("\u{1B}]0;x\u{07}\u{202E}") == true })
        #expect(json.stdoutText.isPlainText)
        let csv = try program.run("saves", "list", "--format", "csv").stdoutText
        #expect(csv.hasPrefix("number,id,file,state,begun,") && csv.replacing("\r\n", with: "\n").isPlainText)
    }

    @Test("shows a match by path, number or identity, and a broken one up to the break")
    func show() throws {
        let program = try program()
        defer { program.clean() }
        let broken = try program.run("saves", "show", "broken.jsonl")
        #expect(broken.status == .exited(65) && broken.stderrText.contains("broken.jsonl:4: "))
        #expect(broken.stdoutText.contains("broken, line 4") && broken.stdoutText.contains("1. Ana proposed"))
        let told = try (1...4).filter { try program.run("saves", "show", "\($0)").stdoutText.contains("Match ") }
        #expect(told.count == 3)
        #expect(try program.run("saves", "show", "99").status == .exited(66))
        #expect(try program.run("saves", "show", "dead").status == .exited(66))
        #expect(try program.run("saves", "show", "/nowhere/x.jsonl").status == .exited(65))
    }

    @Test("deletes to the trash, asks first, and nothing that is elsewhere")
    func delete() throws {
        let program = try program()
        defer { program.clean() }
        let files = FileManager.default
        #expect(try program.run("saves", "delete", "broken.jsonl").status == .exited(64))
        #expect(try program.run("saves", "delete", "broken.jsonl", input: "n\n").status == .exited(0))
        #expect(files.fileExists(atPath: program.saves + "/broken.jsonl"))
        #expect(
            try program.run("saves", "delete", "broken.jsonl", input: "y\n").stdoutText.contains("In the trash now: "))
        #expect(files.fileExists(atPath: program.saves + "/trash/broken.jsonl"))
        #expect(try program.run("saves", "delete", "aaaa", "--yes").status == .exited(0))
        let elsewhere = try program.run("saves", "delete", "--yes", Fixtures.root + "/../Saves/sample-easy.jsonl")
        #expect(elsewhere.status == .exited(66))
    }

    @Test("imports a match once, and lists of acts; refuses what does not replay")
    func imports() throws {
        let program = try program()
        defer { program.clean() }
        let other = try Program()
        defer { other.clean() }
        let path = program.saves + "/broken.jsonl"
        let refused = try other.run("saves", "import", path)
        #expect(refused.status == .exited(65) && refused.stderrText.contains("broken.jsonl:4: "))
        let acts = other.saves + "/acts.txt"
        try "# mine\npropose p\n\nconcede\nclose\n".write(toFile: acts, atomically: true, encoding: .utf8)
        let list = [
            "saves", "import", "--ruleset", "worked-example", "--mode", "easy", "--divergence", "human:Zoe", acts,
        ]
        let first = try other.run(list)
        #expect(first.stdoutText.contains("acts.txt: copied to "), "\(first.stderrText)")
        #expect(try other.run(list).stdoutText.contains("acts.txt: not copied, as "))
        let record = try #require(try other.records().first)
        #expect(record.isClosed && record.player(.divergence).name == "Zoe" && record.header.mode == .easy)
        try "propose p\nfly away\n".write(toFile: acts, atomically: true, encoding: .utf8)
        let wrong = try other.run(list)
        #expect(wrong.status == .exited(65) && wrong.stderrText.contains("acts.txt:2: “fly away” is no act"))
        #expect(try other.run("saves", "import", "--mode", "easy", acts).status == .exited(64))
    }
}
