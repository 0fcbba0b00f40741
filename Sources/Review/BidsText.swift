public import Game
public import Play
import Text

/// What bids come to, in plain sentences, the same on every front end. Source: RULES §15.
public struct BidsText: Sendable {
    private let bids: BySide<Bits>
    private let players: Players

    /// - Parameter bids: by the side that each came to play.
    public init(_ bids: BySide<Bits>, _ players: Players) {
        self.bids = bids
        self.players = players
    }

    /// `nil` where nothing was bid.
    public init?(_ header: MatchHeader) {
        guard let bids = header.bids else { return nil }
        self.init(bids, header.players)
    }

    /// `nil` where a set-up has no bids yet.
    public init?(_ settled: Setup) {
        guard case .bid(let bids) = settled.limit else { return nil }
        self.init(bids, settled.players)
    }

    private func name(_ side: Side) -> String {
        let name = players[side].name
        return name == players[side.opponent].name ? "\(name) (\(side.title))" : name
    }

    /// What each bid.
    public var said: String {
        "\(name(.divergence)) bid \(bids.divergence.exactBits) (\(bids.divergence.credenceText)), "
            + "\(name(.training)) \(bids.training.exactText) (\(bids.training.credenceText))."
    }

    /// Who plays what now, and why.
    ///
    /// - Parameter setup: before the bids were made.
    public func seats(after setup: Setup) -> String {
        let now = "\(name(.training)) plays Training, \(name(.divergence)) Divergence"
        if bids.training == bids.divergence { return "Equal bids leave the seats as they were: \(now)." }
        if bids.training < bids.divergence {
            let moved = setup.players == players ? "" : ", so the seats are swapped"
            return
                "The lower bid takes Training\(moved): \(now). Each plays the side that their own bid says should win."
        }
        let fixed = setup.seated.map { setup.players[$0].name + " plays only " + $0.title }
        return
            "\(fixed.joined(separator: ", and ")), so the seats stay although the lower bid would take Training: \(now)."
    }

    /// The match's limit.
    public var limit: String {
        "The limit is the mean: Training may strain \(bids.mean.exactBits) (\(bids.mean.credenceText))."
    }

    /// Who bid nearer to the price of the argument, as far as that is known.
    public func nearer(to price: Evaluation.Price) -> String {
        let found = "The true price of the argument is \(price.phrase)"
        guard bids.training != bids.divergence else { return "\(found). Both bid the same." }
        let lower: Side = bids.training < bids.divergence ? .training : .divergence
        // Below the middle of both bids the lower is nearer, above it the higher.
        let doubled = bids.training + bids.divergence
        func isBelow(_ bits: Bits) -> Bool { bits + bits < doubled }
        func isAbove(_ bits: Bits) -> Bool { bits + bits > doubled }
        if price.isInfinite {
            return "\(found): no number of bits is enough. The higher bid is nearer, \(name(lower.opponent))'s."
        }
        if let upper = price.upper, upper == price.lower {
            guard isBelow(upper) || isAbove(upper) else { return "\(found). Both bids are as near to it." }
            let winner = isBelow(upper) ? lower : lower.opponent
            return
                "\(found). \(name(winner)) bid nearer: \(off(winner, upper)), against \(off(winner.opponent, upper))."
        }
        if let upper = price.upper, isBelow(upper) {
            return "\(found), as far as it was worked out. \(name(lower)) bid nearer."
        }
        if isAbove(price.lower) { return "\(found), as far as it was worked out. \(name(lower.opponent)) bid nearer." }
        return "\(found), as far as it was worked out; who bid nearer is open."
    }

    private func off(_ side: Side, _ price: Bits) -> String {
        let off = max(bids[side] - price, price - bids[side])
        return off == .zero ? "exactly" : "\(off.exactBits) off"
    }

    /// All that is said before the first move.
    public func sentences(after setup: Setup) -> [String] { [said, seats(after: setup), limit] }

    /// All that is said at the end.
    ///
    /// - Parameter price: of the argument from the start; without it nothing is said of who bid nearer.
    public func sentences(at price: Evaluation.Price?) -> [String] {
        [said, limit] + (price.map { [nearer(to: $0)] } ?? [])
    }
}
