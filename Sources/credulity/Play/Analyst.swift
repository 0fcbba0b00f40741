import Engine
import Archive
import Foundation
import Screens
import Solver

/// Works out evaluations on a thread of its own; a new one puts an end to the one before.
final class Analyst {
    private var cancellation = Cancellation()

    /// - Parameter deliver: takes the evaluation, on the other thread.
    func begin(_ record: MatchRecord, deliver: @escaping @Sendable (Evaluation) -> Void) {
        stop()
        let cancellation = Cancellation()
        self.cancellation = cancellation
        let thread = Thread {
            let evaluation = Analyst.evaluation(of: record, cancellation)
            if !cancellation.isCancelled { deliver(evaluation) }
        }
        thread.stackSize = 16 << 20
        thread.start()
    }

    func stop() {
        cancellation.cancel()
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
