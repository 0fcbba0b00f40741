import ArgumentParser
import Engine
import Solver
import Foundation

struct Bench: ParsableCommand {
    @Option var from: Int = 1
    @Option var to: Int = 20
    @Option var seconds: Double = 20
    @Flag var baseline = false
    @Flag var exact = false
    @Flag var show = false

    func run() throws {
        for seed in from...to {
            let ruleset = Ruleset.flagship(seed: UInt64(seed))
            for mode in Mode.allCases {
                let position = Position(Rules(ruleset, mode: mode))
                var text = "\(seed) \(mode) f\(ruleset.features.count) p\(ruleset.patterns.count) s\(ruleset.situations.count) x\(ruleset.limits.proposals) L\(ruleset.limits.plausibility):"
                let limits = SearchLimits(seconds: seconds)
                let solution = Analysis(of: position, limits: limits).solution(to: exact ? .price : .winner)
                text += " \(solution.winner.map { $0.rawValue } ?? "?") \(solution.grade.map { $0.rawValue } ?? "-") \(solution.isProven) [\(solution.priceLower), \(solution.priceUpper.map { "\($0)" } ?? "-")] \(solution.isInfinite) \(solution.nodes) nodes \(String(format: "%.3f", solution.seconds)) s line \(solution.line.count)"
                print(text)
                fflush(nil)
            }
        }
    }
}
