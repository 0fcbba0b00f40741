import Play
import Archive
import Game
import Foundation
import TerminalTesting
import TestSupport
import Testing

@Suite("The command line")
struct CommandTests {
    @Test("moves prints a position as JSON")
    func movesJSON() throws {
        let start = try Program().run("moves", "worked-example", "--json")
        #expect(start.status == .exited(0))
        let expected = """
            {"coins":{"divergence":0,"training":0},"disputable":[],"disputes":{"divergence":0,"training":0},\
            "drive":{"left":0,"whole":0},"legal":[{"bits":1000,"horizon":1,"move":"propose p"},{"bits":2000,"horizon":2,"move":"propose q"}],\
            "pivotalStep":5,"side":"divergence","standing":null,"strain":{"divergence":0,"training":0},"verdict":null}

            """
        #expect(start.stdoutText == expected)
        let end = try Program().run("moves", "worked-example", "--json", "propose p", "counter t ordinary")
        #expect(end.stdoutText.contains(#""legal":[]"#))
        #expect(end.stdoutText.contains(#""standing":0"#))
        #expect(
            end.stdoutText.contains(
                #""verdict":{"grade":"hard","reasons":[{"forced":null,"reason":"no divergence left"}],"winner":"training"}"#
            ))
        let lost = try Program().run("moves", "worked-example", "--json", "concede")
        #expect(lost.stdoutText.contains(#""verdict":{"grade":"hard","reasons":[{"forced":null,"reason":"conceded"}]"#))
        #expect(lost.stdoutText.contains(#""standing":4"#))
        let dull = try Program().run("moves", Fixtures.ruleset("drive"), "--json", "propose gather")
        #expect(dull.stdoutText.contains(#""drive":{"left":1000000,"whole":1000000}"#), "\(dull.stderrText)")
        #expect(dull.stdoutText.contains(#""drive":500000,"move":"counter big-lesson ordinary"}"#))
    }

    @Test("moves prints the ensemble when asked to, as JSON or as a table")
    func ensemble() throws {
        let acts = ["propose p", "counter s ordinary"]
        let json = try Program().run(["moves", "worked-example", "--json", "--ensemble"] + acts)
        let expected = """
            "ensemble":{"intended":0.5,"patterns":[{"inTime":0.108,"pattern":"p","standing":0.108,"weight":0.5},\
            {"inTime":0.25,"pattern":"q","standing":0.25,"weight":0.25}],"standing":47.733333},"legal":
            """
        #expect(json.stdoutText.contains(expected), "\(json.stdoutText)")
        let table = try Program().run(["moves", "worked-example", "--ensemble"] + acts)
        let lines = """
            ensemble: 47.7% stands; intended 0.5
              pattern    weight  standing   in time
              p             0.5     0.108     0.108
              q            0.25      0.25      0.25

            """
        #expect(table.stdoutText.hasSuffix(lines), "\(table.stdoutText)")
    }

    @Test(
        "an illegal or unknown move is named, with exit code 65",
        arguments: [
            (["propose p", "propose q"], "move 2"), (["propose x"], "no pattern “x”"),
            (["banana"], "not a kind of act"),
            (["counter s ordinary"], "divergence's turn"), (["propose p", "counter s deliberate"], "hard mode"),
        ])
    func illegal(moves: [String], complaint: String) throws {
        let program = try Program()
        let result = try runProcess(
            Program.path, ["moves", Fixtures.ruleset("worked-example")] + moves, environment: standardEnvironment())
        #expect(result.status == .exited(65))
        #expect(result.stderrText.contains(complaint), "\(result.stderrText)")
        program.clean()
    }

    @Test("perft prints the number")
    func perft() throws {
        for (depth, count) in [2, 4, 3, 6, 1].enumerated() {
            let result = try Program().run("perft", "worked-example", "--depth", "\(depth + 1)")
            #expect(result.stdoutText == "\(count)\n")
        }
        #expect(try Program().run("perft", "worked-example", "--depth", "-1").status == .exited(64))
        #expect(try Program().run("perft", "worked-example", "--depth", "2", "--mode", "easy").stdoutText == "8\n")
    }

    @Test("bad words get a clear message and the right exit code")
    func badWords() throws {
        let program = try Program()
        let unknown = try program.run("moves", "worked-exampel")
        #expect(unknown.status == .exited(65) && unknown.stderrText.contains("did you mean “worked-example”?"))
        let profile = try program.run("moves", "everything", "--profile", "nat")
        #expect(profile.status == .exited(65) && profile.stderrText.contains("house, nate, holden"))
        #expect(try program.run("moves", "everything", "--mode", "medium").status == .exited(64))
        let nobody = try program.run("play", "--ruleset", "worked-example", "--training", "bot:greed")
        #expect(nobody.status == .exited(64) && nobody.stderrText.contains("did you mean “greedy”? There are"))
        let hostile = try program.run("moves", "worked-example", "propose \u{1B}[2J")
        #expect(hostile.status == .exited(65) && !hostile.stderr.contains(0x1B))
        program.clean()
    }

    @Test("what is wrong keeps its exit code where it cannot be said", arguments: ["2>&-", "2>/dev/full"])
    func mute(redirection: String) throws {
        let result = try runProcess(
            "/bin/sh", ["-c", "exec '\(Program.path)' moves no-such-ruleset \(redirection)"],
            environment: standardEnvironment())
        #expect(result.status == .exited(65))
    }

    @Test("rules lists, shows and checks")
    func rules() throws {
        let program = try Program()
        #expect(try program.run("rules", "list").stdoutText.contains("worked-example"))
        #expect(try program.run("rules", "show", "worked-example", "t").stdoutText.contains("thoughts  shows b"))
        #expect(try program.run("rules", "show", "worked-example", "zz").status == .exited(65))
        #expect(
            try program.run("rules", "list").stdoutText.contains("(house, nate, holden; bot:nate, bot:careful-reader, ")
        )
        let everything = try program.run("rules", "show", "everything").stdoutText
        #expect(
            everything.contains(
                "nate  Nate M  plays divergence  believes house  2 rules  10 lines\n      he plays on\n"))
        #expect(try program.run("rules", "check").status == .exited(0))
        let bad =
            Fixtures.root + "/RulebookTests/Bad/"
            + (Fixtures.names(in: Fixtures.root + "/RulebookTests/Bad", endingIn: ".yaml").first ?? "")
        let result = try program.run("rules", "check", bad + ".yaml")
        #expect(result.status == .exited(65) && result.stderrText.contains("error: "))
        program.clean()
    }

    @Test("rules check reports rules that fired in none of the games it played, among all other warnings")
    func idleRules() throws {
        let program = try Program()
        defer { program.clean() }
        let path = Fixtures.root + "/RulebookTests/Bad/warning-bot.yaml"
        let result = try program.run("rules", "check", path)
        #expect(result.status == .exited(0))
        let places = result.stderrText.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /warning-bot.yaml:(\d+):(\d+): warning: (.*)/)
        }
        let lines = places.compactMap { Int($0.1) }
        #expect(lines == lines.sorted() && lines.count > 5)
        let idle = places.filter { $0.3 == "bot “nate”: the rule did not fire in 1000 games" }
        #expect(idle.map { "\($0.1):\($0.2)" } == ["30:9", "32:9", "34:9"])
        #expect(try program.run("rules", "check", path).stderrText == result.stderrText)
    }

    @Test("the plain game is played to a verdict by numbers, notation and words")
    func plain() throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(
            "play", "--plain", "--ruleset", "worked-example",
            input:
                "predict 60\npropose p\n?\nwhy\n1 It was whacked at once.\ncorpus\nstory\ncard 1\nbanana\n99\n1\nconcede\ny\n"
        )
        #expect(result.status == .exited(0))
        #expect(result.stdoutText.contains("“It was whacked at once.”"))
        #expect(result.stdoutText.contains("wins for"))
        let record = try #require(try program.records().first)
        #expect(record.isClosed && record.predictions[.divergence] == Credence(millionths: 600_000))
    }

    @Test("the end of input saves, and resume goes on; the newest unfinished match without a path")
    func resume() throws {
        let program = try Program()
        defer { program.clean() }
        let first = try program.run("play", "--plain", "--ruleset", "worked-example", input: "1\n")
        #expect(first.status == .exited(0) && first.stdoutText.contains("Saved in"))
        let second = try program.run("resume", "--plain", input: "1\nundo\ny\n1\n")
        #expect(second.status == .exited(0))
        #expect(try program.records().first?.match.moves.count == 2)
        let path = try #require(Library(folder: program.saves).matches().matches.first?.path)
        #expect(try program.run("resume", path, "--plain", input: "concede\ny\n").stdoutText.contains("conceded"))
        #expect(try program.run("resume", "--plain").status == .exited(66))
    }

    @Test("two bots play a match by themselves, in both modes", arguments: Mode.allCases)
    func bots(mode: Mode) throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(
            "play", "--plain", "--ruleset", "evening", "--mode", mode.rawValue, "--divergence", "bot:greedy",
            "--training", "bot:greedy")
        #expect(result.status == .exited(0))
        #expect(try program.records().first?.isClosed == true)
    }

    @Test("the plain game gives hints, and its tutor asks once")
    func tutor() throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(
            "play", "--plain", "--ruleset", "hides-from", "--training", "bot:greedy",
            input: "hint\ntutor on\n2\nn\n2\ny\nundo\n1\nquit\n")
        #expect(result.stdoutText.contains("1. “Poker face” wins at"))
        #expect(result.stdoutText.components(separatedBy: "That throws away a proven win.").count == 3)
        let record = try #require(try program.records().first)
        #expect(record.match.moves.first == (try record.ruleset.move("propose poker-face")))
    }

    @Test("asked to stop in the plain game, a bot answers")
    func stop() throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(
            "play", "--plain", "--ruleset", "worked-example", "--divergence", "bot:greedy", input: "stop\ny\nquit\n")
        #expect(result.stdoutText.contains("greedy agrees to stop") || result.stdoutText.contains("rather play on"))
    }

    @Test("a hostile ruleset is refused in little memory")
    func hostile() throws {
        let program = try Program()
        defer { program.clean() }
        let path = program.saves + "/bomb.yaml"
        let bombs = [
            String(repeating: "[", count: 400_000), "a: &a [x, x]\n" + (0..<40).map { "b\($0): [*a, *a]\n" }.joined(),
            String(repeating: "- a\n", count: 1_000_000), String(repeating: "x", count: 5_000_000),
        ]
        for bomb in bombs {
            try Data(bomb.utf8).write(to: URL(fileURLWithPath: path))
            let (result, peak) = try program.measured("rules", "check", path)
            #expect(result.status == .exited(65))
            #expect(result.stderrText.contains("error: "))
            #expect(peak < 256 * 1024, "\(peak) KiB")
        }
    }
}
