internal import Game
internal import Solver

extension Position {
    /// Who wins when both sides play any legal move, each as likely as the others; `nil` where the budget ends.
    func playout(_ random: inout SplitMix64, _ budget: inout Budget) -> Side? {
        var position = self
        while let move = position.anyMove(&random) {
            position.play(move)
            guard budget.spend() else { return nil }
        }
        return position.sideToMove.opponent
    }

    /// A legal move but `concede`, each as likely as the others; `nil` where there is none.
    private func anyMove(_ random: inout SplitMix64) -> Move? {
        var moves = namedMoves
        // Drawing until one is legal is cheaper than finding out which are.
        var count = moves.count - 1
        while count > 0 {
            let index = Int.random(in: 0..<count, using: &random)
            if prospect(of: moves[index]).isLegal { return moves[index] }
            count -= 1
            moves.swapAt(index, count)
        }
        return nil
    }

    /// - Precondition: the move is legal.
    mutating func play(_ move: Move) {
        do {
            self = try playing(move)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
