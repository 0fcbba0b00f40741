import Play
import Archive
import Foundation
import TerminalTesting
import TestSupport
import Testing

@Suite("rules new")
struct NewRulesetTests {
    @Test("writes a ruleset that checks well and is played to a verdict")
    func plays() throws {
        let program = try Program()
        defer { program.clean() }
        let new = try program.run("rules", "new", "my-rules", "--output", program.saves)
        let path = program.saves + "/my-rules.yaml"
        #expect(new.status == .exited(0) && new.stdoutText.contains("credulity play --ruleset \(path)"))
        #expect(new.stderrText.contains("ruleset.schema.json") && new.stderrText.contains(Fixtures.rulesets))
        let check = try program.run("rules", "check", path)
        #expect(check.status == .exited(0) && check.stderr.isEmpty && check.stdoutText.contains("my-rules: good"))
        let bots = ["--divergence", "bot:greedy", "--training", "bot:greedy"]
        for mode in ["hard", "easy"] {
            let game = try program.run(["play", "--plain", "--ruleset", path, "--mode", mode] + bots)
            #expect(game.status == .exited(0))
        }
        #expect(try program.records().count { $0.isClosed } == 2)
    }

    @Test("writes to the folder one is in, and says where the schema is")
    func here() throws {
        let folder = Fixtures.root + "/../Rulesets"
        let program = try Program(["CREDULITY_RULESETS": folder])
        defer { program.clean() }
        let new = try program.run(["rules", "new", "mine"], in: program.saves)
        #expect(new.status == .exited(0) && new.stderr.isEmpty)
        let text = String(decoding: try Fixtures.bytes(program.saves + "/mine.yaml"), as: UTF8.self)
        #expect(text.hasPrefix("# yaml-language-server: $schema=\(folder)/ruleset.schema.json\n"))
    }

    @Test("never overwrites, and refuses what is no identifier or no folder")
    func refusals() throws {
        let program = try Program()
        defer { program.clean() }
        let path = program.saves + "/mine.yaml"
        try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
        let cases: [([String], Int32, String)] = [
            (["mine"], 73, "is there already"), (["2nd"], 64, "is no identifier"),
            (["mine.yaml"], 64, "“.yaml” is put after it"), (["mine.yml"], 64, "“.yaml” is put after it"),
            (["../mine"], 64, "is no identifier"),
            (["other", "--output", program.saves + "/none"], 73, "there is no folder"),
            (["other", "--output", path], 73, "cannot be written"), ([], 64, "Missing expected argument"),
        ]
        for (arguments, code, complaint) in cases {
            let new = try program.run(["rules", "new"] + arguments, in: program.saves)
            #expect(
                new.status == .exited(code) && new.stderrText.contains(complaint), "\(arguments): \(new.stderrText)")
            #expect(new.stdout.isEmpty)
        }
        #expect(try Fixtures.bytes(path) == Array("precious".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.saves) == ["mine.yaml"])
    }

    @Test("a ruleset is found whether its file ends in .yaml or .yml", arguments: ["yaml", "yml"])
    func endings(ending: String) throws {
        let program = try Program()
        defer { program.clean() }
        let folder = program.saves + "/rulesets"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let text = try Fixtures.bytes(Fixtures.ruleset("worked-example"))
        try Data(text).write(to: URL(fileURLWithPath: "\(folder)/worked-example.\(ending)"))
        let there = try Program(["CREDULITY_RULESETS": folder])
        defer { there.clean() }
        #expect(try there.run("rules", "list").stdoutText.hasPrefix("worked-example  "))
        #expect(try there.run("rules", "check").stdoutText.contains("worked-example: good"))
        #expect(try there.run("perft", "worked-example", "--depth", "1").stdoutText == "2\n")
        let elsewhere = try Program(["CREDULITY_RULESETS": Fixtures.root + "/../Rulesets"])
        defer { elsewhere.clean() }
        let hint = try elsewhere.run(["perft", "worked-example", "--depth", "1"], in: folder)
        #expect(hint.stderrText.contains("did you mean “./worked-example.\(ending)”?"), "\(hint.stderrText)")
    }

    @Test("where there are no rulesets at all, the message says where they were looked for")
    func nowhere() throws {
        let program = try Program(["CREDULITY_RULESETS": "/nowhere"])
        defer { program.clean() }
        for arguments in [
            ["rules", "list"], ["rules", "check"], ["play", "--plain"], ["perft", "alice", "--depth", "1"],
        ] {
            let result = try program.run(arguments)
            #expect(result.status == .exited(66) && result.stderrText.contains("looked in /nowhere"), "\(arguments)")
        }
    }
}
