extension Position {
    /// How many sequences of `depth` moves other than `concede` can follow; 1 at depth 0.
    ///
    /// Exponential in `depth`. Source: RULES §4.
    public func perft(_ depth: Int) -> Int {
        guard depth > 0 else { return 1 }
        let prospects = legalProspects
        guard depth > 1 else { return prospects.count }
        return prospects.reduce(0) { $0 + after($1).perft(depth - 1) }
    }
}
