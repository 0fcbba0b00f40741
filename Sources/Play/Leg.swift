public import Game

/// Which of two matches it is that are played with the sides swapped, for one result. Source: RULES §15.
public struct Leg: Hashable, Sendable, Codable {
    /// 1 or 2.
    public let number: Int
    /// What the first came to; in the second only.
    public let first: FirstLeg?

    /// The first of two.
    public static let first = Leg(number: 1, first: nil)

    /// The second of two.
    public init(after first: FirstLeg) {
        self.init(number: 2, first: first)
    }

    private init(number: Int, first: FirstLeg?) {
        self.number = number
        self.first = first
    }
}

/// What the first of two matches came to.
public struct FirstLeg: Hashable, Sendable, Codable {
    /// Of the match.
    public let id: String
    public let score: LegScore
}

/// Who won a match, and by how much.
public struct LegScore: Hashable, Sendable, Codable {
    /// `nil` for a draw.
    public let winner: Side?
    /// The bits of its own limit that the winner has left; none for a draw.
    public let margin: Bits

    public init(winner: Side?, margin: Bits) {
        self.winner = winner
        self.margin = margin
    }
}

extension MatchRecord {
    /// What the match counts for as one of two; `nil` while it goes on.
    public var score: LegScore? {
        verdict.map { verdict in
            let margin = verdict.winner.map { max(.zero, position.limit(of: $0) - position.strain(of: $0)) }
            return LegScore(winner: verdict.winner, margin: margin ?? .zero)
        }
    }

    /// What both legs came to together: who is ahead, by the side of the second leg, and by how many bits. `nil` unless this is
    /// a second leg that has come to its end.
    public var result: LegScore? {
        guard let first = header.leg?.first?.score, let second = score else { return nil }
        // Who played Training here played Divergence there.
        func points(_ score: LegScore, for side: Side) -> Bits {
            score.winner.map { $0 == side ? score.margin : .zero - score.margin } ?? .zero
        }
        let lead = points(second, for: .training) + points(first, for: .divergence)
        if lead == .zero {
            // Without bits between them, the matches won count.
            let won = [second.winner == .training, first.winner == .divergence].count { $0 }
            let lost = [second.winner == .divergence, first.winner == .training].count { $0 }
            return LegScore(winner: won == lost ? nil : won > lost ? .training : .divergence, margin: .zero)
        }
        return LegScore(winner: lead > .zero ? .training : .divergence, margin: max(lead, .zero - lead))
    }

    /// The set-up of the second leg: the same match with the sides swapped. `nil` unless this is a first leg that has come to
    /// its end.
    public var secondLeg: Setup? {
        guard let leg = header.leg, leg.number == 1, let score else { return nil }
        var setup = Setup(
            ruleset: ruleset, profile: header.profile, mode: header.mode, players: header.players.swapped)
        setup.judge = header.judge
        setup.limit = header.plausibility.map(DataLimit.bits) ?? .ruleset
        setup.leg = Leg(after: FirstLeg(id: header.id, score: score))
        return setup
    }
}
