import Game
import TestSupport
import Testing

@Suite("Game agrees with the reference")
struct DifferentialTests {
    @Test("on every ply of a random playout", arguments: Thoroughness.seeds(ofFull: 5000), Mode.allCases)
    func playout(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed)
        var random = SplitMix64(seed: seed)
        var match = Match(Rules(ruleset, mode: mode))
        var reference = ReferenceGame(ruleset, mode: mode)
        while true {
            let agreed = compare(match, reference, "seed \(seed), \(mode) mode, after \(reference.moves)")
            guard agreed, let move = reference.legalMoves.randomPlayoutChoice(using: &random) else { break }
            try match.play(ruleset.move(move))
            reference = try #require(reference.playing(move))
        }
    }

    @Test("on perft to depth 4", arguments: Thoroughness.seeds(ofFull: 1500), Mode.allCases)
    func perft(seed: UInt64, mode: Mode) {
        let ruleset = Ruleset.random(seed: seed)
        let position = Position(Rules(ruleset, mode: mode))
        let reference = ReferenceGame(ruleset, mode: mode)
        for depth in 0...4 {
            #expect(position.perft(depth) == reference.perft(depth), "seed \(seed), depth \(depth)")
        }
    }

    /// Whether both say the same of a position.
    private func compare(_ match: Match, _ reference: ReferenceGame, _ place: Comment) -> Bool {
        let position = match.position
        let ruleset = match.ruleset
        let same = [
            ("legal moves", position.legalMoves.map(ruleset.notation) == reference.legalMoves),
            ("going on", position.canGoOn == !reference.isOver),
            ("side to move", position.sideToMove.rawValue == reference.sideToMove || reference.isOver),
            ("Divergence's strain", position.strain(of: .divergence).millibits == reference.divergenceStrain),
            ("Training's strain", position.strain(of: .training).millibits == reference.trainingStrain),
            ("horizon", position.horizon == reference.horizon),
            ("drive", position.drive.left == reference.driveLeft),
            ("pivotal step", position.pivotalStep == reference.pivotalStep),
            ("verdict", match.verdict.map(ruleset.plain) == reference.verdict),
            ("adjudication", ruleset.plain(position.adjudication) == reference.adjudication),
        ]
        let different = same.filter { !$0.1 }.map(\.0)
        #expect(different.isEmpty, place)
        return different.isEmpty
    }
}

@Suite("The reference's price of safety")
struct ReferenceValueTests {
    @Test("is what its definition says", arguments: Thoroughness.seeds(ofFull: 300), Mode.allCases)
    func remembering(seed: UInt64, mode: Mode) {
        let game = ReferenceGame(.random(seed: seed, size: .tiny), mode: mode)
        #expect(game.priceOfSafety() == game.priceOfSafetyByDefinition(), "seed \(seed)")
    }

    @Test(
        "is the least limit at which Training wins", arguments: Thoroughness.seeds(ofFull: 1000),
        Mode.allCases)
    func threshold(seed: UInt64, mode: Mode) {
        let game = ReferenceGame(.random(seed: seed, size: .tiny), mode: mode)
        guard let price = game.priceOfSafety() else {
            let wins = game.trainingWins(atLimit: 1_000_000)
            #expect(!wins, "seed \(seed)")
            return
        }
        let wins = [0, price - 1, price, price + 1].map { game.trainingWins(atLimit: $0) }
        #expect(wins == [price == 0, price == 0 && wins[1], true, true], "seed \(seed), price \(price)")
    }

    @Test("is never higher in easy mode", arguments: Thoroughness.seeds(ofFull: 1000))
    func easier(seed: UInt64) {
        let game = ReferenceGame(.random(seed: seed, size: .tiny), mode: .hard)
        guard let hard = game.priceOfSafety() else { return }
        #expect(game.priceOfSafety(mode: .easy).map { $0 <= hard } == true, "seed \(seed)")
    }
}
