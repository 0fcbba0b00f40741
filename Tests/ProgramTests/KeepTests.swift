import Archive
import Foundation
import Game
import Play
import Rulebook
import TerminalTesting
import TestSupport
import Testing

@Suite("rules keep")
struct KeepTests {
    /// The file of a match of the worked example in which each side coined a card.
    private func match(_ program: Program, _ more: String...) throws -> String {
        var ruleset = try Rulebook(contentsOf: Fixtures.ruleset("worked-example")).ruleset
        ruleset.limits = ruleset.limits.replacing([.disputes: 2, .coins: 1, .unlisted: 250_000])
        let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        var record = try Setup(ruleset: ruleset, profile: nil, mode: .hard, players: players).record(
            date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: RulesetDocument(ruleset).fingerprint, seed: 1)
        for notation in [
            "propose p", "counter s ordinary", "coin shallower r trigger=b divergence=1 training=0.2",
            "coin counter u ordinary exhibits=a+b channel=outcome divergence=0.5 training=1 judge=0.6",
        ] + more {
            var act = try record.match.ruleset.act(notation)
            if case .coin(var coin, let offers) = act {
                coin.text = "what \(coin.identifier) says: all of it"
                act = .coin(coin, offers)
            }
            try record.apply(Entry(act, at: "2026-11-21T05:31:00Z"))
        }
        return try Journal.create(in: program.saves, record).path
    }

    @Test("writes a ruleset that checks well, is played, and names the cards that were kept")
    func plays() throws {
        let program = try Program()
        defer { program.clean() }
        let match = try match(program)
        let path = program.saves + "/mine.yaml"
        let kept = try program.run("rules", "keep", match, "--out", path)
        #expect(kept.status == .exited(0) && kept.stderr.isEmpty, "\(kept.stderrText)")
        #expect(
            kept.stdoutText == """
                Wrote \(path): “worked-example” with what was coined, as “worked-example-kept”.
                  pattern r at 0.2: what r says: all of it
                  situation u, ordinary at 0.6: what u says: all of it
                Next:
                  credulity rules check \(path)
                  credulity play --ruleset \(path)

                """)
        let check = try program.run("rules", "check", path)
        #expect(check.status == .exited(0) && check.stdoutText.hasPrefix("worked-example-kept: good"))
        let printed = try program.run("rules", "keep", match)
        #expect(try printed.stdout == Fixtures.bytes(path))
        #expect(printed.stdoutText.hasPrefix("# Written by “credulity rules keep”."))
        let game = try program.run(
            "play", "--plain", "--ruleset", path, "--divergence", "bot:greedy", "--training", "bot:greedy")
        #expect(game.status == .exited(0))
        let moves = try program.run("moves", path, "propose p", "counter s ordinary")
        #expect(moves.stdoutText.contains("shallower r  2.32 bits  step 2"), "its trigger is not waited for any more")
    }

    @Test("gives it the name that is asked for, never overwrites, and refuses what cannot be")
    func refusals() throws {
        let program = try Program()
        defer { program.clean() }
        let match = try match(program)
        let path = program.saves + "/mine.yaml"
        try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
        let named = try program.run("rules", "keep", match, "--id", "ours")
        #expect(named.stdoutText.contains("\nruleset: ours\n"))
        let cases: [([String], Int32, String)] = [
            ([match, "--out", path], 73, "is there already"), ([match, "--id", "Ours"], 64, "is no identifier"),
            ([match, "--id", "worked-example"], 64, "needs another identifier"),
            ([match, "--out", program.saves + "/none/mine.yaml"], 73, "there is no folder “\(program.saves)/none”"),
            ([program.saves + "/no.jsonl"], 65, "no.jsonl: "), ([path], 65, "mine.yaml"),
        ]
        for (arguments, code, complaint) in cases {
            let keep = try program.run(["rules", "keep"] + arguments)
            #expect(keep.status == .exited(code) && keep.stderrText.contains(complaint), "\(keep.stderrText)")
            #expect(keep.stdout.isEmpty)
        }
        #expect(try Fixtures.bytes(path) == Array("precious".utf8))
    }

    @Test("says that there is nothing to keep where nothing was coined, or all was taken back")
    func nothing() throws {
        let program = try Program()
        defer { program.clean() }
        for path in [try program.unplayedMatch(id: "1123456789abcdef"), try match(program, "take-back 2")] {
            let keep = try program.run("rules", "keep", path)
            #expect(keep.status == .exited(65) && keep.stderrText.contains("none to keep"), "\(keep.stderrText)")
        }
    }
}
