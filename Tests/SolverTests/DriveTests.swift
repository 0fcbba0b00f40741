import Game
import Solver
import TestSupport
import Testing

@Suite("The solver, where data must leave drive")
struct DriveTests {
    /// Large enough for bounds to be used far from where they were learned.
    private static let size = RulesetSize(
        features: 4...6, patterns: 4...9, situations: 4...8, deployments: 1...3, proposals: 1...3)

    @Test("agrees with the baseline", arguments: Thoroughness.seeds(ofFull: 3000))
    func agreement(seed: UInt64) {
        var ruleset = Ruleset.random(seed: seed, size: Self.size)
        var random = SplitMix64(seed: seed)
        for index in ruleset.patterns.indices {
            ruleset.patterns[index].cis = Int.random(in: 0..<5, using: &random) > 0
        }
        ruleset.limits = ruleset.limits.replacing([
            .drive: Int.random(in: 1...16, using: &random) * 50, .additions: 64, .pivotalAct: 12, .naturalness: 5000,
        ])
        let analysis = Analysis(
            of: Position(Rules(ruleset, mode: seed % 2 == 0 ? .hard : .easy)),
            limits: SearchLimits(nodes: 20_000, memory: 1 << 20))
        let baseline = analysis.baselineSolution(to: .price)
        let solution = analysis.solution(to: .price)
        guard solution.isProven, baseline.isProven else { return }
        #expect(solution.isInfinite == baseline.isInfinite, "seed \(seed)")
        #expect(solution.priceUpper == baseline.priceUpper, "seed \(seed)")
    }
}
