import Archive
import Foundation
import Game
import Play
import Rulebook
import TerminalTesting
import TestSupport
import Testing

@Suite("A profile from a file")
struct ProfileCommandTests {
    /// A file of that name with a profile of the worked example under which b occurs more often.
    private func profile(
        _ program: Program, _ name: String = "mine.yaml",
        _ text: String = "{id: mine, title: As I see it, limits: {pivotal_act: 6}, features: {b: {ordinary: 0.25}}}"
    ) throws -> String {
        let path = program.saves + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("is played, saved with the match, and not needed any more when that goes on or is shown")
    func plays() throws {
        let program = try Program()
        defer { program.clean() }
        let path = try profile(program)
        let begun = try program.run("play", "--plain", "--ruleset", "worked-example", "--profile", path, input: "1\n")
        #expect(begun.status == .exited(0), "\(begun.stderrText)")
        try FileManager.default.removeItem(atPath: path)
        let record = try #require(try program.records().first)
        #expect(record.header.profile == "mine" && record.ruleset.profiles.map(\.identifier) == ["mine"])
        #expect(record.header.hash == RulesetDocument(record.ruleset).fingerprint)
        #expect(record.position.pivotalStep == 6)
        let resumed = try program.run("resume", "--plain", input: "1\nconcede\n\nq\n")
        #expect(resumed.status == .exited(0), "\(resumed.stderrText)")
        #expect(resumed.stdoutText.contains("mine credences") && resumed.stdoutText.contains("pivotal act at 6"))
        #expect(try program.records().first?.position.corpus.count == 1)
    }

    @Test("counts like one of the ruleset's, wherever a profile can be named")
    func everywhere() throws {
        let program = try Program()
        defer { program.clean() }
        let everything = Fixtures.ruleset("everything")
        let shown = try program.run("rules", "show", everything, "--profile", "nate", "--yaml")
        #expect(shown.stdoutText.hasPrefix("ruleset: everything\nid: nate\ntitle: As Nate might\nlimits:\n"))
        let renamed = shown.stdoutText.replacing("id: nate", with: "id: mine")
        let path = try profile(program, "mine", renamed)
        for (command, more) in [
            (["moves"], []), (["perft"], ["--depth", "2"]), (["solve"], ["--exact"]),
            (["rules", "show"], ["petty-cash"]),
        ] {
            let outputs = try ["nate", path].map { name in
                let output = try program.run(command + [everything, "--profile", name] + more).stdoutText
                return output.split(separator: "\n").filter { !$0.hasSuffix(" s") }
            }
            #expect(outputs[0] == outputs[1] && !outputs[0].isEmpty, "\(command)")
        }
        let tournament = try program.run(
            "tournament", "--ruleset", everything, "--profile", path, "--profile", "nate", "--bots", "random,greedy",
            "--games", "1", "--mode", "hard")
        #expect(tournament.stdoutText.hasPrefix("everything: mine hard, nate hard"), "\(tournament.stderrText)")
        let whole = try program.run("rules", "show", everything, "--yaml").stdoutText
        #expect(try Rulebook(whole, named: "").ruleset == Rulebook(contentsOf: everything).ruleset)
    }

    @Test("is checked with its ruleset, and said to be a profile where a ruleset is wanted")
    func checked() throws {
        let program = try Program()
        defer { program.clean() }
        let path = try profile(program)
        let good = try program.run("rules", "check", "worked-example", "--profile", path)
        #expect(good.status == .exited(0) && good.stderr.isEmpty)
        #expect(
            good.stdoutText.hasSuffix(
                "mine: good, a profile of worked-example with other numbers for 1 card and 1 limit\n"))
        let bad = try profile(program, "bad.json", "{id: bad, title: Bad, features: {c: {}}}")
        let missing = program.saves + "/none.yaml"
        let cases: [([String], Int32, String)] = [
            (["rules", "check", path], 65, "--profile \(path)” checks it"),
            (["rules", "check", "worked-example", "--profile", bad], 65, "bad.json:1:34: error: unknown feature “c”"),
            (["rules", "check", "--profile", path], 64, "rules check RULESET --profile FILE"),
            (["rules", "show", "worked-example", "p", "--yaml"], 64, "not one card"),
            (["play", "--plain", "--ruleset", path], 65, "a profile, not a ruleset"),
            (["moves", "worked-example", "--profile", Fixtures.ruleset("everything")], 65, "a ruleset, not a profile"),
            (["moves", "worked-example", "--profile", missing], 65, "none.yaml: error: cannot read it"),
            (["moves", "worked-example", "--profile", "mine"], 65, "it has house; did you mean “./mine.yaml”?"),
            (["moves", "worked-example", "--profile", "theirs"], 65, "there is no file of that name"),
        ]
        for (arguments, code, complaint) in cases {
            let result = try program.run(arguments, in: program.saves)
            #expect(
                result.status == .exited(code) && result.stderrText.contains(complaint),
                "\(arguments): \(result.stderrText)")
        }
    }
}
