public import Game

/// Evaluates positions of one match after each other; what was learned of one serves the others, as long as no number
/// was settled and no card coined in between.
public final class SharedSearch {
    private let mode: Mode?
    private let cancellation: Cancellation
    private let limits: SearchLimits
    private var budget: Budget
    /// The last search, and where it began.
    private var latest: (root: Position, search: PriceSearch)?
    /// What is too large to be searched.
    private var tooLarge: [Position] = []

    /// - Parameters:
    ///   - limits: hold for everything that is asked; a single question gets at most half of the time that is left.
    ///   - mode: the match's own without one, or hard, to leave out deliberate data.
    public init(limits: SearchLimits, mode: Mode? = nil, cancellation: Cancellation = Cancellation()) {
        self.limits = limits
        self.mode = mode
        self.cancellation = cancellation
        budget = Budget(limits, cancellation)
    }

    /// Whether nothing more will be proven.
    public var isSpent: Bool { budget.isSpent }

    /// What a position comes to: who wins at the limit first, then the price, as far as the limits allow.
    ///
    /// - Parameter roots: earlier positions of the match, the earliest first; the search begins at the first of those under
    ///   the same rules from which all that follows can be laid out.
    public func value(of position: Position, from roots: [Position] = []) -> PositionValue {
        if let loser = position.conceded {
            return PositionValue(loser == .training ? .infinite : .nothing, position, winner: loser.opponent)
        }
        var bounds = Bounds()
        if let search = search(position, roots) {
            var part = budget.part
            if search.narrow(&bounds, of: position, at: max(position.affordable, 0), &part) {
                _ = search.close(&bounds, of: position, &part)
            }
            budget.take(part)
        }
        return PositionValue(bounds, position, winner: bounds.winner(in: position))
    }

    /// Best play from a position to the end, as far as the limits allow.
    ///
    /// - Parameter value: what the position comes to.
    public func line(from position: Position, _ value: PositionValue, roots: [Position] = []) -> [Move] {
        guard let winner = value.winner, position.conceded == nil, let search = search(position, roots) else {
            return []
        }
        var part = budget.part
        defer { budget.take(part) }
        let rest = value.upper.map { ($0 - position.corpusStrain).price }
        let exactly = value.isProven && winner == .training ? rest : nil
        return PrincipalVariation(search: search).line(from: position, for: winner, exactly: exactly, &part)
    }

    /// A search in which a position can come about.
    private func search(_ position: Position, _ roots: [Position]) -> PriceSearch? {
        guard !budget.isSpent else { return nil }
        if let latest, latest.root.rules === position.rules, latest.root.ply <= position.ply { return latest.search }
        for root in roots + [position] where root.rules === position.rules && root.ply <= position.ply {
            guard !tooLarge.contains(where: { $0.rules === root.rules && $0.ply >= root.ply }) else { continue }
            // What the last one remembers is let go before the next one asks for as much.
            latest = nil
            let analysis = Analysis(of: root, limits: limits, cancellation: cancellation)
            if let search = PriceSearch(analysis, mode ?? root.rules.mode) {
                latest = (root, search)
                return search
            }
            tooLarge.append(root)
        }
        return nil
    }
}

/// What a position comes to with best play, as far as it was proven. Source: RULES §10.
public struct PositionValue: Hashable, Sendable {
    /// What has been paid and what is still to pay are at least this.
    public let lower: Bits
    /// They are at most this; `nil`: no finite bound is proven.
    public let upper: Bits?
    /// Whether Divergence is proven to win whatever Training may pay.
    public let isInfinite: Bool
    /// Who wins at the limit; `nil`: not proven.
    public let winner: Side?

    init(_ bounds: Bounds, _ position: Position, winner: Side?) {
        let total = bounds.total(paid: position.corpusStrain)
        (lower, upper) = total
        isInfinite = bounds.isInfinite
        self.winner = winner
    }

    /// Whether the bounds are closed.
    public var isProven: Bool { isInfinite || upper == lower }
}
