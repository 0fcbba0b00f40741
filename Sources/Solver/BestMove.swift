public import Game

/// What is proven of the moves of a position. Source: RULES §10.
public struct BestMove: Hashable, Sendable {
    /// The best move, else one that wins; `nil`: none is proven to be either.
    public var move: Move?
    /// Whether no move is better, in canonical order no earlier one as good.
    public var isBest = false
    /// Who wins from the position at the limit; `nil`: not proven.
    public var winner: Side?
    /// Whether Divergence is proven to win whatever Training may pay.
    public var isInfinite = false
}

extension Analysis {
    /// The best move of the side to move, as far as the limits allow.
    ///
    /// In easy mode Training keeps to the best move of hard mode while that wins.
    ///
    /// - Precondition: the match goes on.
    public func bestMove() -> BestMove {
        var budget = Budget(limits, cancellation)
        guard !budget.isSpent else { return BestMove() }
        let isOrdinary = position.corpus.allSatisfy { $0.provenance == .ordinary }
        guard position.rules.mode == .easy, position.sideToMove == .training, isOrdinary else {
            return Choice(self, position.rules.mode)?.best(&budget) ?? BestMove()
        }
        // Whether there is a hard win may be a harder question than the other.
        var half = budget.halved
        let hard = Choice(self, .hard)?.best(&half) ?? BestMove()
        if hard.winner == .training { return hard }
        budget.spend(half.nodes)
        // What is lost in hard mode may be won with deliberate data.
        guard !budget.isSpent else { return BestMove() }
        var easy = Choice(self, .easy)?.best(&budget) ?? BestMove()
        // It may be that a hard win is given away.
        if hard.winner == nil, easy.winner != .divergence { easy.isBest = false }
        return easy
    }
}

/// One search of a position, asked which move is best.
private struct Choice {
    private let position: Position
    private let prober: Prober
    private let prospects: [Prospect]
    /// What Training may still pay.
    private let threshold: Int32

    init?(_ analysis: Analysis, _ mode: Mode) {
        position = analysis.position
        guard let prober = Prober(position, mode, analysis.limits) else { return nil }
        self.prober = prober
        prospects = position.legalProspects.filter { prospect in
            guard mode == .hard, case .counter(_, .deliberate) = prospect.move else { return true }
            return false
        }
        let left = position.limit(of: .training) - position.corpusStrain
        threshold = max(min(Int32(clamping: left.millibits), Arena.infinite - 1), 0)
    }

    func best(_ budget: inout Budget) -> BestMove {
        var best = BestMove()
        var bounds = Bounds()
        guard prober.narrow(&bounds, within: threshold, &budget) else { return best }
        best.winner = bounds.upper <= threshold ? .training : .divergence
        // A win first, for the exact price may be far away.
        if best.winner == position.sideToMove { best.move = first(keeping: threshold, &budget) }
        guard prober.close(&bounds, &budget) else { return best }
        best.isInfinite = bounds.isInfinite
        if let exact = exact(bounds, &budget), !budget.isSpent {
            best.move = exact
            best.isBest = true
        }
        return best
    }

    private func exact(_ bounds: Bounds, _ budget: inout Budget) -> Move? {
        switch position.sideToMove {
        case .divergence: return first(keeping: bounds.lower - 1, &budget)
        case .training:
            if bounds.isInfinite { return prospects.first?.move }
            // The cheapest way may lie beyond the limit.
            return bounds.lower <= threshold ? first(keeping: bounds.lower, &budget) : cheapest(&budget)
        }
    }

    /// The first move after which Training pays no more than a threshold in all, or for Divergence, must pay more.
    private func first(keeping threshold: Int32, _ budget: inout Budget) -> Move? {
        for prospect in prospects {
            let isTraining = position.sideToMove == .training
            let left = isTraining ? threshold - Int32(clamping: prospect.bits.millibits) : threshold
            guard left >= 0 else {
                if isTraining { continue }
                return prospect.move
            }
            guard let next = try? position.playing(prospect.move),
                let value = prober.value(of: next, within: left, &budget)
            else { return nil }
            if (value <= left) == isTraining { return prospect.move }
        }
        return nil
    }

    /// The first of the moves after which Training pays least in all.
    private func cheapest(_ budget: inout Budget) -> Move? {
        var best: (move: Move, price: Int64)?
        for prospect in prospects {
            var bounds = Bounds()
            guard let next = try? position.playing(prospect.move), prober.close(&bounds, of: next, &budget) else {
                return nil
            }
            let price = Int64(bounds.lower) + Int64(prospect.bits.millibits)
            if best.map({ price < $0.price }) ?? true { best = (prospect.move, price) }
        }
        return best?.move
    }
}
