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
    @Option var cases: String = ""

    func run() throws {
        var list: [(Int, Mode, Int?)] = []
        for text in cases.split(separator: ",") {
            let w = text.split(separator: ":").map(String.init)
            list.append((Int(w[0])!, Mode(rawValue: w[1])!, w.count > 2 ? Int(w[2]) : nil))
        }
        if list.isEmpty { for seed in from...to { for mode in Mode.allCases { list.append((seed, mode, nil)) } } }
        var total = 0.0
        defer { print("TOTAL", total) }
        for (seed, mode, limit) in list {
            var ruleset = Ruleset.flagship(seed: UInt64(seed))
            if let limit { ruleset.limits[.plausibility] = limit }
            do {
                let position = Position(Rules(ruleset, mode: mode))
                var text = "\(seed) \(mode) f\(ruleset.features.count) p\(ruleset.patterns.count) s\(ruleset.situations.count) x\(ruleset.limits.proposals) L\(ruleset.limits.plausibility):"
                let limits = SearchLimits(seconds: seconds)
                let solution = Analysis(of: position, limits: limits).solution(to: exact ? .price : .winner)
                text += " \(solution.winner.map { $0.rawValue } ?? "?") \(solution.grade.map { $0.rawValue } ?? "-") \(solution.isProven) [\(solution.priceLower), \(solution.priceUpper.map { "\($0)" } ?? "-")] \(solution.isInfinite) \(solution.nodes) nodes \(String(format: "%.3f", solution.seconds)) s line \(solution.line.count)"
                total += solution.seconds
                if baseline {
                    let limits = SearchLimits(nodes: 60_000_000, seconds: 90)
                    let solution = Analysis(of: position, limits: limits).baselineSolution(to: exact ? .price : .winner)
                text += " BASE \(solution.winner.map { $0.rawValue } ?? "?") \(solution.isProven) [\(solution.priceLower), \(solution.priceUpper.map { "\($0)" } ?? "-")] \(solution.isInfinite) \(solution.nodes) nodes \(String(format: "%.3f", solution.seconds)) s"
                }
                print(text)
                fflush(nil)
            }
        }
    }
}
