/// Something that happens in a match: one line of notation. Source: RULES §12.
public enum Act: Hashable, Sendable {
    /// A side's sealed credence, below 1, that Training wins.
    case predict(Side, Credence)
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

    /// Whether it leaves the position and what it waits for alone, and so may come after the end.
    public var isWordsOnly: Bool {
        switch self {
        case .object, .remark: true
        case .predict, .move, .dispute, .coin, .askToStop, .answerStop, .takeBack, .close: false
        }
    }
}

/// Whom a match is waiting for, and for what.
public enum Awaiting: Hashable, Sendable {
    /// A move, or whatever else a side may do on its turn.
    case move(Side)
    /// Whether a side agrees to stop.
    case answer(Side)
    /// That the verdict is written down.
    case close
    case nothing
}
