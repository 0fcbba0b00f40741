import Game
import Solver
import TestSupport
import Testing

@Suite("The baseline")
struct BaselineTests {
    @Test("agrees with the solver on small rulesets", arguments: Thoroughness.seeds(ofFull: 2000), Mode.allCases)
    func agreement(seed: UInt64, mode: Mode) {
        let size = RulesetSize(
            features: 2...5, patterns: 1...4, situations: 1...5, deployments: 1...3, proposals: 1...2)
        let position = Position(Rules(.random(seed: seed, size: size), mode: mode))
        let limits = SearchLimits(nodes: 200_000, memory: 1 << 18)
        let analysis = Analysis(of: position, limits: limits)
        for question in [Question.winner, .price] {
            let solution = analysis.solution(to: question)
            let baseline = analysis.baselineSolution(to: question)
            guard solution.isProven, baseline.isProven else { continue }
            #expect(solution.winner == baseline.winner, "seed \(seed), \(mode) mode")
            guard question == .price else { continue }
            #expect(solution.isInfinite == baseline.isInfinite, "seed \(seed), \(mode) mode")
            #expect(solution.priceUpper == baseline.priceUpper, "seed \(seed), \(mode) mode")
        }
    }

    @Test("agrees with the solver on a larger one", arguments: [UInt64(20)])
    func larger(seed: UInt64) {
        let analysis = Analysis(
            of: Position(Rules(.madeUp(seed: seed), mode: .hard)), limits: SearchLimits(memory: 1 << 20))
        #expect(analysis.solution(to: .winner).winner == analysis.baselineSolution(to: .winner).winner)
    }
}
