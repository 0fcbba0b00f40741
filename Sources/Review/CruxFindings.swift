public import Game

/// Who wins by whose numbers, and which of the cruxes decide it; as far as it was proven.
public struct CruxFindings: Hashable, Sendable {
    /// What best play comes to from the start of the match under each player's own numbers.
    public var own: BySide<Evaluation>
    /// What would change that, were it granted by whoever has those numbers.
    public var reversals: BySide<Reversal>

    /// The fewest cruxes that would change the winner if one player granted the other's numbers there.
    public struct Reversal: Hashable, Sendable {
        /// The smallest sets that do, those with the widest gaps first; of each the crux with the widest gap first.
        public var sets: [[Crux]] = []
        /// Whether granting all that could matter would; `nil`: not proven.
        public var areAllEnough: Bool?
        /// All sets of at most so many were tried, of those that could matter.
        public var tried = 0
        /// Whether nothing is left to be found: every set of that size, or that no set does.
        public var isComplete = false

        public init(sets: [[Crux]] = [], areAllEnough: Bool? = nil, tried: Int = 0, isComplete: Bool = false) {
            self.sets = sets
            self.areAllEnough = areAllEnough
            self.tried = tried
            self.isComplete = isComplete
        }
    }

    public init(own: BySide<Evaluation>, reversals: BySide<Reversal>) {
        self.own = own
        self.reversals = reversals
    }
}
