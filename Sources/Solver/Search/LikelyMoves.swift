internal import Game

extension Search {
    /// The variant that last refuted an answer to another; `nil` where none has.
    func likelyReply(to live: Int) -> Int? {
        bestMove[live] < 0 ? nil : Int(bestMove[live])
    }

    /// The counter that last answered a variant; `nil` where none has.
    func likelyCounter(to live: Int) -> Move? {
        bestCounter[live] < 0 ? nil : graph.counters[live][Int(bestCounter[live])].move
    }
}
