import Bots
import Game
import Review
import Rulebook
import Solver
import TestSupport
import Testing

@Suite("What the moves of a turn lead to")
struct AppraisalTests {
    private func appraisal(_ name: String, _ moves: String..., limits: SearchLimits = SearchLimits(memory: 1 << 20))
        throws
        -> (Appraisal, Ruleset)
    {
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        let match = try Match(Rules(ruleset, mode: .hard), moves: moves.map { try ruleset.move($0) })
        return (Appraisal(of: Turn(match, ruleset: ruleset, limits: limits)), ruleset)
    }

    @Test("a move that gives a proven win away is told from one that keeps it")
    func throwingAway() throws {
        let (appraisal, ruleset) = try appraisal("hides-from")
        let poker = try ruleset.move("propose poker-face"), open = try ruleset.move("propose open-face")
        #expect(appraisal.wins(poker) == true && appraisal.wins(open) == false)
        #expect(appraisal.throwsAwayWin(open) && !appraisal.throwsAwayWin(poker))
        #expect(appraisal.throwsAwayWin(.concede) && !appraisal.isLost)
        #expect(appraisal.best == poker)
    }

    @Test("Training's best move is the one of the least price")
    func cheapest() throws {
        let (appraisal, ruleset) = try appraisal("worked-example", "propose p")
        #expect(appraisal.best == (try ruleset.move("counter s ordinary")))
        #expect(appraisal.evaluation(of: appraisal.best)?.upper == Bits(millibits: 3000))
    }

    @Test("the moves are ranked from the best down, with what each comes to and what refutes it")
    func ranking() throws {
        let (appraisal, ruleset) = try appraisal("hides-from")
        let poker = try ruleset.move("propose poker-face"), open = try ruleset.move("propose open-face")
        #expect(appraisal.ranking == [poker, open])
        #expect(appraisal.outcome(of: poker) == "wins at 6.00 of 4.00 bits")
        #expect(appraisal.outcome(of: open) == "loses at 4.00 of 4.00 bits")
        #expect(appraisal.evaluation(of: poker)?.refutation == nil)
        #expect(appraisal.evaluation(of: open)?.refutation == (try ruleset.move("counter diary ordinary")))
    }

    @Test("a refutation wins, and is there just where the move loses", arguments: Thoroughness.seeds(ofFull: 300))
    func refutations(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed, size: .tiny)
        var match = Match(Rules(ruleset, mode: .easy))
        guard let opening = match.position.legalMoves.first, opening != .concede else { return }
        try match.play(opening)
        guard match.verdict == nil else { return }
        let appraisal = Appraisal(of: Turn(match, ruleset: ruleset, limits: SearchLimits(memory: 1 << 18)))
        for move in match.position.legalMoves where move != .concede {
            var next = match
            try next.play(move)
            let refutation = appraisal.evaluation(of: move)?.refutation
            guard next.verdict == nil else { continue }
            #expect((refutation != nil) == (appraisal.wins(move) == false), "seed \(seed)")
            guard let refutation else { continue }
            try next.play(refutation)
            let after = Analysis(of: next.position, limits: SearchLimits(memory: 1 << 18)).solution(to: .winner)
            #expect(after.winner == .divergence, "seed \(seed)")
        }
    }

    @Test("where every move loses, none is said to throw a win away")
    func lost() throws {
        let (appraisal, ruleset) = try appraisal("hides-from", "propose poker-face")
        #expect(appraisal.isLost)
        for move in [try ruleset.move("counter diary ordinary"), .concede] { #expect(!appraisal.throwsAwayWin(move)) }
    }

    @Test("nothing is said to be proven that a limit left open")
    func limited() throws {
        let (appraisal, ruleset) = try appraisal("evening", limits: SearchLimits(nodes: 1, memory: 1 << 20))
        #expect(!appraisal.throwsAwayWin(try ruleset.move("propose avoid-getting-caught")))
        #expect(appraisal.best != .concede)
    }
}
