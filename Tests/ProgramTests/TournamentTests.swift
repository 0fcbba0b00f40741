import Foundation
import TerminalTesting
import TestSupport
import Testing

@Suite("The tournament")
struct TournamentTests {
    private struct Report: Decodable {
        struct Score: Decodable {
            var games: Int
            var score: Double
            var lower: Double
            var upper: Double
        }

        struct Pairing: Decodable {
            var bot: String
            var opponent: String
            var result: Score
        }

        var setups: [String]
        var pairings: [Pairing]
    }

    @Test("prints tables of 80 columns, or JSON")
    func report() throws {
        let program = try Program()
        defer { program.clean() }
        let words = ["tournament", "--ruleset", "worked-example", "--bots", "greedy,level-1,perfect", "--games", "2"]
        let text = try program.run(words)
        #expect(text.status == .exited(0) && text.stderr.isEmpty)
        #expect(text.stdoutText.contains("greedy    level-1   both "))
        #expect(text.stdoutText.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let json = try program.run(words + ["--mode", "easy", "--json"])
        let report = try JSONDecoder().decode(Report.self, from: Data(json.stdout))
        #expect(report.setups == ["house easy"] && report.pairings.count == 3)
        for pairing in report.pairings {
            #expect(pairing.result.games == 4)
            #expect(pairing.result.lower <= pairing.result.score && pairing.result.score <= pairing.result.upper)
        }
    }

    @Test(
        "refuses what cannot be played",
        arguments: [
            (["--bots", "greedi"], 64, "did you mean “greedy”?"), (["--bots", "greedy,greedy"], 64, "named twice"),
            (["--bots", "greedy"], 64, "two bots"), (["--games", "0"], 64, "1 or more"),
            (["--profile", "nat"], 65, "no profile “nat”"),
        ])
    func refusal(words: [String], code: Int32, complaint: String) throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(["tournament", "--ruleset", "worked-example"] + words)
        #expect(result.status == .exited(code))
        #expect(result.stderrText.contains(complaint), "\(result.stderrText)")
    }
}
