import Game
import Foundation
import Rulebook
import Solver
import TestSupport
import Testing

@Suite("The solved table of the authors' page")
struct SolvedTableTests {
    private static let path = Fixtures.root + "/../Rulesets/README.md"
    private static let marks = ("<!-- solved: alice -->\n", "<!-- end -->\n")

    @Test("is what the solver proves; CREDULITY_RECORD=1 writes it anew")
    func table() throws {
        let page = try String(contentsOfFile: Self.path, encoding: .utf8)
        let start = try #require(page.range(of: Self.marks.0)).upperBound
        let end = try #require(page.range(of: Self.marks.1)).lowerBound
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset("alice")).ruleset
        let solved = page[..<start] + Self.lines(ruleset).joined(separator: "\n") + "\n" + page[end...]
        try Golden(Self.path).expect(String(solved))
    }

    private static func lines(_ ruleset: Ruleset) -> [String] {
        ["| profile | mode | winner | grade | price, of the limit | first move |", "|---|---|---|---|---|---|"]
            + ([nil] + ruleset.profiles).flatMap { profile in
                Mode.allCases.map { row(ruleset, profile, $0) }
            }
    }

    private static func row(_ ruleset: Ruleset, _ profile: Profile?, _ mode: Mode) -> String {
        let rules = Rules(profile.map(ruleset.under) ?? ruleset, mode: mode)
        let solution = Analysis(of: Position(rules)).solution(to: .price)
        #expect(solution.isProven, "\(profile?.identifier ?? "house") \(mode)")
        let limit = rules.ruleset.limits.plausibility
        let price = solution.isInfinite ? "beyond any limit" : "\(solution.priceLower) of \(limit)"
        let first = solution.line.first.map(ruleset.notation) ?? ""
        let cells = [
            profile?.identifier ?? "house", mode.rawValue, solution.winner?.rawValue ?? "",
            solution.grade?.rawValue ?? "", price, "`\(first)`",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    @Test("says of alice what each man said he expected, and that the house is a contest")
    func balance() throws {
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset("alice")).ruleset
        func winner(_ profile: String?, _ mode: Mode) throws -> Side? {
            let played = try profile.map { try #require(ruleset.under(profile: $0)) } ?? ruleset
            let solution = Analysis(of: Position(Rules(played, mode: mode)), limits: SearchLimits(seconds: 60))
                .solution(to: .winner)
            #expect(solution.isProven)
            return solution.winner
        }
        #expect(try winner("nate", .hard) == .divergence)
        #expect(try winner("nate", .easy) == .divergence)
        #expect(try winner("holden", .hard) == .training)
        #expect(try winner(nil, .hard) != winner(nil, .easy))
    }
}
