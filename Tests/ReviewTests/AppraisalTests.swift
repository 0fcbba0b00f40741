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
