import Game
import Solver
import TestSupport
import Testing

@Suite("The solver agrees with the reference")
struct AgreementTests {
    @Test("on the price and the winner from the start", arguments: Thoroughness.seeds(ofFull: 5000), Mode.allCases)
    func start(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed, size: .tiny)
        try compare(Match(Rules(ruleset, mode: mode)), "seed \(seed), \(mode) mode")
    }

    @Test("from random positions", arguments: Thoroughness.seeds(ofFull: 5000), Mode.allCases)
    func later(seed: UInt64, mode: Mode) throws {
        let rules = Rules(Ruleset.random(seed: seed, size: .tiny), mode: mode)
        var random = SplitMix64(seed: seed)
        var match = Match(rules)
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            guard let move = match.position.legalMoves.dropLast().randomElement(using: &random) else { break }
            try match.play(move)
        }
        let moves = match.moves.map(rules.ruleset.notation)
        try compare(match, "seed \(seed), \(mode) mode, after \(moves)")
    }

    private func compare(_ match: Match, _ place: Comment) throws {
        let ruleset = match.ruleset
        let game = try #require(
            ReferenceGame(ruleset, mode: match.rules.mode, moves: match.moves.map(ruleset.notation)))
        let price = game.priceOfSafety()
        let limit = ruleset.limits[.plausibility]
        let winner: Side = price.map { $0 <= limit } == true ? .training : .divergence
        let analysis = Analysis(of: match.position, limits: SearchLimits(memory: 1 << 16))

        let exact = analysis.solution(to: .price)
        #expect(exact.isProven, place)
        #expect(exact.priceUpper?.millibits == price, place)
        #expect(exact.isInfinite == (price == nil), place)
        #expect(price == nil || exact.priceLower == exact.priceUpper, place)
        #expect(exact.winner == winner, place)
        #expect(exact.grade == grade(of: winner, game, limit), place)
        try replay(exact, from: match, endsAt: exact.grade == .hard ? game.priceOfSafety(mode: .hard) : price, place)

        let decided = analysis.solution(to: .winner)
        #expect(decided.isProven && decided.winner == winner && decided.grade == exact.grade, place)
        #expect(decided.priceLower.millibits <= price ?? .max, place)
        #expect(decided.priceUpper.map { $0.millibits >= price ?? .max } ?? true, place)
        try replay(decided, from: match, endsAt: nil, place)
    }

    private func grade(of winner: Side, _ game: ReferenceGame, _ limit: Int) -> Mode? {
        guard winner == .training else { return nil }
        let isOrdinary = game.moves.allSatisfy { !$0.hasSuffix(" deliberate") }
        return isOrdinary && game.priceOfSafety(mode: .hard).map { $0 <= limit } == true ? .hard : .easy
    }

    /// The line is legal to its end and ends as the solution says.
    private func replay(
        _ solution: Solution, from match: Match, endsAt price: Int?, _ place: Comment
    ) throws {
        var match = match
        for move in solution.line { try match.play(move) }
        let verdict = try #require(match.verdict, place)
        #expect(verdict.winner == solution.winner, place)
        // Of a win that needs deliberate data against best play, one line may do without.
        #expect(verdict.grade == solution.grade || solution.grade == .easy && verdict.grade == .hard, place)
        if let price, solution.winner == .training {
            #expect(match.position.strain(of: .training).millibits == price, place)
        }
    }
}
