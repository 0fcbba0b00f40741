import Game

extension RuleScene {
    /// Why no legal move fits what the rule plays at a stage.
    func moves(_ stage: Stage) -> Obstacle? {
        guard play.kinds != [.concede] else { return nil }
        let own: [Move.Kind] =
            stage.side == .training ? [.counter] : stage.hasLive ? Move.Kind.ofDivergence : [.propose]
        let wanted = own.filter { play.kinds?.contains($0) ?? true }
        guard !wanted.isEmpty else {
            let only = stage.side == .training ? "Training only counters" : "Divergence can only propose"
            return Obstacle(reason: only, isOfStage: stage.side == .training || !stage.hasLive || sides.count > 1)
        }
        guard stage.side == .divergence else { return counters() }
        guard play.provenance == nil else { return Obstacle(reason: "Divergence asserts no data", isOfStage: true) }
        let left = proposals(at: stage).clamped(to: when.proposals ?? proposals(at: stage)).upperBound
        let kinds = wanted.filter { $0 != .propose || left > 0 }
        guard !kinds.isEmpty else { return Obstacle(reason: "no proposal is left") }
        return play.cards == nil ? nil : cards(stage) { claimReason($0, by: kinds, stage) }
    }

    /// Why no card of the rule's can be played, each having its reason.
    private func cards(_ stage: Stage, _ reason: (String) -> String?) -> Obstacle? {
        guard play.cards?.contains(where: { isCard($0, of: stage) }) ?? true else {
            return Obstacle(reason: "none of “cards” is played then", isOfStage: sides.count > 1 || !stage.hasLive)
        }
        var reasons: [String] = []
        for card in play.cards ?? [] {
            guard let reason = reason(card) else { return nil }
            reasons.append(reason)
        }
        let shown = reasons.prefix(3).joined(separator: ", ")
        return Obstacle(reason: shown + (reasons.count > 3 ? " and so on" : ""))
    }

    /// Whether a move at that stage can play the card at all.
    private func isCard(_ card: String, of stage: Stage) -> Bool {
        if stage.side == .training { return facts.situations[card] != nil }
        return facts.patterns[card] != nil || stage.hasLive && facts.features[card] != nil
    }

    private func counters() -> Obstacle? {
        if play.provenance == .deliberate {
            if when.mode == .hard { return Obstacle(reason: "hard mode has no deliberate data") }
            if play.never.contains(.deliberate) {
                return Obstacle(reason: "“never” rules out what “provenance” asks for")
            }
        }
        guard let cards = play.cards else { return nil }
        let provenances = provenances.filter {
            $0 == play.provenance ?? $0 && !($0 == .deliberate && play.never.contains(.deliberate))
        }
        guard cards.count * (candidates?.count ?? 1) <= Self.pairLimit else { return nil }
        return self.cards(Stage(side: .training, hasData: true)) { counterReason($0, provenances) }
    }

    private func counterReason(_ card: String, _ provenances: Set<Provenance>) -> String? {
        guard let situation = facts.situations[card] else { return "\(card.quoted) is no situation" }
        if let idleness = facts.idleness.situations[situation.index] {
            return "\(card.quoted) can never be played, since \(idleness)"
        }
        var first: String?
        for pattern in candidates?.map(Optional.some) ?? [nil] {
            let canHobble = !play.never.contains(.hobble)
            guard let silence = facts.silence(of: situation, on: pattern, provenances, hobbling: canHobble) else {
                return nil
            }
            first = first ?? silence
        }
        return "\(card.quoted) answers nothing that fits: \(first ?? "")"
    }

    /// Why a card cannot be played by a move of these kinds.
    private func claimReason(_ card: String, by kinds: [Move.Kind], _ stage: Stage) -> String? {
        var reasons: [String] = []
        if let feature = facts.features[card], kinds.contains(.sophisticate) {
            guard let reason = reason(for: feature) else { return nil }
            reasons.append(reason)
        }
        if let pattern = facts.patterns[card] {
            for kind in kinds where kind != .sophisticate {
                guard let reason = reason(for: pattern, kind, stage) else { return nil }
                reasons.append(reason)
            }
        }
        return reasons.first ?? "\(card.quoted) is not played by a move of such a kind"
    }

    /// The situations that the last datum may be of; `nil` where the rule does not name them.
    private var lastData: [Situation.ID]? {
        when.whackedBy?.filter { when.channels?.contains(facts.ruleset[$0].channel) ?? true }
    }

    private func reason(for feature: Feature.ID) -> String? {
        let card = facts.ruleset[feature].identifier.quoted
        if let idleness = facts.idleness.features[feature.index] {
            return "\(card) can never be played, since \(idleness)"
        }
        guard lastData?.contains(where: { !facts.ruleset[$0].exhibits.contains(feature) }) ?? true else {
            return "\(card) is shown by the last datum already"
        }
        guard let candidates else { return nil }
        func waits(_ pattern: Pattern.ID) -> Bool { !facts.ruleset[pattern].trigger.contains(feature) }
        guard candidates.contains(where: waits) else { return "\(card) is in the trigger already" }
        let delay = facts.ruleset[feature].delay
        let canCome = candidates.contains { pattern in
            waits(pattern)
                && facts.arrivals[facts.ruleset[pattern].trigger.inserting(feature)].map { $0 + delay < facts.deadline }
                    ?? false
        }
        return canCome ? nil : "with \(card) nothing that fits would come in time"
    }

    private func reason(for pattern: Pattern.ID, _ kind: Move.Kind, _ stage: Stage) -> String? {
        let card = facts.ruleset[pattern].identifier.quoted
        if let idleness = facts.idleness.patterns[pattern.index] {
            return "\(card) can never be played, since \(idleness)"
        }
        guard stage.hasLive else { return nil }
        if kind == .misattribute && !facts.ruleset[pattern].misattributes { return "\(card) does not misattribute" }
        let whackedToo = "the last datum whacks \(card) as well"
        guard let candidates else {
            return lastData?.contains { !facts.whacks($0, pattern) } ?? true ? nil : whackedToo
        }
        guard candidates.count * (lastData?.count ?? 1) * (play.cards?.count ?? 1) <= Self.pairLimit else { return nil }
        let depth = facts.ruleset[pattern].depth
        func follows(_ live: Pattern.ID) -> Bool {
            switch kind {
            case .shallower: depth < facts.ruleset[live].depth
            case .misattribute: live != pattern && depth >= facts.ruleset[live].depth
            default: true
            }
        }
        guard candidates.contains(where: follows) else {
            return "\(card) is no \(kind == .shallower ? "shallower than" : "such reading in place of") what is live"
        }
        let evades = lastData?.contains { situation in
            candidates.contains { live in
                follows(live) && facts.silence(of: situation, on: live, provenances) == nil
                    && !facts.whacks(situation, pattern, with: facts.ruleset[live].trigger)
            }
        }
        return evades ?? true ? nil : whackedToo
    }
}
