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
        guard position.rules.mode == .easy, position.sideToMove == .training, position.corpus.grade == .hard else {
            return MoveChooser(self, position.rules.mode)?.best(&budget) ?? BestMove()
        }
        // Whether there is a hard win may be a harder question than the other.
        var half = budget.halved
        let hard = MoveChooser(self, .hard)?.best(&half) ?? BestMove()
        if hard.winner == .training { return hard }
        budget.spend(half.nodes)
        // What is lost in hard mode may be won with deliberate data.
        guard !budget.isSpent else { return BestMove() }
        var easy = MoveChooser(self, .easy)?.best(&budget) ?? BestMove()
        // It may be that a hard win is given away.
        if hard.winner == nil, easy.winner != .divergence { easy.isBest = false }
        return easy
    }
}

/// One search of a position, asked which move is best.
private struct MoveChooser {
    private let position: Position
    private let search: PriceSearch
    private let prospects: [Prospect]

    init?(_ analysis: Analysis, _ mode: Mode) {
        position = analysis.position
        guard let search = PriceSearch(analysis, mode) else { return nil }
        self.search = search
        prospects = position.legalProspects(in: mode)
    }

    /// What Training may still pay.
    private var threshold: Price { max(position.affordable, 0) }

    func best(_ budget: inout Budget) -> BestMove {
        var best = BestMove()
        var bounds = Bounds()
        guard search.narrow(&bounds, at: threshold, &budget) else { return best }
        best.winner = bounds.upper <= threshold ? .training : .divergence
        // A win first, for the exact price may be far away.
        if best.winner == position.sideToMove { best.move = first(keeping: threshold, &budget) }
        guard search.close(&bounds, &budget) else { return best }
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

    private func first(keeping threshold: Price, _ budget: inout Budget) -> Move? {
        search.first(of: prospects, in: position, keeping: threshold, &budget)?.move
    }

    /// The first of the moves after which Training pays least in all.
    private func cheapest(_ budget: inout Budget) -> Move? {
        var best: (move: Move, price: Int64)?
        for prospect in prospects {
            var bounds = Bounds()
            guard let next = try? position.playing(prospect.move), search.close(&bounds, of: next, &budget) else {
                return nil
            }
            let price = Int64(bounds.lower) + Int64(prospect.bits.millibits)
            if best.map({ price < $0.price }) ?? true { best = (prospect.move, price) }
        }
        return best?.move
    }
}
