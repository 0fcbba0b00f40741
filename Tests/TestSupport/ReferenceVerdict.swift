internal import Game

/// How a `ReferenceGame` ended, in words and notation.
public struct ReferenceVerdict: Hashable, Sendable {
    /// Why, and the horn that the loser is left on.
    public struct Reason: Hashable, Sendable {
        public var name: String
        public var forced: String?

        public init(_ name: String, _ forced: String? = nil) {
            self.name = name
            self.forced = forced
        }
    }

    /// `divergence` or `training`; `nil` for a draw.
    public var winner: String?
    /// `hard` or `easy` where Training won.
    public var grade: String?
    public var reasons: [Reason]

    public init(winner: String?, grade: String?, reasons: [Reason]) {
        self.winner = winner
        self.grade = grade
        self.reasons = reasons
    }
}

// RULES §5.
extension ReferenceGame {
    /// `nil` while the game goes on.
    public var verdict: ReferenceVerdict? {
        if let conceded {
            return verdict(wonBy: conceded == "training" ? "divergence" : "training", [.init("conceded")])
        }
        guard isOver else { return nil }
        if sideToMove == "divergence" {
            return verdict(wonBy: "training", divergenceReasons)
        }
        return verdict(wonBy: "divergence", trainingReasons)
    }

    /// The verdict if both sides agree to stop here.
    public var adjudication: ReferenceVerdict {
        let divergenceShare = divergenceStrain * (book.plausibility ?? 0)
        let trainingShare = trainingStrain * book.naturalness
        var winner: String?
        if divergenceShare < trainingShare { winner = "divergence" }
        if trainingShare < divergenceShare { winner = "training" }
        return verdict(wonBy: winner, [.init("adjudicated")])
    }

    private func verdict(wonBy winner: String?, _ reasons: [ReferenceVerdict.Reason]) -> ReferenceVerdict {
        let anyDeliberate = corpus.contains { $0.provenance == "deliberate" }
        let grade = winner == "training" ? (anyDeliberate ? "easy" : "hard") : nil
        return ReferenceVerdict(winner: winner, grade: grade, reasons: reasons)
    }

    private var divergenceReasons: [ReferenceVerdict.Reason] {
        var reasons: [ReferenceVerdict.Reason] = []
        if let late = first(claims, breaking: ["horizon"], leastBy: \.horizon) {
            reasons.append(.init("pivotal act first", late))
        }
        if let fresh = first(claims, breaking: ["proposals"], leastBy: \.bits) {
            reasons.append(.init("out of proposals", fresh))
        }
        if let strained = first(claims, breaking: ["naturalness"], leastBy: \.bits) {
            reasons.append(.init("unnatural concept", strained))
        }
        if reasons.isEmpty, let both = first(claims, breaking: ["naturalness", "horizon"], leastBy: \.bits) {
            reasons.append(.init("unnatural concept", both))
        }
        if reasons.isEmpty { reasons.append(.init("no divergence left")) }
        return reasons
    }

    private var trainingReasons: [ReferenceVerdict.Reason] {
        var reasons: [ReferenceVerdict.Reason] = []
        if mode == .hard, let staged = first(counters(["deliberate"]), breaking: [], leastBy: \.bits) {
            reasons.append(.init("deliberate data only", staged))
        }
        if let ambling = first(claims, breaking: ["drive"], leastBy: \.bits) {
            reasons.append(.init("ambling around", ambling))
        }
        let exotic: [Set<String>] = [["plausibility"], ["additions"], ["plausibility", "additions"]]
        if let one = first(claims, breakingOneOf: exotic, leastBy: \.bits) {
            reasons.append(.init("exotic data", one))
        }
        let more = exotic.map { $0.union(["drive"]) }
        if reasons.isEmpty, let both = first(claims, breakingOneOf: more, leastBy: \.bits) {
            reasons.append(.init("exotic data", both))
        }
        if reasons.isEmpty { reasons.append(.init("no counter")) }
        return reasons
    }

    /// Of the claims that break exactly those limits, the least; of equals, the first in canonical order.
    private func first(
        _ claims: [Claim], breaking limits: Set<String>, leastBy amount: (Claim) -> Int
    ) -> String? {
        first(claims, breakingOneOf: [limits], leastBy: amount)
    }

    /// The same of the claims that break exactly what one of several lists has.
    private func first(
        _ claims: [Claim], breakingOneOf lists: [Set<String>], leastBy amount: (Claim) -> Int
    ) -> String? {
        var best: Claim?
        for claim in claims where lists.contains(claim.breaks) {
            if let found = best, amount(found) <= amount(claim) { continue }
            best = claim
        }
        return best?.notation
    }
}
