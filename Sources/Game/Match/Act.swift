/// Something that happens in a match: one line of notation. Source: RULES §12.
public enum Act: Hashable, Sendable {
    /// A side's sealed credence, below 1, that Training wins.
    case predict(Side, Credence)
    /// What a side says it believes; it changes nothing.
    case believe(Side, Belief, Credence)
    case move(Move)
    /// A number behind the opponent's last move is settled.
    case dispute(Number, Offers)
    /// A card that a side makes up joins the match and is played.
    case coin(Coin, Offers)
    /// The side to move objects, in words alone, to the last move.
    case object
    /// The side to move would stop and compare shares.
    case askToStop
    /// Whether the other side agrees to stop.
    case answerStop(agrees: Bool)
    /// The last moves are taken back, with all that was settled or coined since.
    case takeBack(plies: Int)
    /// The verdict is accepted: nothing changes the match any more.
    case close
    /// What a side has to say once the match is over.
    case remark(Side)

    /// Whether it is nothing without words.
    public var isWordsOnly: Bool {
        switch self {
        case .object, .remark: true
        case .predict, .believe, .move, .dispute, .coin, .askToStop, .answerStop, .takeBack, .close: false
        }
    }

    /// Whether it only says how likely somebody holds something.
    public var isSealed: Bool {
        switch self {
        case .predict, .believe: true
        case .move, .dispute, .coin, .object, .askToStop, .answerStop, .takeBack, .close, .remark: false
        }
    }

    /// Whether it leaves the position and what it waits for alone, and so may come after the end.
    public var mayFollowEnd: Bool {
        if case .believe = self { true } else { isWordsOnly }
    }
}

/// What a credence that somebody holds is about.
public enum Belief: Hashable, Sendable {
    /// That the real thing goes wrong, whatever comes of the match.
    case goesWrong
    /// What one of the match's numbers should be.
    case number(QuotedNumber)
    /// That a row of the ruleset's table holds, by its place among the rows.
    case row(Int)
}

/// Whom a match is waiting for, and for what.
public enum Awaiting: Hashable, Sendable {
    /// A move, or whatever else a side may do on its turn.
    case move(Side)
    /// Whether a side agrees to stop.
    case answer(Side)
    /// Whether a side that has lost accepts it, or still disputes or coins.
    case acceptance(Side)
    /// That the verdict is written down.
    case close
    case nothing
}
