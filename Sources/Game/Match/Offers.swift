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

    /// What is in force from now on: the middle of the three, in whole millibits.
    public func middle(inForce: Bits) -> Bits {
        let third = judge?.bits ?? inForce
        return [divergence?.bits ?? third, training?.bits ?? third, third].sorted()[1]
    }
}
