internal import Game

/// Walks from a position by moves that keep what best play promises; of equals, the first in canonical order.
struct LineFinder {
    private let prober: Prober
    /// Whether Training keeps to ordinary data.
    private let isHard: Bool

    init(_ prober: Prober, isHard: Bool) {
        self.prober = prober
        self.isHard = isHard
    }

    /// The line that ends as the winner promises, cut short where the search is stopped.
    ///
    /// - Parameter exactly: the price still to pay, where it is known and both sides are to keep to it. Without
    ///   it, or where Divergence wins, the winner plays what still wins, and the loser what strains the other most.
    func line(
        from position: Position, for winner: Side, threshold: Int32, exactly bounds: Bounds?, _ budget: inout Budget
    ) -> [Move] {
        var position = position
        var line: [Move] = []
        var left = threshold
        var isExact = false
        if winner == .training, let bounds, bounds.isClosed {
            left = bounds.lower
            isExact = true
        }
        while true {
            let prospects = self.prospects(of: position)
            guard !prospects.isEmpty else { return line }
            let isWinners = position.sideToMove == winner
            let chosen =
                isWinners || isExact
                ? keeping(position, prospects, for: position.sideToMove, left, isExact, &budget)
                : resisting(position, prospects)
            guard let chosen, let next = try? position.playing(chosen.move) else { return line }
            line.append(chosen.move)
            if position.sideToMove == .training { left -= Int32(clamping: chosen.bits.millibits) }
            position = next
        }
    }

    private func prospects(of position: Position) -> [Prospect] {
        position.legalProspects.filter { prospect in
            guard isHard, case .counter(_, .deliberate) = prospect.move else { return true }
            return false
        }
    }

    /// The first move that keeps what the side to move is promised.
    private func keeping(
        _ position: Position, _ prospects: [Prospect], for side: Side, _ left: Int32, _ isExact: Bool,
        _ budget: inout Budget
    ) -> Prospect? {
        for prospect in prospects {
            guard let next = try? position.playing(prospect.move) else { return nil }
            if side == .divergence {
                let most = isExact ? left - 1 : left
                guard let value = prober.value(of: next, within: most, &budget) else { return nil }
                if value > most { return prospect }
            } else {
                let most = left - Int32(clamping: prospect.bits.millibits)
                guard most >= 0 else { continue }
                guard let value = prober.value(of: next, within: most, &budget) else { return nil }
                if value <= most { return prospect }
            }
        }
        return nil
    }

    /// The loser's move: for Divergence the dearest to counter, for Training the cheapest.
    private func resisting(_ position: Position, _ prospects: [Prospect]) -> Prospect? {
        if position.sideToMove == .training { return prospects.min { $0.bits < $1.bits } }
        func price(_ prospect: Prospect) -> Int32 {
            prober.arena.number(of: prospect.divergence).map { prober.arena.cheapest[$0] } ?? 0
        }
        var best: Prospect?
        for prospect in prospects where best.map({ price(prospect) > price($0) }) ?? true { best = prospect }
        return best
    }
}
