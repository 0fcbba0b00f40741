public import Game

/// One question of the fixed suite by which the solver is measured.
public struct BenchCase: Sendable {
    public let name: String
    public let rules: Rules
    public let question: Question

    /// The suite: the worked example of RULES §13, and made-up rulesets of the size of `alice` and larger.
    public static var suite: [BenchCase] {
        var cases = Mode.allCases.map {
            BenchCase(name: "worked-example-\($0.rawValue)", rules: Rules(.workedExample, mode: $0), question: .price)
        }
        for (seed, mode) in [
            (1, Mode.easy), (2, .hard), (2, .easy), (3, .easy), (4, .easy), (7, .easy), (8, .easy), (12, .hard),
            (14, .hard), (14, .easy), (15, .easy), (16, .hard), (16, .easy), (20, .hard), (20, .easy), (21, .hard),
            (23, .easy),
        ] as [(UInt64, Mode)] {
            let rules = Rules(.madeUp(seed: seed), mode: mode)
            cases.append(BenchCase(name: "flagship-\(seed)-\(mode.rawValue)", rules: rules, question: .winner))
        }
        for (seed, mode) in [(3, Mode.hard), (15, .hard), (16, .easy), (20, .easy)] as [(UInt64, Mode)] {
            let rules = Rules(.madeUp(seed: seed), mode: mode)
            cases.append(BenchCase(name: "flagship-\(seed)-\(mode.rawValue)-price", rules: rules, question: .price))
        }
        return cases
    }

    /// Asks the solver, or the baseline.
    public func run(_ limits: SearchLimits, baseline: Bool = false) -> Solution {
        let analysis = Analysis(of: Position(rules), limits: limits)
        return baseline ? analysis.baselineSolution(to: question) : analysis.solution(to: question)
    }
}
