import Bots
import Dispatch
import Game
import Solver
import Synchronization
import TestSupport
import Testing
import Text

@Suite("Every bot")
struct BotTests {
    /// Enough for a choice, few enough for many games.
    private static let limits = SearchLimits(nodes: 120, memory: 1 << 16)

    @Test("that play any ruleset have the names that no persona may have")
    func taken() {
        #expect(Set(bots(for: .workedExample()).map(\.name)) == Persona.taken)
    }

    @Test(
        "plays legal moves to the end, and concedes nothing", arguments: Thoroughness.seeds(ofFull: 200), Mode.allCases)
    func legality(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed)
        for bot in bots(for: ruleset) {
            var match = Match(Rules(ruleset, mode: mode))
            while match.verdict == nil {
                let turn = Turn(match, ruleset: ruleset, seed: seed, limits: Self.limits)
                let move = bot.reply(to: turn).move
                #expect(move != .concede, "\(bot.name), seed \(seed), \(mode) mode")
                try match.play(move)
            }
        }
    }

    @Test("gives the same reply to the same turn", arguments: Thoroughness.seeds(ofFull: 100), Mode.allCases)
    func determinism(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed)
        let match = Match(Rules(ruleset, mode: mode))
        guard match.verdict == nil else { return }
        for bot in bots(for: ruleset) {
            let turn = Turn(match, ruleset: ruleset, seed: seed, limits: Self.limits)
            #expect(bot.reply(to: turn) == bot.reply(to: turn), "\(bot.name), seed \(seed), \(mode) mode")
        }
    }

    @Test("answers at once when it was cancelled before it began, with a legal move", arguments: Mode.allCases)
    func cancelled(mode: Mode) throws {
        let ruleset = Ruleset.madeUp(seed: 10)
        let match = Match(Rules(ruleset, mode: mode))
        let cancellation = Cancellation()
        cancellation.cancel()
        for bot in bots(for: ruleset) {
            var move = Move.concede
            let time = ContinuousClock().measure {
                move = bot.reply(to: Turn(match, ruleset: ruleset, cancellation: cancellation)).move
            }
            #expect(move != .concede && match.position.legalMoves.contains(move), "\(bot.name)")
            #expect(time < .milliseconds(500), "\(bot.name)")
        }
    }

    @Test("answers soon when it is cancelled while it thinks", arguments: ["level-6", "perfect"])
    func interrupted(name: String) throws {
        let ruleset = Ruleset.madeUp(seed: 10)
        let bot = try #require(bots(for: ruleset).first { $0.name == name })
        let cancellation = Cancellation()
        let cancelled = Mutex<ContinuousClock.Instant?>(nil)
        // Not by a task, which would wait for a thread that a bot is thinking on.
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.15) {
            cancelled.withLock { $0 = .now }
            cancellation.cancel()
        }
        let turn = Turn(Match(Rules(ruleset, mode: .easy)), ruleset: ruleset, cancellation: cancellation)
        #expect(bot.reply(to: turn).move != .concede)
        let answered = ContinuousClock.now
        if let cancelled = cancelled.withLock(\.self) { #expect(answered - cancelled < .seconds(5)) }
    }

    @Test("has a name of its own, and one line about itself")
    func names() {
        let all = bots(for: .madeUp(seed: 1))
        #expect(Set(all.map(\.name)).count == all.count)
        for bot in all { #expect(!bot.summary.isEmpty && bot.summary.columns <= 72 && !bot.summary.contains("\n")) }
    }
}

@Suite("A level")
struct LevelTests {
    @Test(
        "held to the positions of the weakest plays as the weakest", arguments: Thoroughness.seeds(ofFull: 100),
        Mode.allCases)
    func budgets(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed)
        let match = Match(Rules(ruleset, mode: mode))
        guard match.verdict == nil else { return }
        let few = Turn(match, ruleset: ruleset, seed: seed, limits: SearchLimits(nodes: Search(level: 1).positions))
        let weakest = Search(level: 1).reply(to: few)
        for level in Search.levels { #expect(Search(level: level).reply(to: few) == weakest, "seed \(seed)") }
        #expect(Search(level: 1).reply(to: Turn(match, ruleset: ruleset, seed: seed)) == weakest, "seed \(seed)")
    }

    @Test("stops when its time is over")
    func clock() {
        let ruleset = Ruleset.madeUp(seed: 10)
        let turn = Turn(Match(Rules(ruleset, mode: .hard)), ruleset: ruleset, limits: SearchLimits(seconds: 0.05))
        let time = ContinuousClock().measure { _ = Search(level: 6).reply(to: turn) }
        #expect(time < .milliseconds(550))
    }

    @Test("takes a win that is in one move", arguments: Thoroughness.seeds(ofFull: 300), Mode.allCases)
    func winInOne(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed)
        var match = Match.random(Rules(ruleset, mode: mode), seed: seed)
        guard match.position.conceded == nil, match.takeBack(plies: 1) else { return }
        let move = Search(level: 4).reply(to: Turn(match, ruleset: ruleset, seed: seed)).move
        // Any other win is as good as the one at hand.
        try match.play(move)
        let winner = Analysis(of: match.position, limits: SearchLimits(memory: 1 << 16)).solution(to: .winner).winner
        #expect(winner == match.position.sideToMove.opponent, "seed \(seed), \(mode) mode")
    }
}
