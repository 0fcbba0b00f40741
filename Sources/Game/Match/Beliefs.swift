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
        let close = steps.firstIndex { $0.act == .close } ?? steps.endIndex
        let first = plies.first?.step ?? close
        let said = time == .before ? steps[..<first] : steps[close...]
        return said.lazy.reversed().compactMap { step in
            if case .believe(side, .goesWrong, let credence) = step.act { credence } else { nil }
        }.first
    }
}
