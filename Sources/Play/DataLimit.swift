import Bots
public import Game

/// What Training may strain in a match.
public enum DataLimit: Hashable, Sendable {
    /// As many bits as the ruleset says.
    case ruleset
    case bits(Bits)
    /// The players' bids settle it, and who plays what; they have not been made yet.
    case toBeBid
    /// The bids, by the side that each came to play.
    case bid(BySide<Bits>)

    /// What a limit may be.
    public static let range = Bits(millibits: 1)...Bits(millibits: 1_000_000_000)

    /// `nil`: as many bits as the ruleset says.
    var plausibility: Bits? {
        switch self {
        case .ruleset, .toBeBid: nil
        case .bits(let bits): bits
        case .bid(let bids): bids.mean
        }
    }

    var bids: BySide<Bits>? {
        if case .bid(let bids) = self { bids } else { nil }
    }
}

extension BySide<Bits> {
    /// In whole millibits, halves up. Source: RULES §15.
    public var mean: Bits { Bits(millibits: (divergence.millibits + training.millibits + 1) / 2) }
}

extension Setup {
    /// The rules before anybody has bid, under the ruleset's own limit.
    public var rules: Rules {
        Rules(profile.flatMap { ruleset.under(profile: $0) } ?? ruleset, mode: mode)
    }

    /// The set-up once both have bid: who says that Training can win within fewer bits plays Training, unless one of them
    /// plays one side only.
    ///
    /// - Parameter bids: by the side on which each sits now; who bids nothing bids the ruleset's own limit.
    public func settled(by bids: [Side: Bits]) -> Setup {
        let own = rules.ruleset.limits.plausibility
        let written = BySide(divergence: bids[.divergence] ?? own, training: bids[.training] ?? own)
        var setup = self
        let isSwapped = written.divergence < written.training && maySwap
        setup.players = isSwapped ? players.swapped : players
        setup.limit = .bid(isSwapped ? written.swapped : written)
        return setup
    }

    /// Whether everybody plays the other side too.
    public var maySwap: Bool { players.maySwap(in: ruleset) }
}

extension BySide {
    /// The same with the sides the other way round.
    public var swapped: BySide { BySide(divergence: training, training: divergence) }
}

extension Players {
    /// Whether everybody plays the other side too.
    public func maySwap(in ruleset: Ruleset) -> Bool {
        Side.allCases.allSatisfy { side in
            guard let name = self[side].bot, self[side].engine == nil else { return true }
            return bot(named: name, for: ruleset)?.sides.contains(side.opponent) ?? true
        }
    }
}
