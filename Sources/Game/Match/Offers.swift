/// What each wrote down, unseen by the others, for a number to be settled. Source: RULES §7.
public struct Offers: Hashable, Sendable {
    /// `nil`: wrote none, and sides with the third number.
    public var divergence: Credence?
    public var training: Credence?
    /// `nil`: there is no judge, and the number in force is the third.
    public var judge: Credence?

    public init(divergence: Credence? = nil, training: Credence? = nil, judge: Credence? = nil) {
        self.divergence = divergence
        self.training = training
        self.judge = judge
    }

    /// What a side wrote down.
    public subscript(side: Side) -> Credence? {
        get { side == .divergence ? divergence : training }
        set { if side == .divergence { divergence = newValue } else { training = newValue } }
    }

    /// What is in force from now on: the middle of the three, in whole millibits.
    public func middle(inForce: Bits) -> Bits {
        let third = judge?.bits ?? inForce
        return [divergence?.bits ?? third, training?.bits ?? third, third].sorted()[1]
    }
}

/// What players and judge settle: a number behind the opponent's last move, or what a card of one's own is worth.
public enum Settlement: Hashable, Sendable {
    case dispute(Number)
    case coin(Coin)

    /// It, settled by what each wrote down.
    public func settled(by offers: Offers) -> Act {
        switch self {
        case .dispute(let number): .dispute(number, offers)
        case .coin(let coin): .coin(coin, offers)
        }
    }
}

extension Act {
    /// What it settles, and what each wrote down; `nil` for what settles nothing.
    public var settlement: (subject: Settlement, offers: Offers)? {
        switch self {
        case .dispute(let number, let offers): (.dispute(number), offers)
        case .coin(let coin, let offers): (.coin(coin), offers)
        case .predict, .believe, .move, .object, .askToStop, .answerStop, .takeBack, .close, .remark: nil
        }
    }
}
