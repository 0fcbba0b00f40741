import Bots
import Game
import Solver
import TestSupport
import Testing

@Suite("Bots, where numbers were settled and cards coined")
struct ChangedRulesTests {
    @Test("answer with a legal move, and the same for the same seed", arguments: Thoroughness.seeds(ofFull: 300))
    func legal(seed: UInt64) throws {
        let ruleset = Ruleset.disputed(seed: seed).withRandomBots(seed: seed)
        let (match, _) = Match.randomActs(Rules(ruleset, mode: .easy), seed: seed, count: 8)
        guard match.verdict == nil, match.rules !== match.start.rules else { return }
        let turn = Turn(match, ruleset: ruleset, seed: seed, limits: SearchLimits(nodes: 300, memory: 1 << 16))
        for bot in bots(for: ruleset) where bot.sides.contains(match.position.sideToMove) {
            let reply = bot.reply(to: turn)
            #expect(match.position.legalMoves.contains(reply.move), "seed \(seed), \(bot.name)")
            #expect(bot.reply(to: turn) == reply, "seed \(seed), \(bot.name)")
        }
    }

    @Test("may play a card that was coined, and price it by the number in force")
    func coined() throws {
        var ruleset = Ruleset.workedExample([.coins: 1, .proposals: 2, .naturalness: 9000])
        var persona = Persona(identifier: "b", text: "B.", sides: [.divergence])
        persona.rules = [Persona.Rule(play: Persona.Play(kinds: [.propose], choice: .cheapest))]
        ruleset.bots = [persona]
        let act = try ruleset.act("coin counter u ordinary exhibits=a channel=outcome divergence=1 training=1")
        var match = try Match(Rules(ruleset, mode: .hard), moves: [ruleset.move("propose p")])
        try match.apply(act)
        #expect(match.position.corpusStrain == .zero)
        let bot = try #require(bots(for: ruleset).first)
        #expect(bot.reply(to: Turn(match, ruleset: ruleset)).move == .propose(Pattern.ID(1)))
    }
}
