import Archive
import Foundation
import Game
import Play
import Rulebook
import TerminalTesting
import TestSupport
import Testing

@Suite("The command for cruxes")
struct CruxesCommandTests {
    /// The file of a match in which Ana and Ben differ on b and t, as in the tests of the report.
    private func quarrel(_ program: Program, _ more: [String] = []) throws -> String {
        let ruleset = Ruleset.workedExample([.disputes: 2, .coins: 1])
        let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        var record = try Setup(ruleset: ruleset, profile: nil, mode: .hard, players: players).record(
            date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: RulesetDocument(ruleset).fingerprint, seed: 1)
        let acts =
            [
                "propose p", "counter s ordinary", "sophisticate b", "counter s ordinary",
                "dispute feature b divergence=0.007813 training=0.125",
                "believe divergence situation t ordinary 0.0625",
                "believe training situation t ordinary 0.25",
            ] + more
        for act in acts { try record.apply(Entry(try record.match.ruleset.act(act), at: "2026-11-21T05:31:12Z")) }
        return try Journal.create(in: program.saves, record).path
    }

    @Test("reports on a saved match in three formats, with its ruleset gone")
    func report() throws {
        let program = try Program(["CREDULITY_RULESETS": "/nonexistent"])
        defer { program.clean() }
        let path = try quarrel(program, ["close"])
        let text = try program.run("cruxes", path)
        #expect(text.status == .exited(0) && text.stderr.isEmpty)
        #expect(text.stdoutText.contains("If Ana granted Ben 1 in 4 on “T” in ordinary data, Training would win.\n"))
        let markdown = try program.run("cruxes", path, "--format", "markdown")
        #expect(markdown.stdoutText.hasPrefix("# Cruxes of Ana and Ben\n"))
        let json = try program.run("cruxes", path, "--format", "json", "--seconds", "20")
        let object = try JSONSerialization.jsonObject(with: Data(json.stdout)) as? [String: Any]
        #expect((object?["cruxes"] as? [Any])?.count == 2)
        #expect(json.stdoutText.contains(#""training":{"grants":[[0,1]],"all":true,"tried":2,"complete":true}"#))
    }

    @Test("of a file that is no match, or not there, says so")
    func unreadable() throws {
        let program = try Program()
        defer { program.clean() }
        let absent = try program.run("cruxes", "/nonexistent.jsonl")
        #expect(absent.status == .exited(65) && absent.stderrText.contains("cannot open it"))
        let other = try program.run("cruxes", Fixtures.ruleset("worked-example"))
        #expect(other.status == .exited(65) && other.stderrText.contains("not a saved match"))
        #expect(try program.run("cruxes", "x.jsonl", "--seconds", "0").status == .exited(64))
        #expect(try program.run("cruxes", "x.jsonl", "--format", "html").status == .exited(64))
    }

    @Test("keeps a player's numbers as a profile, by which the ruleset is then solved")
    func keep() throws {
        let program = try Program()
        defer { program.clean() }
        let path = try quarrel(program, ["close"])
        let ana = program.saves + "/ana.yaml", ben = program.saves + "/ben.yaml"
        let kept = try program.run("cruxes", path, "--keep-divergence", ana)
        #expect(kept.status == .exited(0), "\(kept.stderrText)")
        #expect(kept.stdoutText.contains("“Ana's numbers, from a match of 2026-11-21”, 2 numbers, as “ana”"))
        let file = String(decoding: try Fixtures.bytes(ana), as: UTF8.self)
        #expect(file.contains("said in a match against Ben") && file.contains("0.007813"))
        let solved = try program.run("solve", "worked-example", "--profile", ana, "--exact", "--json")
        #expect(solved.stdoutText.contains(#""winner":"divergence""#), "\(solved.stderrText)")
        #expect(solved.stdoutText.contains(#""priceLower":7000"#))
        #expect(try program.run("cruxes", path, "--keep-divergence", ana).status == .exited(73))
        let nothing = try program.run("cruxes", path, "--keep-training", ben)
        #expect(nothing.status == .exited(65))
        #expect(nothing.stderrText.contains("Ben gave no number in this match that differs"))
    }

    @Test("leaves coined cards out of a profile, and says how to have them")
    func coined() throws {
        let program = try Program()
        defer { program.clean() }
        let path = try quarrel(
            program,
            ["take-back 2", "believe divergence pattern p 0.4", "coin shallower r trigger=b divergence=1 training=0.2"])
        let kept = try program.run("cruxes", path, "--keep-divergence", program.saves + "/ana.yaml")
        #expect(kept.stdoutText.contains("Left out, as the ruleset does not have them: r"), "\(kept.stderrText)")
        #expect(kept.stdoutText.contains("credulity rules keep"))
    }

    @Test("has its like in plain lines, where a match that is over is stepped through")
    func plain() throws {
        let program = try Program()
        defer { program.clean() }
        let path = try quarrel(program, ["close"])
        let result = try program.run("resume", path, "--plain", input: "cruxes\nquit\n")
        #expect(result.stdoutText.contains("4.00 bits apart, with 1 in 8 in force."))
        #expect(result.stdoutText.contains("By Ana's numbers Divergence wins with best play"))
    }
}
