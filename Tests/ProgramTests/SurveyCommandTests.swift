import Archive
import Foundation
import Game
import Play
import Rulebook
import TerminalTesting
import TestSupport
import Testing

@Suite("The commands for all saved matches")
struct SurveyCommandTests {
    /// A folder with two matches, a copy of one that is not as far, and two files that are none.
    private func filled(_ program: Program) throws {
        let ruleset = try Rulebook(contentsOf: Fixtures.ruleset("everything")).ruleset
        func save(_ id: String, _ name: String, _ acts: [String], as file: String? = nil) throws {
            let players = Players(divergence: Player(name: name), training: Player(name: "Ben"))
            var record = try Setup(ruleset: ruleset, profile: nil, mode: .hard, players: players).record(
                date: "2026-11-21T05:30:12Z", id: id, hash: RulesetDocument(ruleset).fingerprint, seed: 1)
            for act in acts { try record.apply(Entry(try record.match.ruleset.act(act), at: "2026-11-21T05:31:12Z")) }
            let path = try Journal.create(in: program.saves, record).path
            guard let file else { return }
            try FileManager.default.moveItem(atPath: path, toPath: program.saves + "/" + file)
        }
        let before = ["predict training 0.2", "believe divergence row shallow 0.5"]
        let claim = ["propose avoid-getting-caught"]
        try save("0000000000000001", "Ana", before + claim, as: "behind.jsonl")
        try save(
            "0000000000000001", "Ana", before + claim + ["concede", "close", "believe divergence row shallow 0.75"])
        try save("0000000000000002", "=cmd()|x", claim)
        try Data("{}".utf8).write(to: URL(fileURLWithPath: program.saves + "/broken.jsonl"))
        try Data("not \u{1B}[31m JSON".utf8).write(to: URL(fileURLWithPath: program.saves + "/ugly.jsonl"))
    }

    @Test("tell of the rows in four formats, and name what cannot be read")
    func table() throws {
        let program = try Program()
        defer { program.clean() }
        try filled(program)
        let text = try program.run("table", "everything")
        #expect(text.status == .exited(0), "\(text.stderrText)")
        #expect(text.stdoutText.hasPrefix("The table of everything: 2 matches\n"))
        #expect(text.stderrText.contains("left out, as not readable: 2 files") && !text.stderrText.contains("\u{1B}"))
        let json = try program.run("table", "everything", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(json.stdout)) as? [String: Any]
        #expect(object?["matches"] as? Int == 2)
        #expect(json.stdoutText.contains(#""before":0.5,"after":0.75"#))
        let csv = try program.run("table", "everything", "--format", "csv")
        #expect(csv.stdoutText.contains("shallow,claims,house,'=cmd()|x,human,divergence,,,,1,0,0,1,0,0,0,1\n"))
        #expect(csv.stdoutText.contains("shallow,claims,house,Ana,human,divergence,,,,1,0,1,0,1,0,0,0\n"))
        let markdown = try program.run("table", "everything", "--format", "markdown")
        #expect(markdown.stdoutText.contains("| \\=cmd()\\|x |"))
        #expect(try program.run("table", "nothing").status == .exited(65))
        #expect(try program.run("table", "everything", "--format", "html").status == .exited(64))
    }

    @Test("tell how predictions came true, of all and of one")
    func calibration() throws {
        let program = try Program()
        defer { program.clean() }
        try filled(program)
        let text = try program.run("calibration")
        #expect(text.stdoutText.contains("1 prediction in 1 match that came to a winner"), "\(text.stdoutText)")
        #expect(text.stdoutText.contains("Brier score 0.04. Log score 0.32 bits"))
        #expect(try program.run("calibration", "--player", "Ben").stdoutText.hasPrefix("Calibration of Ben\n"))
        let unknown = try program.run("calibration", "--player", "Bem")
        #expect(unknown.status == .exited(66) && unknown.stderrText.contains("did you mean “Ben”?"))
        #expect(try program.run("calibration", "--format", "csv").stdoutText.hasSuffix("Ben,0000000000000001,0.2,0\n"))
    }

    @Test("tell what was played from a position")
    func explore() throws {
        let program = try Program()
        defer { program.clean() }
        try filled(program)
        let csv = try program.run("explore", "everything", "--format", "csv", "--seconds", "0")
        #expect(csv.stdoutText.hasSuffix("propose avoid-getting-caught,2,0,1,0,1,\n"), "\(csv.stderrText)")
        let text = try program.run("explore", "everything", "propose avoid-getting-caught")
        #expect(text.stdoutText.contains("2 matches came here, Training to move."))
        #expect(text.stdoutText.contains("concede"))
        let other = try program.run("explore", "everything", "--mode", "easy")
        #expect(other.stdoutText == "No saved match came to this position.\n")
        #expect(try program.run("explore", "everything", "propose nothing").status == .exited(65))
    }
}
