public import Game

/// Finds out what best play comes to from a position.
public struct Analysis {
    public let position: Position
    public var limits: SearchLimits
    public var cancellation: Cancellation
    /// Called now and then while a search runs, on its thread.
    public var progress: ((SearchProgress) -> Void)?

    public init(
        of position: Position, limits: SearchLimits = SearchLimits(), cancellation: Cancellation = Cancellation(),
        progress: ((SearchProgress) -> Void)? = nil
    ) {
        self.position = position
        self.limits = limits
        self.cancellation = cancellation
        self.progress = progress
    }

    /// Answers a question, as far as the limits allow.
    public func solution(to question: Question) -> Solution {
        var builder = SolutionBuilder(self)
        return builder.solution(to: question)
    }

    /// The same by the straightforward search that the real one is measured against; without line or grade.
    ///
    /// - Precondition: nobody has conceded, and Training has paid no more than its limit.
    public func baselineSolution(to question: Question) -> Solution {
        var solution = Solution(priceLower: position.corpusStrain)
        let budget = Budget(limits, cancellation)
        guard let graph = VariantGraph(position, mode: position.rules.mode, unless: cancellation) else {
            return solution
        }
        var baseline = Baseline(graph, memory: limits.memory, budget)
        let threshold = position.affordable
        var bounds = Bounds()
        let window: (Price, Price) = question == .winner ? (threshold, threshold + 1) : (-1, .infinite)
        if let value = baseline.value(of: position, above: window.0, below: window.1) {
            if value > window.0 { bounds.lower = value }
            if value < window.1 { bounds.upper = value }
            solution.winner = value <= threshold ? .training : .divergence
            solution.isProven = true
        }
        let total = bounds.total(paid: position.corpusStrain)
        solution.priceLower = total.lower
        solution.priceUpper = total.upper
        solution.isInfinite = bounds.isInfinite
        solution.nodes = baseline.budget.nodes
        solution.seconds = baseline.budget.seconds
        solution.memory = baseline.memory
        return solution
    }

    /// What each legal move leads to, in canonical order, `concede` last; as far as the limits allow.
    public func evaluations() -> [MoveEvaluation] {
        var budget = Budget(limits, cancellation)
        let search = budget.isSpent ? nil : PriceSearch(self, position.rules.mode)
        return position.legalMoves.map { move in
            guard let next = try? position.playing(move) else { preconditionFailure("\(move) is not legal") }
            var bounds = Bounds()
            if move == .concede {
                bounds = position.sideToMove == .training ? .infinite : .nothing
            } else {
                _ = search?.close(&bounds, of: next, &budget)
            }
            let total = bounds.total(paid: next.corpusStrain)
            return MoveEvaluation(
                move: move, lower: total.lower, upper: total.upper, isInfinite: bounds.isInfinite,
                refutation: move == .concede ? nil : search?.winningMove(in: next, bounds, &budget))
        }
    }
}

extension PriceSearch {
    /// The first move by which the side to move wins at the limit; `nil` where it does not, or that is not proven.
    fileprivate func winningMove(in position: Position, _ bounds: Bounds, _ budget: inout Budget) -> Move? {
        let threshold = position.affordable
        let isWon = position.sideToMove == .training ? bounds.upper <= threshold : bounds.lower > threshold
        guard isWon else { return nil }
        return first(of: position.legalProspects(in: mode), in: position, keeping: threshold, &budget)?.move
    }
}
