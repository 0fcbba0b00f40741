import Bots
import Engine
import Lab
import TestSupport
import Testing

@Suite("Strength")
struct StrengthTests {
    /// On such a ruleset the better player wins on either side.
    private static let size = RulesetSize(
        features: 6...8, patterns: 6...9, situations: 8...12, deployments: 3...4, proposals: 1...2)

    @Test("grows with the positions that a level looks at", arguments: [UInt64(1), 53])
    func levels(seed: UInt64) {
        let house = Ruleset.random(seed: seed, size: Self.size)
        let setups = Mode.allCases.map { Rules(house, mode: $0) }
        let bots = [Search(level: 4), Search(level: 1)]
        let standings = RoundRobin(of: bots, in: setups, house: house, games: 3, seed: seed).run(threads: 2)
        #expect(standings.total(of: 0).interval.lower > 0.5, "\(standings.total(of: 0).score)")
    }
}
