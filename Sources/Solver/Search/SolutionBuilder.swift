internal import Game

/// Finds one solution: first who wins, then whether with ordinary data alone, then the price, with a line for each.
struct SolutionBuilder {
    private let analysis: Analysis
    private let position: Position
    private var budget: Budget
    private var solution: Solution

    init(_ analysis: Analysis) {
        self.analysis = analysis
        position = analysis.position
        budget = Budget(analysis.limits, analysis.cancellation)
        solution = Solution(priceLower: position.corpusStrain)
    }

    mutating func solution(to question: Question) -> Solution {
        if let loser = position.conceded {
            settle(loser)
        } else {
            search(question)
        }
        solution.nodes = budget.nodes
        solution.seconds = budget.seconds
        return solution
    }

    private mutating func settle(_ loser: Side) {
        solution.winner = loser.opponent
        solution.isProven = true
        solution.isInfinite = loser == .training
        guard loser == .divergence else { return }
        solution.priceUpper = position.corpusStrain
        solution.grade = position.verdict?.grade
    }

    private mutating func search(_ question: Question) {
        guard !budget.isSpent, let search = search(in: position.rules.mode) else { return }
        solution.memory = search.memory
        solution.isShortOfMemory = search.isShortOfMemory
        var bounds = Bounds()
        _ = search.narrow(&bounds, at: threshold, &budget)
        solution.winner = bounds.winner(in: position)
        var best = hardWin(search, bounds) ?? Win(search: search, bounds: bounds)
        if let winner = solution.winner {
            solution.line = line(best, for: winner, exactly: nil)
            if question == .price {
                _ = search.close(&bounds, &budget)
                playExactly(&best)
            }
        }
        let total = bounds.total(paid: position.corpusStrain)
        solution.priceLower = total.lower
        solution.priceUpper = total.upper
        solution.isInfinite = bounds.isInfinite
        solution.isProven = solution.winner != nil && (question == .winner || bounds.isClosed)
    }

    private func search(in mode: Mode) -> PriceSearch? {
        PriceSearch(analysis, mode)
    }

    /// What the price is first compared with.
    private var threshold: Price { max(position.affordable, 0) }

    /// A search by which somebody wins, with what it has shown.
    private struct Win {
        let search: PriceSearch
        var bounds: Bounds
    }

    private mutating func line(_ win: Win, for winner: Side, exactly price: Price?) -> [Move] {
        PrincipalVariation(search: win.search).line(from: position, for: winner, exactly: price, &budget)
    }

    /// Replaces the line of Training's win by one at the exact price, if there is time.
    private mutating func playExactly(_ win: inout Win) {
        guard solution.winner == .training, win.search.close(&win.bounds, &budget) else { return }
        let line = line(win, for: .training, exactly: win.bounds.lower)
        if !budget.isSpent { solution.line = line }
    }

    /// The search that shows Training's win to be a hard one; sets the grade as far as it is proven.
    private mutating func hardWin(_ search: PriceSearch, _ bounds: Bounds) -> Win? {
        guard solution.winner == .training else { return nil }
        guard position.corpus.grade == .hard else {
            solution.grade = .easy
            return nil
        }
        var win = Win(search: search, bounds: bounds)
        if position.rules.mode == .easy {
            guard let hard = self.search(in: .hard) else { return nil }
            win = Win(search: hard, bounds: Bounds())
            _ = hard.narrow(&win.bounds, at: threshold, &budget)
        }
        if win.bounds.upper <= threshold {
            solution.grade = .hard
            return win
        }
        if win.bounds.lower > position.affordable { solution.grade = .easy }
        return nil
    }
}
