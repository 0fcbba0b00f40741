import Game
import Solver
import TestSupport
import Testing

@Suite("The solver agrees with trying every move")
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

    /// Large enough for drive, families and bounds learned elsewhere to matter.
    static let middling = RulesetSize(
        features: 3...5, patterns: 2...6, situations: 3...6, deployments: 1...3, proposals: 1...3)

    @Test("on larger rulesets, with hardly any memory", arguments: Thoroughness.seeds(ofFull: 3000), Mode.allCases)
    func larger(seed: UInt64, mode: Mode) throws {
        let rules = Rules(Ruleset.random(seed: seed, size: Self.middling), mode: mode)
        var random = SplitMix64(seed: seed)
        var match = Match(rules)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            guard let move = match.position.legalMoves.dropLast().randomElement(using: &random) else { break }
            try match.play(move)
        }
        try compare(match, "seed \(seed), \(mode) mode, after \(match.moves.map(rules.ruleset.notation))")
    }

    private func compare(_ match: Match, _ place: Comment) throws {
        guard let price = try match.priceByTrying() else { return }
        let limit = match.ruleset.limits[.plausibility]
        let winner: Side = price <= limit ? .training : .divergence
        let isOrdinary = match.position.corpus.allSatisfy { $0.provenance == .ordinary }
        let hardPrice = isOrdinary ? try match.priceByTrying(.hard) : .max
        let analysis = Analysis(of: match.position, limits: SearchLimits(memory: 1 << 16))

        let exact = analysis.solution(to: .price)
        #expect(exact.isProven, place)
        #expect(exact.priceUpper?.millibits ?? .max == price, place)
        #expect(exact.isInfinite == (price == .max), place)
        #expect(price == .max || exact.priceLower == exact.priceUpper, place)
        #expect(exact.winner == winner, place)
        guard let hardPrice else { return }
        #expect(exact.grade == (winner == .divergence ? nil : hardPrice <= limit ? .hard : .easy), place)
        try replay(exact, from: match, endsAt: exact.grade == .hard ? hardPrice : price, place)

        let decided = analysis.solution(to: .winner)
        #expect(decided.isProven && decided.winner == winner && decided.grade == exact.grade, place)
        #expect(decided.priceLower.millibits <= price, place)
        #expect(decided.priceUpper.map { $0.millibits >= price } ?? true, place)
        try replay(decided, from: match, endsAt: nil, place)
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
