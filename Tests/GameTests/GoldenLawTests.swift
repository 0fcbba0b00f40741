import Game
import Rulebook
import TestSupport
import Testing

/// A ruleset of a file as it may be played: the house and every profile, in both modes.
struct Played {
    let title: String
    let rules: Rules

    static func all(of name: String) throws -> [Played] {
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        return ([nil] + ruleset.profiles).flatMap { profile in
            Mode.allCases.map { mode in
                Played(
                    title: "\(profile?.identifier ?? "house") \(mode.rawValue)",
                    rules: Rules(profile.map(ruleset.under) ?? ruleset, mode: mode))
            }
        }
    }
}

@Suite("The laws on files")
struct GoldenLawTests {
    /// As deep as a debug build counts in a moment.
    private static let leaves = 60_000

    @Test("perft gives the counts pinned in its file", arguments: Fixtures.everyRuleset)
    func perft(name: String) throws {
        var lines = ["# \(name): profile and mode, then the sequences of 1, 2, 3 … moves"]
        for played in try Played.all(of: name) {
            var counts: [Int] = []
            repeat {
                counts.append(Position(played.rules).perft(counts.count + 1))
            } while (counts.last ?? 0) > 0 && counts.count < 9 && (counts.last ?? 0) * 12 < Self.leaves
            lines.append(played.title + " " + counts.map(String.init).joined(separator: " "))
        }
        try golden("Perft", name).expect(lines.joined(separator: "\n") + "\n")
    }

    @Test("moves are listed in canonical order, as pinned in its file", arguments: Fixtures.everyRuleset)
    func order(name: String) throws {
        var lines: [String] = []
        for played in try Played.all(of: name) {
            let match = Match.random(played.rules, seed: 7)
            for position in match.positions.prefix(4) {
                lines.append("\(played.title), ply \(position.ply), \(position.sideToMove.rawValue)")
                lines += position.legalMoves.map { "  " + played.rules.ruleset.notation(of: $0) }
            }
        }
        try golden("Order", name).expect(lines.joined(separator: "\n") + "\n")
    }

    @Test("a playthrough shows what it showed before at every ply", arguments: Fixtures.everyRuleset)
    func playthrough(name: String) throws {
        let games = try Played.all(of: name).prefix(Mode.allCases.count).map { played in
            Playthrough(Match.random(played.rules, seed: 11), title: "\(name) \(played.title)").text
        }
        try golden("Playthroughs", name).expect(games.joined(separator: "\n"))
    }

    private func golden(_ folder: String, _ name: String) -> Golden {
        Golden("\(Fixtures.root)/GameTests/\(folder)/\(name).txt")
    }
}
