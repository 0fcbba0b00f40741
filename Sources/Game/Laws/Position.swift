/// Where a match stands. Source: RULES §3.
public struct Position: Sendable {
    /// Those it stands under; a ruling or a coined card gives the next position others.
    public internal(set) var rules: Rules
    public internal(set) var sideToMove: Side = .divergence
    /// The live divergence; `nil` before the first proposal.
    public internal(set) var live: Divergence?
    /// When the live divergence happens, pushed out by what was whacked before it; `nil` while nothing is live.
    public internal(set) var horizon: Int?
    /// What the corpus has left of what makes the AI useful.
    public internal(set) var drive: Drive
    /// Every datum asserted so far, in order.
    public internal(set) var corpus: [Datum] = []
    public internal(set) var proposalsLeft: Int
    /// Moves made so far.
    public internal(set) var ply = 0
    /// Who gave up, if anyone has.
    public internal(set) var conceded: Side?
    /// The bits of the whole corpus.
    public internal(set) var corpusStrain: Bits = .zero

    /// Numbers that each side may still dispute.
    public internal(set) var disputesLeft: BySide<Int>
    /// Cards that each side may still coin.
    public internal(set) var coinsLeft: BySide<Int>
    /// Whether the side to move has disputed a number on this turn.
    public internal(set) var hasDisputed = false
    /// Whether the side to move has asked to stop, and waits for an answer.
    public internal(set) var isAskedToStop = false
    /// Whether both sides have agreed to stop.
    public internal(set) var isAdjudicated = false

    /// The start of a match.
    public init(_ rules: Rules) {
        self.rules = rules
        let limits = rules.ruleset.limits
        drive = Drive(rules.drive)
        disputesLeft = BySide(divergence: limits.disputes, training: limits.disputes)
        coinsLeft = BySide(divergence: limits.coins, training: limits.coins)
        proposalsLeft = limits.proposals
    }

    public var ruleset: Ruleset { rules.ruleset }

    /// The step at which the pivotal act comes.
    public var pivotalStep: Int { rules.ruleset.limits.pivotalAct }

    /// The sum of the bits of what a side currently has to claim.
    public func strain(of side: Side) -> Bits {
        switch side {
        case .divergence: live.map(rules.strain) ?? .zero
        case .training: corpusStrain
        }
    }

    /// The bits a side may strain.
    public func limit(of side: Side) -> Bits {
        side == .divergence ? rules.naturalness : rules.plausibility
    }

    /// The first datum that whacks a divergence; `nil` when it evades the corpus.
    public func whacker(of divergence: Divergence) -> Datum? {
        corpus.first { rules.whacks($0, divergence) }
    }

    /// The position after a move.
    ///
    /// - Throws: `IllegalMove`, which says what stands against it.
    public func playing(_ move: Move) throws(IllegalMove) -> Position {
        let prospect = self.prospect(of: move)
        guard prospect.isLegal else { throw IllegalMove(prospect, in: self) }
        return after(prospect)
    }

    /// The position once a side has asked to stop, or the other has answered.
    func stopping(isAsked: Bool, agrees: Bool = false) -> Position {
        var next = self
        next.isAskedToStop = isAsked
        next.isAdjudicated = agrees
        return next
    }

    /// Whether a side has given up, or both have agreed to stop.
    public var isStopped: Bool { conceded != nil || isAdjudicated }

    /// The position after a prospect that is known to be legal.
    func after(_ prospect: Prospect) -> Position {
        var next = self
        next.ply += 1
        next.hasDisputed = false
        next.isAskedToStop = false
        if prospect.move == .concede {
            next.conceded = sideToMove
            return next
        }
        next.sideToMove = sideToMove.opponent
        if case .propose = prospect.move { next.proposalsLeft -= 1 }
        if let divergence = prospect.divergence { (next.live, next.horizon) = (divergence, prospect.horizon) }
        if let datum = prospect.datum {
            next.corpus.append(datum)
            next.corpusStrain += prospect.bits
            next.drive = drive.left(by: rules.evidence(in: datum), rules.drive)
        }
        return next
    }
}
