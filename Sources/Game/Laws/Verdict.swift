/// Who won, why, and what the loser was forced towards. Source: RULES §5.
public struct Verdict: Hashable, Sendable {
    /// `nil` for a draw, which only adjudication gives.
    public let winner: Side?
    /// Whether Training needed deliberate data; `nil` unless Training won.
    public let grade: Mode?
    /// Every reason that applies, the verdict's own first.
    public let reasons: [Reason]

    /// Why the loser lost.
    public struct Reason: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case pivotalActFirst = "pivotal act first"
            case outOfProposals = "out of proposals"
            case unnaturalConcept = "unnatural concept"
            case noDivergenceLeft = "no divergence left"
            case deliberateDataOnly = "deliberate data only"
            case amblingAround = "ambling around"
            case exoticData = "exotic data"
            case noCounter = "no counter"
            case conceded
            case adjudicated
        }

        public let kind: Kind
        /// The horn: the move that only this stood against, and what it would have come to.
        public let forced: Prospect?

        init(_ kind: Kind, _ forced: Prospect? = nil) {
            self.kind = kind
            self.forced = forced
        }
    }

    init(winner: Side?, reasons: [Reason], corpus: [Datum]) {
        self.winner = winner
        self.reasons = reasons
        grade = winner == .training ? corpus.grade : nil
    }

    /// Whether Divergence keeps its card: Training won, but only with data made on purpose.
    public var divergenceKeepsCard: Bool { grade == .easy }
}

extension [Datum] {
    /// The grade of a win by these data: hard as long as all are ordinary.
    package var grade: Mode {
        allSatisfy { $0.provenance == .ordinary } ? .hard : .easy
    }
}

extension Position {
    /// The verdict once a side has conceded, both have agreed to stop, or the side to move has nothing left to say.
    public var verdict: Verdict? {
        if isAdjudicated { return adjudication }
        if let conceded {
            return Verdict(winner: conceded.opponent, reasons: [.init(.conceded)], corpus: corpus)
        }
        guard !canGoOn else { return nil }
        return Verdict(winner: sideToMove.opponent, reasons: reasons, corpus: corpus)
    }

    /// The verdict if both sides agree to stop here: the smaller share of its own limit wins.
    public var adjudication: Verdict {
        let divergence = strain(of: .divergence).millibits * limit(of: .training).millibits
        let training = strain(of: .training).millibits * limit(of: .divergence).millibits
        let winner: Side? =
            divergence == training ? nil : divergence < training ? .divergence : .training
        return Verdict(winner: winner, reasons: [.init(.adjudicated)], corpus: corpus)
    }

    /// Why the side to move has nothing left to say: the least that each limit alone forbids, else the least that two do.
    private var reasons: [Verdict.Reason] {
        let stopped = prospects.filter { $0.obstacle == nil }
        func least(_ kind: Verdict.Reason.Kind, _ breaks: [Breaks]) -> Verdict.Reason? {
            stopped.filter { breaks.contains($0.breaks) }.min { $0.bits < $1.bits }.map { Verdict.Reason(kind, $0) }
        }
        switch sideToMove {
        case .divergence:
            let late = stopped.filter { $0.breaks == .horizon }.min { ($0.horizon ?? 0) < ($1.horizon ?? 0) }
            let reasons = [
                late.map { Verdict.Reason(.pivotalActFirst, $0) }, least(.outOfProposals, [.proposals]),
                least(.unnaturalConcept, [.naturalness]),
            ].compactMap(\.self)
            return reasons.isEmpty
                ? [least(.unnaturalConcept, [[.naturalness, .horizon]]) ?? .init(.noDivergenceLeft)] : reasons
        case .training:
            let exotic: [Breaks] = [.plausibility, .additions, [.plausibility, .additions]]
            let reasons = [
                least(.deliberateDataOnly, [.hardMode]), least(.amblingAround, [.drive]), least(.exoticData, exotic),
            ].compactMap(\.self)
            return reasons.isEmpty
                ? [least(.exoticData, exotic.map { $0.union(.drive) }) ?? .init(.noCounter)] : reasons
        }
    }
}
