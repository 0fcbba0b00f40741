import Game
import Solver
import TestSupport
import Testing

@Suite("Evaluations of moves")
struct EvaluationTests {
    @Test("are the prices after them", arguments: Thoroughness.seeds(ofFull: 1000), Mode.allCases)
    func prices(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed, size: .tiny)
        var random = SplitMix64(seed: seed)
        var match = Match(Rules(ruleset, mode: mode))
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            guard let move = match.position.legalMoves.dropLast().randomElement(using: &random) else { break }
            try match.play(move)
        }
        let evaluations = Analysis(of: match.position, limits: SearchLimits(memory: 1 << 18)).evaluations()
        #expect(evaluations.map(\.move) == match.position.legalMoves)
        for evaluation in evaluations where evaluation.move != .concede {
            var next = match
            try next.play(evaluation.move)
            let moves = next.moves.map(ruleset.notation)
            let price = try #require(try next.priceByTrying())
            #expect(evaluation.isProven, "seed \(seed), after \(moves)")
            #expect(evaluation.upper?.millibits ?? .max == price, "seed \(seed), after \(moves)")
            #expect(evaluation.isInfinite == (price == .max), "seed \(seed), after \(moves)")
        }
    }

    @Test("of conceding are what is paid, and infinite")
    func conceding() throws {
        let start = Position(Rules(.workedExample(), mode: .hard))
        let divergence = try #require(Analysis(of: start).evaluations().last)
        #expect(divergence.move == .concede && divergence.upper == .zero && !divergence.isInfinite)
        let proposed = try start.playing(.propose(Pattern.ID(0)))
        let training = try #require(Analysis(of: proposed).evaluations().last)
        #expect(training.move == .concede && training.isInfinite && training.upper == nil)
    }
}

@Suite("The worked example")
struct WorkedPriceTests {
    @Test("costs 3 bits in hard mode and 1 in easy mode", arguments: [(Mode.hard, 3000), (.easy, 1000)])
    func price(mode: Mode, millibits: Int) {
        let solution = Analysis(of: Position(Rules(.workedExample(), mode: mode))).solution(to: .price)
        #expect(solution.isProven && solution.winner == .training && solution.grade == .hard)
        #expect(solution.priceLower == Bits(millibits: millibits) && solution.priceUpper == solution.priceLower)
    }
}
