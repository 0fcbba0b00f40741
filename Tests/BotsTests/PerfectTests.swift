import Bots
import Game
import Solver
import TestSupport
import Testing

@Suite("The perfect player")
struct PerfectTests {
    private static let memory = 1 << 16

    @Test("plays what the reference finds best", arguments: Thoroughness.seeds(ofFull: 2000), Mode.allCases)
    func agreement(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed, size: .tiny)
        let match = try Self.match(ruleset, mode, seed)
        guard match.verdict == nil else { return }
        let turn = Turn(match, ruleset: ruleset, limits: SearchLimits(memory: Self.memory))
        let reply = Perfect().reply(to: turn)
        let game = try #require(ReferenceGame(ruleset, mode: mode, moves: match.moves.map(ruleset.notation)))
        let place: Comment = "seed \(seed), \(mode) mode, after \(game.moves)"
        #expect(reply.note == nil, place)
        #expect(ruleset.notation(of: reply.move) == Self.best(in: game, match.position), place)
    }

    @Test("keeps what it won when it is stopped, and says that it was", arguments: Thoroughness.seeds(ofFull: 400))
    func stopped(seed: UInt64) throws {
        let size = RulesetSize(
            features: 3...5, patterns: 2...5, situations: 3...6, deployments: 1...3, proposals: 1...2)
        let ruleset = Ruleset.random(seed: seed, size: size)
        let match = try Self.match(ruleset, .easy, seed)
        guard match.verdict == nil else { return }
        let full = Analysis(of: match.position, limits: SearchLimits(nodes: 200_000, memory: 1 << 18)).bestMove()
        guard full.isBest else { return }
        for nodes in [1, 4, 20, 100, 500] {
            let limits = SearchLimits(nodes: nodes, memory: 1 << 18)
            let place: Comment = "seed \(seed), \(nodes) nodes"
            let some = Analysis(of: match.position, limits: limits).bestMove()
            #expect(some.winner == nil || some.winner == full.winner, place)
            #expect(!some.isBest || some.move == full.move, place)
            if let move = some.move { #expect(try Self.keeps(match, move, full.winner), place) }
            let reply = Perfect().reply(to: Turn(match, ruleset: ruleset, limits: limits))
            #expect(match.position.legalMoves.dropLast().contains(reply.move), place)
            #expect(reply.note != nil || reply.move == Perfect().reply(to: Turn(match, ruleset: ruleset)).move, place)
        }
    }

    @Test("says what is not proven", arguments: Mode.allCases)
    func note(mode: Mode) {
        let ruleset = Ruleset.madeUp(seed: 2)
        let turn = Turn(Match(Rules(ruleset, mode: mode)), ruleset: ruleset, limits: SearchLimits(nodes: 400))
        #expect(Perfect().reply(to: turn).note?.contains("stopped before") == true)
    }

    /// A match a few random moves old.
    private static func match(_ ruleset: Ruleset, _ mode: Mode, _ seed: UInt64) throws -> Match {
        var random = SplitMix64(seed: seed)
        var match = Match(Rules(ruleset, mode: mode))
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            guard let move = match.position.legalMoves.dropLast().randomElement(using: &random) else { break }
            try match.play(move)
        }
        return match
    }

    /// Whether the winner still wins after a move.
    private static func keeps(_ match: Match, _ move: Move, _ winner: Side?) throws -> Bool {
        let next = try match.position.playing(move)
        return Analysis(of: next, limits: SearchLimits(memory: 1 << 18)).solution(to: .winner).winner == winner
    }

    /// RULES §10 as it stands there; the cheapest counter where all lose whatever is paid.
    private static func best(in game: ReferenceGame, _ position: Position) -> String? {
        let ruleset = position.ruleset
        let moves = game.legalMoves.filter { $0 != "concede" }
        let isOrdinary = position.corpus.allSatisfy { $0.provenance == .ordinary }
        let limit = ruleset.limits[.plausibility]
        let isHard = isOrdinary && game.priceOfSafety(mode: .hard).map { $0 <= limit } == true
        func price(_ move: String) -> Int {
            if isHard, position.sideToMove == .training {
                guard !move.hasSuffix(" deliberate") else { return .max }
                return game.playing(move)?.priceOfSafety(mode: .hard) ?? .max
            }
            return game.playing(move)?.priceOfSafety() ?? .max
        }
        let prices = moves.map(price)
        if position.sideToMove == .divergence {
            return prices.max().flatMap(prices.firstIndex).map { moves[$0] }
        }
        if game.priceOfSafety() == nil {
            return position.legalProspects.min { $0.bits < $1.bits }.map { ruleset.notation(of: $0.move) }
        }
        return prices.min().flatMap(prices.firstIndex).map { moves[$0] }
    }
}
