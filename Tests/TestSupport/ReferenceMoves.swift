internal import Game

// RULES §4.
extension ReferenceGame {
    /// A move that would be legal but for limits.
    struct Claim {
        var notation: String
        /// Strain after it for Divergence, cost of it for Training.
        var bits: Int
        /// When the divergence would happen, pushed out; 0 for Training.
        var horizon = 0
        /// The names of the limits it breaks; legal when empty.
        var breaks: Set<String> = []
    }

    /// Legal moves in canonical order, `concede` last; none once the game has ended.
    public var legalMoves: [String] {
        let claims = legalClaims
        return claims.isEmpty ? [] : claims.map(\.notation) + ["concede"]
    }

    /// Whether someone conceded or the side to move can only concede.
    public var isOver: Bool {
        legalClaims.isEmpty
    }

    /// Sequences of that many moves other than `concede`.
    public func perft(_ depth: Int) -> Int {
        guard depth > 0 else { return 1 }
        var count = 0
        for move in legalMoves where move != "concede" {
            count += playing(move)?.perft(depth - 1) ?? 0
        }
        return count
    }

    var legalClaims: [Claim] {
        guard conceded == nil else { return [] }
        return claims.filter(\.breaks.isEmpty)
    }

    /// What the side to move could claim but for limits, in canonical order.
    var claims: [Claim] {
        if sideToMove == "divergence" { return divergenceClaims }
        return counters(mode == .easy ? ["ordinary", "deliberate"] : ["ordinary"])
    }

    private var divergenceClaims: [Claim] {
        var claims: [Claim?] = []
        for next in book.patterns {
            claims.append(claim("propose \(next.identifier)", next.identifier, []))
        }
        if let pattern {
            let live = book.pattern(pattern)
            for feature in book.features where !liveTrigger.contains(feature.identifier) {
                let more = conditions.union([feature.identifier])
                claims.append(claim("sophisticate \(feature.identifier)", pattern, more))
            }
            for next in book.patterns where next.family == live.family && next.depth < live.depth {
                let kept = conditions.subtracting(next.trigger)
                claims.append(claim("shallower \(next.identifier)", next.identifier, kept))
            }
            for next in book.patterns
            where next.identifier != pattern && next.family == live.family && next.misattributes
                && next.depth >= live.depth
            {
                let kept = conditions.subtracting(next.trigger)
                claims.append(claim("misattribute \(next.identifier)", next.identifier, kept))
            }
        }
        return claims.compactMap { $0 }
    }

    /// `nil` where the divergence cannot be, never happens or is caught.
    private func claim(_ notation: String, _ pattern: String, _ conditions: Set<String>) -> Claim? {
        guard canOccurTogether(trigger(pattern, conditions)), evades(pattern, conditions),
            let horizon = reachedHorizon(pattern, conditions)
        else { return nil }
        var claim = Claim(notation: notation, bits: strain(pattern, conditions), horizon: horizon)
        if claim.bits > book.naturalness { claim.breaks.insert("naturalness") }
        if horizon >= pivotalStep { claim.breaks.insert("horizon") }
        if notation.hasPrefix("propose "), proposalsLeft == 0 { claim.breaks.insert("proposals") }
        return claim
    }

    /// Counters of those provenances, whatever the mode allows.
    func counters(_ provenances: [String]) -> [Claim] {
        guard let pattern else { return [] }
        var claims: [Claim] = []
        for situation in book.situations {
            for provenance in provenances {
                if let claim = counter(situation, provenance, against: pattern) { claims.append(claim) }
            }
        }
        return claims
    }

    /// `nil` where a part cannot be had or not with the others, none is deliberate as claimed, or the
    /// misbehaviour does not show.
    private func counter(
        _ situation: ReferenceBook.Situation, _ provenance: String, against pattern: String
    ) -> Claim? {
        let added = liveTrigger.subtracting(situation.exhibits)
        if provenance == "deliberate" {
            let features = added.map { book.feature($0) }
            guard situation.deliberate != nil || features.contains(where: { $0.deliberate != nil }) else {
                return nil
            }
        }
        guard !book.pattern(pattern).hidesFrom.contains(situation.channel) else { return nil }
        guard let cost = cost(situation.identifier, added, provenance) else { return nil }
        guard canOccurTogether(situation.exhibits.union(added)) else { return nil }
        var claim = Claim(notation: "counter \(situation.identifier) \(provenance)", bits: cost)
        if let plausibility = book.plausibility, trainingStrain + cost > plausibility {
            claim.breaks.insert("plausibility")
        }
        if added.count > book.additions { claim.breaks.insert("additions") }
        let datum = Datum(situation: situation.identifier, added: added, provenance: provenance)
        if !leavesDrive(corpus + [datum]) { claim.breaks.insert("drive") }
        return claim
    }
}
