import Foundation
import Play
import Review
import TerminalTesting
import TestSupport
import Testing

@Suite("The command that hands a match on")
struct ExportCommandTests {
    private static let sample = Fixtures.root + "/../Saves/sample-easy.jsonl"

    @Test("writes every form, with the ruleset gone, to the output or to a new file", arguments: ExportFormat.allCases)
    func forms(format: ExportFormat) throws {
        let program = try Program(["CREDULITY_RULESETS": "/nonexistent"])
        defer { program.clean() }
        let path = program.saves + "/match." + format.fileExtension
        try FileManager.default.createDirectory(atPath: program.saves, withIntermediateDirectories: true)
        let options = ["export", Self.sample, "--to", format.rawValue, "--seconds", "0"]
        let printed = try program.run(options)
        #expect(printed.status == .exited(0) && printed.stderr.isEmpty)
        #expect(["Nate", "Imitating Alice"].contains { printed.stdoutText.contains($0) })
        let written = try program.run(options + ["--out", path])
        #expect(written.status == .exited(0) && written.stdout.isEmpty)
        #expect(try Fixtures.bytes(path) == Array(printed.stdout))
        #expect(try program.run(options + ["--out", path]).status == .exited(73))
    }

    @Test("says what is wrong with the file, the form or the options")
    func wrong() throws {
        let program = try Program()
        defer { program.clean() }
        let absent = try program.run("export", "/nonexistent.jsonl", "--to", "html")
        #expect(absent.status == .exited(65) && absent.stderrText.contains("/nonexistent.jsonl"))
        #expect(try program.run("export", Self.sample).status == .exited(64))
        #expect(try program.run("export", Self.sample, "--to", "pdf").status == .exited(64))
        #expect(try program.run("export", Self.sample, "--to", "svg", "--cruxes").status == .exited(64))
        #expect(try program.run("export", Self.sample, "--to", "svg", "--seconds", "-1").status == .exited(64))
    }

    @Test("does in plain lines what it does on the screen")
    func plain() throws {
        let program = try Program()
        defer { program.clean() }
        try FileManager.default.createDirectory(atPath: program.saves, withIntermediateDirectories: true)
        let copy = program.saves + "/match.jsonl"
        try FileManager.default.copyItem(atPath: Self.sample, toPath: copy)
        let result = try program.run("resume", copy, "--plain", input: "export markdown\nexport pdf\nquit\n")
        #expect(result.stdoutText.contains("Written to \(program.saves)/match.md."))
        #expect(result.stdoutText.contains("export FORM, with text, markdown"))
        #expect(try Fixtures.bytes(program.saves + "/match.md").starts(with: Array("# Imitating Alice".utf8)))
    }
}
