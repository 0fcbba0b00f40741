import Foundation
import Rulebook
import TerminalTesting
import TestSupport
import Testing

@Suite("credulity engine")
struct EngineCommandTests {
    /// The fixture with one of everything, as one line of JSON.
    private static let ruleset: String = {
        let book = try? Rulebook(contentsOf: Fixtures.ruleset("everything"))
        return book.map { RulesetDocument($0.ruleset).json } ?? ""
    }()

    /// What the program answers to lines, apart from those that came before `ready`.
    private func answers(_ lines: String..., bot: String? = nil) throws -> [String] {
        let program = try Program()
        defer { program.clean() }
        let input = (["ruleset " + Self.ruleset, "isready"] + lines).map { $0 + "\n" }.joined()
        let result = try program.run(["engine"] + (bot.map { ["--bot", $0] } ?? []), input: input)
        #expect(result.status == .exited(0) && result.stderr.isEmpty)
        let all = result.stdoutText.split(separator: "\n").map(String.init)
        #expect(all.first == "ready")
        return Array(all.dropFirst())
    }

    @Test("says hello, whatever version it is greeted with")
    func hello() throws {
        let said = try answers("credulity 7 and more", bot: "greedy")
        #expect(said.first?.hasPrefix("id name credulity ") == true && said.last == "ok")
        #expect(said.contains("option name bot type string default greedy") && said.contains("offers"))
    }

    @Test("passes over what it does not know")
    func unknown() throws {
        let said = try answers(
            "banana", "", "   ", "debug on", "isready now please", "newgame seed 7 fast",
            "position everything/nate easy quickly", "go infinite ponder nodes 100 movetime 1000 soon", "quit now",
            "isready", bot: "greedy")
        #expect(said.first == "ready" && said.filter { $0 == "ready" }.count == 1)
    }

    @Test(
        "says what it expected, and names no move where there is none to name",
        arguments: [
            (["go"], "expected “position …” before “go”"),
            (["position"], "expected “position RULESET[/PROFILE] MODE [moves …]”"),
            (["position alice hard"], "expected a position of “everything”, not of “alice”"),
            (["position everything/nobody hard"], "“everything” has no profile “nobody”; it has house, nate"),
            (["position everything medium"], "expected “hard” or “easy”, not “medium”"),
            (["position everything hard moves propose x"], "move 1: no pattern “x”"),
            (["position everything hard moves concede", "go"], "the match is over; expected another position"),
            (["ruleset {", "position everything hard"], "expected “ruleset JSON” before “position”"),
            (["option name speed value 9"], "there is no option “speed”, only “bot”"),
            (["option"], "expected “option name NAME value VALUE”"),
            (["option name bot"], "expected “option name NAME value VALUE”"),
            (["option name Clear Hash value now"], "there is no option “Clear Hash”, only “bot”"),
            (["option name bot value x", "position everything hard", "go"], "there is no bot “x” here, only"),
            (["position everything \u{1B}[2J"], "not “�[2J”"),
        ])
    func complaints(lines: [String], complaint: String) throws {
        let program = try Program()
        defer { program.clean() }
        let input = (["ruleset " + Self.ruleset] + lines).map { $0 + "\n" }.joined()
        let result = try program.run("engine", input: input)
        let said = result.stdoutText.split(separator: "\n")
        #expect(said.contains { $0.hasPrefix("info string") && $0.contains(complaint) }, "\(said)")
        #expect(said.filter { $0 == "bestmove none" }.count == (lines.last == "go" ? 1 : 0))
        #expect(result.status == .exited(0) && !result.stdout.contains(0x1B))
    }

    @Test("lines that are too long or not text do not end it")
    func hostile() throws {
        let program = try Program()
        defer { program.clean() }
        var input = Data(repeating: UInt8(ascii: "x"), count: 9 << 20)
        input += Data([0x0A, 0xFF, 0xFE, 0x0A]) + Data("isready\n".utf8)
        let path = program.saves + "/input"
        try input.write(to: URL(fileURLWithPath: path))
        let result = try runProcess(
            "/bin/sh", ["-c", "exec '\(Program.path)' engine < '\(path)'"], environment: standardEnvironment())
        let said = result.stdoutText.split(separator: "\n")
        #expect(said.count == 3 && said.last == "ready")
        #expect(said.first?.hasSuffix("expected a line of at most 8388608 bytes") == true)
        #expect(said.dropFirst().first?.hasSuffix("expected UTF-8") == true)
    }

    @Test(
        "the end of the input waits until go is answered in full", arguments: ["", " nodes 100000", " movetime 600000"])
    func endOfInput(limits: String) throws {
        let said = try answers("option name BOT value Perfect", "position everything easy", "go\(limits)")
        #expect(said.count == 1 && said.first?.hasPrefix("bestmove propose ") == true, "\(said)")
    }

    @Test("ends where nobody reads its answer any more")
    func abandoned() throws {
        let alice = try Rulebook(contentsOf: Fixtures.root + "/../Rulesets/alice.yaml").ruleset
        let program = try Program()
        defer { program.clean() }
        let path = program.saves + "/input"
        let lines = "ruleset \(RulesetDocument(alice).json)\nposition alice hard\nisready\ngo\n"
        try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
        let start = ContinuousClock.now
        let result = try program.shell(
            "'\(Program.path)' engine --bot perfect <'\(path)' | head -1; echo ${PIPESTATUS[0]}")
        #expect(result.stdoutText.hasPrefix("ready\n"), "\(result.stdoutText)")
        #expect(start.duration(to: .now) < .seconds(20))
    }

    @Test("disputes, and writes for what the other side raises, as ENGINES.md shows")
    func raised() throws {
        let book = try Rulebook(contentsOf: Fixtures.ruleset("disputed"))
        let document = try String(
            decoding: Fixtures.bytes(Fixtures.root + "/../Sources/Bots/ENGINES.md"), as: UTF8.self)
        let section = try #require(document.components(separatedBy: "## Disputes and coined cards").last)
        let lines = section.components(separatedBy: "\n## ")[0].split(separator: "\n").filter { $0.hasPrefix("    ") }
        let program = try Program()
        defer { program.clean() }
        var told = "ruleset \(RulesetDocument(book.ruleset).json)\nnewgame seed 7\n"
        var asked = ""
        var count = 0
        for line in lines.map({ $0.dropFirst(4) }) {
            let text = line.dropFirst(2) + "\n"
            guard line.hasPrefix("<") else {
                if text.hasPrefix("position") { asked = "" }
                asked += text
                continue
            }
            let result = try program.run("engine", "--bot", "wary-training", input: told + asked)
            #expect(result.stdoutText == text, "\(asked)")
            count += 1
        }
        #expect(count == 2)
        told += "position disputed hard moves propose p, counter s ordinary\n"
        let refused = try program.run(
            "engine", "--bot", "wary-training", input: told + "offer dispute pattern p\noffer\n")
        #expect(refused.stdoutText.contains("the opponent's last move was not priced by that number\noffer none\n"))
        #expect(refused.stdoutText.contains("expected “offer dispute NUMBER” or “offer coin …”\noffer none\n"))
        let lost = try program.run(
            "engine", "--bot", "bold-divergence",
            input: told + "position disputed hard moves propose p, counter t ordinary\ngo\n")
        #expect(lost.stdoutText == "bestmove none\n")
    }

    @Test("answers isready and stop while it thinks, and every go with one move")
    func busy() throws {
        let position = "position everything hard"
        let said = try answers(position, "go", "isready", "stop", "stop", "isready", bot: "greedy")
        #expect(said.filter { $0 == "ready" }.count == 2)
        #expect(said.filter { $0.hasPrefix("bestmove ") }.count == 1)
    }
}
