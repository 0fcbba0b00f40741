import Archive
import Bots
import Game
import Screens
import Solver

/// What the solver is asked beside a match.
enum Analyst {
    /// What each move of the turn leads to, within ten seconds and then the time of a move.
    static func appraisal(of record: MatchRecord, _ cancellation: Cancellation = Cancellation()) -> Appraisal {
        Appraisal(of: Turn(record, limits: SearchLimits(seconds: 10), cancellation: cancellation))
    }

    /// Within ten seconds for each price; bounds where that is not enough.
    static func evaluation(of record: MatchRecord, _ cancellation: Cancellation = Cancellation()) -> Evaluation {
        let match = record.match
        let limits = SearchLimits(seconds: 10)
        func solution(_ position: Position) -> Solution {
            Analysis(of: position, limits: limits, cancellation: cancellation).solution(to: .price)
        }
        let found = solution(match.position)
        var hardPrice: Evaluation.Price?
        if match.rules.mode == .easy, let hard = try? Match(Rules(match.ruleset, mode: .hard), moves: match.moves) {
            hardPrice = Evaluation.Price(solution(hard.position))
        }
        return Evaluation(
            moves: match.moves, winner: found.winner, grade: found.grade, price: Evaluation.Price(found),
            hardPrice: hardPrice)
    }
}

extension Evaluation.Price {
    fileprivate init(_ solution: Solution) {
        self.init(lower: solution.priceLower, upper: solution.priceUpper, isInfinite: solution.isInfinite)
    }
}
