public import Game
internal import Foundation

/// RULES §16 once more, on the reference game: losses, marks and accuracy of a match of moves alone.
public struct ReferenceJudgement {
    private let games: [ReferenceGame]
    private let moves: [String]
    private let mode: Mode
    private let limit: Int

    public init(_ ruleset: Ruleset, _ mode: Mode, _ moves: [String]) {
        var games = [ReferenceGame(ruleset, mode: mode)]
        for move in moves {
            guard let next = games[games.count - 1].playing(move) else { break }
            games.append(next)
        }
        self.games = games
        self.moves = moves
        self.mode = mode
        limit = ruleset.limits.plausibility.millibits
    }

    /// In millibits; `.max`: infinite.
    public func loss(_ step: Int) -> Int {
        let before = price(step), after = price(step + 1)
        if before == after { return 0 }
        return before == .max || after == .max ? .max : abs(after - before)
    }

    public func mark(_ step: Int) -> String? {
        let side = games[step].sideToMove
        if winner(step) == side, winner(step + 1) != side { return "blunder" }
        if side == "training", keepsHardWin(step) { return nil }
        let loss = loss(step)
        return loss >= 1500 ? "mistake" : loss >= 500 ? "inaccuracy" : nil
    }

    public func accuracy(of side: String) -> String? {
        let steps = moves.indices.filter { step in
            let others = games[step].legalMoves.filter { $0 != "concede" }.count
            return games[step].sideToMove == side && others + (moves[step] == "concede" ? 1 : 0) > 1
        }
        guard !steps.isEmpty else { return nil }
        let sum = steps.reduce(0.0) { sum, step in
            let loss = loss(step)
            return loss == .max ? sum : sum + exp2(-Double(loss) / 1000)
        }
        return "\(Int((100 * sum / Double(steps.count)).rounded()))%"
    }

    private func price(_ step: Int, _ mode: Mode? = nil) -> Int {
        let game = games[step]
        if game.conceded == "training" { return .max }
        if game.conceded == "divergence" { return game.trainingStrain }
        return game.priceOfSafety(mode: mode) ?? .max
    }

    private func winner(_ step: Int) -> String {
        let game = games[step]
        if let conceded = game.conceded { return conceded == "training" ? "divergence" : "training" }
        return game.trainingWins(atLimit: limit) ? "training" : "divergence"
    }

    private func keepsHardWin(_ step: Int) -> Bool {
        mode == .easy
            && [step, step + 1].allSatisfy { place in
                !games[place].corpus.contains { $0.provenance == "deliberate" } && price(place, .hard) <= limit
            }
    }
}
