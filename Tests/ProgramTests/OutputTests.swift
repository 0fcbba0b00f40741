import Foundation
import TerminalTesting
import TestSupport
import Testing

@Suite("Output that could not be written")
struct OutputTests {
    /// Runs the program by a shell, which sends its output where the words say.
    private func run(_ program: Program, _ words: String, _ destination: String) throws -> ProcessResult {
        try program.shell("exec '\(Program.path)' \(words) \(destination)")
    }

    static let commands = [
        "--help", "--version", "play --help", "--generate-completion-script bash", "rules list",
        "rules show everything",
        "rules check worked-example", "moves worked-example", "moves worked-example --json",
        "perft worked-example --depth 2", "solve worked-example", "solve worked-example --json",
        "tournament --ruleset worked-example --bots random,greedy --games 1",
        "play --plain --ruleset worked-example --divergence bot:greedy --training bot:greedy", "engine <<<credulity",
    ]

    @Test(
        "is an error, on a full disk and where there is no output at all", arguments: commands, [">/dev/full", ">&-"])
    func full(words: String, destination: String) throws {
        let program = try Program()
        defer { program.clean() }
        let result = try run(program, words, destination)
        #expect(result.status == .exited(74), "\(result.stderrText)")
        #expect(result.stderrText.contains("standard output could not be written: "))
    }

    @Test("is an error where nobody reads it any more", arguments: commands)
    func abandoned(words: String) throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.shell(
            "{ sleep 0.3; '\(Program.path)' \(words); echo \"code $?\" >&2; } | true; sleep 0.1")
        #expect(result.stderrText.contains("could not be written: Broken pipe"), "\(result.stderrText)")
        #expect(result.stderrText.contains("code 74"))
    }

    @Test("leaves the exit code of what else is wrong")
    func kept() throws {
        let program = try Program()
        defer { program.clean() }
        #expect(try run(program, "moves worked-example 'propose x'", ">/dev/full").status == .exited(65))
    }

    @Test("of a match is an error too")
    func unsaved() throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(
            "play", "--plain", "--ruleset", "worked-example", "--saves", "/proc/nowhere", input: "1\n")
        #expect(result.status == .exited(74) && result.stderrText.contains("NOT SAVED"), "\(result.stderrText)")
    }
}
