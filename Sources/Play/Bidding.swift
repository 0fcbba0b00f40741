import Bots
public import Game
public import Solver

/// The bids of a match that is to be begun, until both have been made. Source: RULES §15.
extension Setup {
    /// Those at the keyboard who bid.
    public var bidders: [Side] { players.people }

    /// The bids of all bots. Blocks until they have been worked out, or are wanted now.
    public func botBids(
        limits: SearchLimits = SearchLimits(seconds: 10), cancellation: Cancellation = Cancellation()
    ) -> [Side: Bits] {
        let auction = Auction(rules, ruleset: ruleset, limits: limits, cancellation: cancellation)
        var bids: [Side: Bits] = [:]
        for side in Side.allCases {
            guard let name = players[side].bot else { continue }
            // An engine from outside says nothing of prices; the solver bids for it.
            bids[side] = (bot(named: name, for: ruleset) ?? Perfect()).bid(in: auction)
        }
        return bids
    }

    /// What may be bid.
    public var bidRange: ClosedRange<Bits> { rules.ruleset.bids }

    /// The bots that play one side only, and so keep their seats.
    public var seated: [Side] {
        Side.allCases.filter { side in
            guard let name = players[side].bot, players[side].engine == nil else { return false }
            return bot(named: name, for: ruleset).map { !$0.sides.contains(side.opponent) } ?? false
        }
    }
}

extension MatchRecord {
    /// The same match before anything has happened in it.
    public var unplayed: MatchRecord {
        do { return try MatchRecord(header: header, ruleset: ruleset) } catch {
            preconditionFailure("a match that could not be begun: \(error)")
        }
    }

    /// The set-up of the same match once more, with the sides swapped where everybody plays both: what was bid for is bid
    /// for anew, and of two legs the first begins.
    public var rematch: Setup {
        var setup = Setup(
            ruleset: ruleset, profile: header.profile, mode: header.mode,
            players: header.players.maySwap(in: ruleset) ? header.players.swapped : header.players)
        setup.judge = header.judge
        setup.limit = header.bids != nil ? .toBeBid : header.plausibility.map(DataLimit.bits) ?? .ruleset
        setup.leg = header.leg == nil ? nil : .first
        return setup
    }
}
