import Bots
import Game
import Lab
import TestSupport
import Testing

@Suite("Strength")
struct StrengthTests {
    private static let size = RulesetSize(
        features: 6...8, patterns: 6...9, situations: 8...12, deployments: 3...4, proposals: 1...2)

    /// On these rulesets the better player often wins on either side. The games are the same every time.
    @Test("grows with the positions that a level looks at")
    func levels() {
        let scores = [UInt64(11), 19, 44, 49].map { seed in
            let house = Ruleset.random(seed: seed, size: Self.size)
            let setups = Mode.allCases.map { Rules(house, mode: $0) }
            let bots = [Search(level: 4), Search(level: 1)]
            let tournament = RoundRobin(of: bots, in: setups, ruleset: house, games: 3, seed: seed)
            return tournament.run(threads: 2).total(of: 0).score
        }
        #expect(scores.reduce(0, +) / 4 > 0.7, "\(scores)")
    }
}
