/// When a belief was stated.
public enum BeliefTime: Hashable, Sendable, CaseIterable {
    /// Before the first move.
    case before
    /// Once the verdict was accepted.
    case after
}

extension Match {
    /// A side's credence that the real thing goes wrong, as last said at that time; `nil`: it said nothing.
    public func goesWrong(_ side: Side, _ time: BeliefTime) -> Credence? {
        believed(.goesWrong, by: side, time)
    }

    /// A side's credence that a row of the table holds, as last said at that time; `nil`: it said nothing.
    public func believed(row place: Int, by side: Side, _ time: BeliefTime) -> Credence? {
        believed(.row(place), by: side, time)
    }

    private func believed(_ belief: Belief, by side: Side, _ time: BeliefTime) -> Credence? {
        let close = steps.firstIndex { $0.act == .close } ?? steps.endIndex
        let first = plies.first?.step ?? close
        let said = time == .before ? steps[..<first] : steps[close...]
        return said.lazy.reversed().compactMap { step in
            if case .believe(side, belief, let credence) = step.act { credence } else { nil }
        }.first
    }

    /// The rows of the table that a move which stands leaned on, by place. Source: RULES §16.
    public var rowsLeanedOn: [Int] {
        ruleset.rows.indices.filter { place in
            plies.contains { ruleset.rows[place].isLeanedOn(by: $0) }
        }
    }
}

extension Ruleset.Row {
    /// Whether a claim rests on it: its pattern or one of its conditions is in the row.
    public func bears(_ claim: Divergence) -> Bool {
        patterns.contains(claim.pattern) || features.contains(where: claim.conditions.contains)
    }

    /// Whether a claim rests on it, or an answer adds one of its features.
    public func isLeanedOn(by ply: Match.Ply) -> Bool {
        if let answer = ply.answer { return features.contains(where: answer.added.contains) }
        return ply.claim.map(bears) ?? false
    }
}

extension Match.Ply {
    /// The divergence that it names; `nil` for an answer, and where somebody concedes.
    public var claim: Divergence? {
        before.sideToMove == .divergence && move != .concede ? after.live : nil
    }

    /// The datum that it asserts; `nil` for a claim, and where somebody concedes.
    public var answer: Datum? {
        before.sideToMove == .training && move != .concede ? after.corpus.last : nil
    }
}
