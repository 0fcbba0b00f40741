internal import Game

/// Walks from a position by moves that keep what best play promises; of equals, the first in canonical order.
struct PrincipalVariation {
    let search: PriceSearch

    /// The line that ends as the winner promises, cut short where the search is stopped.
    ///
    /// - Parameter price: what is still to pay, where Training wins, that is known and both sides are to keep to it. Without
    ///   it the winner plays what still wins, within `affordable`, and the loser what strains the other most.
    func line(from position: Position, for winner: Side, exactly price: Price?, _ budget: inout Budget) -> [Move] {
        var position = position
        var line: [Move] = []
        var left = price ?? position.affordable
        while true {
            let prospects = position.legalProspects(in: search.mode)
            let side = position.sideToMove
            // Where both keep to the price, Divergence keeps Training from paying less.
            let threshold = side == .divergence && price != nil ? left - 1 : left
            let chosen =
                side == winner || price != nil
                ? search.first(of: prospects, in: position, keeping: threshold, &budget)
                : resisting(position, prospects)
            guard let chosen, let next = try? position.playing(chosen.move) else { return line }
            line.append(chosen.move)
            if side == .training { left -= chosen.bits.price }
            position = next
        }
    }

    /// The loser's move: for Divergence the dearest to counter, for Training the cheapest.
    private func resisting(_ position: Position, _ prospects: [Prospect]) -> Prospect? {
        if position.sideToMove == .training { return prospects.min { $0.bits < $1.bits } }
        func price(_ prospect: Prospect) -> Price {
            search.graph.number(of: prospect.divergence).map { search.graph.cheapest[$0] } ?? 0
        }
        var best: Prospect?
        for prospect in prospects where best.map({ price(prospect) > price($0) }) ?? true { best = prospect }
        return best
    }
}

extension PriceSearch {
    /// The first move after which Training pays no more than a threshold in all, or for Divergence, must pay more; `nil`
    /// where there is none, or the search is stopped.
    func first(
        of prospects: [Prospect], in position: Position, keeping threshold: Price, _ budget: inout Budget
    ) -> Prospect? {
        let isTraining = position.sideToMove == .training
        for prospect in prospects {
            let left = isTraining ? threshold - prospect.bits.price : threshold
            if isTraining, left < 0 { continue }
            guard let next = try? position.playing(prospect.move), let value = value(of: next, at: left, &budget)
            else { return nil }
            if (value <= left) == isTraining { return prospect }
        }
        return nil
    }
}
