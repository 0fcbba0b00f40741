internal import Game

/// One question about one position on its way to an answer.
struct Inquiry {
    private let position: Position
    private let limits: SearchLimits
    private let progress: ((SearchProgress) -> Void)?
    private var budget: Budget
    private var solution: Solution
    /// What Training may still pay; negative where a dispute has made the corpus dearer than the limit.
    private let threshold: Int32

    init(
        _ position: Position, _ limits: SearchLimits, _ cancellation: Cancellation,
        _ progress: ((SearchProgress) -> Void)?
    ) {
        self.position = position
        self.progress = progress
        self.limits = limits
        budget = Budget(limits, cancellation)
        solution = Solution(priceLower: position.corpusStrain)
        let left = position.limit(of: .training) - position.strain(of: .training)
        threshold = min(Int32(clamping: left.millibits), Arena.infinite - 1)
    }

    mutating func answer(_ question: Question) -> Solution {
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
        guard let prober = Prober(position, position.rules.mode, limits, progress) else { return }
        solution.memory = prober.memory
        solution.isShortOfMemory = prober.isShortOfMemory
        var bounds = Bounds()
        _ = prober.narrow(&bounds, within: max(threshold, 0), &budget)
        solution.winner = winner(bounds)
        let hard = hardWin(prober, bounds)
        let best = hard ?? Win(prober: prober, bounds: bounds)
        line(best, isHard: hard != nil, isExact: false)
        if question == .price, solution.winner != nil {
            _ = prober.close(&bounds, &budget)
            line(best, isHard: hard != nil, isExact: true)
        }
        let total = bounds.total(paid: position.corpusStrain)
        solution.priceLower = total.lower
        solution.priceUpper = total.upper
        solution.isInfinite = bounds.isInfinite
        solution.isProven = solution.winner != nil && (question == .winner || bounds.isClosed)
    }

    /// Finds the line by which the winner wins; at the exact price only where Training does, and in time.
    private mutating func line(_ win: Win, isHard: Bool, isExact: Bool) {
        guard let winner = solution.winner, !isExact || winner == .training else { return }
        var win = win
        if isExact, !win.prober.close(&win.bounds, &budget) { return }
        let line = LineFinder(win.prober, isHard: isHard).line(
            from: position, for: winner, threshold: threshold, exactly: isExact ? win.bounds : nil, &budget)
        if !isExact || !budget.isSpent { solution.line = line }
    }

    /// Who wins at the limit; `nil` where the bounds leave it open.
    private func winner(_ bounds: Bounds) -> Side? {
        guard threshold >= 0 else {
            // Nothing more can be paid for, not even what is free.
            return position.sideToMove == .divergence && !position.canGoOn ? .training : .divergence
        }
        if bounds.upper <= threshold { return .training }
        return bounds.lower > threshold ? .divergence : nil
    }

    /// A search by which Training wins, with what it has shown.
    private struct Win {
        let prober: Prober
        var bounds: Bounds
    }

    /// The search that shows Training's win to be a hard one; sets the grade as far as it is proven.
    private mutating func hardWin(_ prober: Prober, _ bounds: Bounds) -> Win? {
        guard solution.winner == .training else { return nil }
        guard position.corpus.allSatisfy({ $0.provenance == .ordinary }) else {
            solution.grade = .easy
            return nil
        }
        var win = Win(prober: prober, bounds: bounds)
        if position.rules.mode == .easy {
            guard let hard = Prober(position, .hard, limits, progress) else { return nil }
            win = Win(prober: hard, bounds: Bounds())
            _ = hard.narrow(&win.bounds, within: max(threshold, 0), &budget)
        }
        if win.bounds.upper <= max(threshold, 0) {
            solution.grade = .hard
            return win
        }
        if win.bounds.lower > threshold { solution.grade = .easy }
        return nil
    }
}
