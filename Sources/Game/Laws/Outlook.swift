/// What a legal move leaves the opponent: one reply ahead for Divergence, two for Training, no search.
public struct Outlook: Hashable, Sendable {
    /// The opponent's legal replies; with none, the move wins.
    public let replies: Int
    /// Bits that Training would pay next: for a divergence, its cheapest answer; for a counter, the
    /// cheapest answer to the reply that is dearest to answer. `nil` where there is no answer at all.
    public let toll: Bits?
    /// For a divergence, the claims that Divergence keeps after the answer that leaves it fewest; with none, that answer
    /// ends the match. `nil` for a counter, and where there is no answer.
    public let claimsLeft: Int?
}

extension Position {
    /// What Training's cheapest answer to a claim of Divergence would cost; `nil` where it has none.
    public func toll(of claim: Prospect) -> Bits? {
        after(claim).legalProspects.map(\.bits).min()
    }

    /// What a legal move would leave the opponent.
    ///
    /// Costs, for Divergence, one look at every claim for each counter; for Training, at every counter for each reply.
    public func outlook(of prospect: Prospect) -> Outlook {
        let next = after(prospect)
        let replies = next.legalProspects
        guard next.sideToMove == .divergence else {
            let claimsLeft = replies.map { next.after($0).legalProspects.count }.min()
            return Outlook(replies: replies.count, toll: replies.map(\.bits).min(), claimsLeft: claimsLeft)
        }
        var dearest = Bits.zero
        for reply in replies {
            guard let cheapest = next.toll(of: reply) else {
                return Outlook(replies: replies.count, toll: nil, claimsLeft: nil)
            }
            dearest = max(dearest, cheapest)
        }
        return Outlook(replies: replies.count, toll: dearest, claimsLeft: nil)
    }
}
