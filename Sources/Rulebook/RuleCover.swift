import Game

extension RuleScene {
    /// Whether this rule fires at a stage wherever a later one would.
    func covers(_ later: RuleScene, at stage: Stage) -> Bool {
        // The cheapest first: scripts may be long.
        coversCounts(later, at: stage) && coversData(later, at: stage) && coversPlay(later, at: stage)
            && coversLive(later, at: stage)
    }

    private func coversLive(_ later: RuleScene, at stage: Stage) -> Bool {
        let isOpening = stage == Stage(side: .training, hasData: false)
        let asks = when.live != nil || when.traits != nil || when.depth != nil || when.by != nil || when.margin != nil
        guard stage.hasLive else { return !asks }
        let candidates = later.candidates
        func fits(_ isSaid: Bool, _ test: (Pattern) -> Bool) -> Bool {
            isSaid || candidates?.allSatisfy { test(facts.ruleset[$0]) } ?? false
        }
        let live = when.live.map(Set.init)
        return live.map { live in candidates?.allSatisfy(live.contains) ?? false } ?? true
            && when.traits.map { traits in
                fits(traits.allSatisfy { later.when.traits?.contains($0) ?? false }) { traits.allSatisfy($0.has) }
            } ?? true
            && when.depth.map { depth in
                fits(depth.holds(later.when.depth, from: 1)) { depth.contains($0.depth) }
            } ?? true
            && when.by.map { kinds in
                (isOpening ? [.propose] : later.when.by ?? Move.Kind.ofDivergence).allSatisfy(kinds.contains)
            } ?? true
            && when.margin?.holds(later.when.margin, from: 1) ?? true
    }

    private func coversData(_ later: RuleScene, at stage: Stage) -> Bool {
        guard stage.hasData else { return when.whackedBy == nil && when.channels == nil }
        let situations = when.whackedBy.map(Set.init)
        return situations.map { situations in later.when.whackedBy?.allSatisfy(situations.contains) ?? false } ?? true
            && when.channels.map { channels in
                (later.when.channels ?? Channel.allCases).allSatisfy(channels.contains)
                    || later.when.whackedBy?.allSatisfy { channels.contains(facts.ruleset[$0].channel) } ?? false
            } ?? true
    }

    private func coversCounts(_ later: RuleScene, at stage: Stage) -> Bool {
        let left = proposals(at: stage)
        let data = stage.hasData ? 1...Int.max : 0...0
        let naturalness = share(of: .divergence, hasClaimed: stage.hasLive)
        let plausibility = share(of: .training, hasClaimed: stage.hasData)
        return when.mode.map { $0 == later.when.mode } ?? true
            && when.proposals?.holds(later.when.proposals, within: left) ?? true
            && when.corpus?.holds(later.when.corpus, within: data) ?? true
            && when.naturalness?.holds(later.when.naturalness, within: naturalness) ?? true
            && when.plausibility?.holds(later.when.plausibility, within: plausibility) ?? true
    }

    /// What a side may strain, in thousandths of its limit.
    private func share(of side: Side, hasClaimed: Bool) -> ClosedRange<Int> {
        hasClaimed || facts.allowsNothing[side] == true ? 0...1000 : 0...0
    }

    private func coversPlay(_ later: RuleScene, at stage: Stage) -> Bool {
        guard play.kinds != [.concede] else { return true }
        let other = later.play.kinds == [.concede] ? Persona.Play() : later.play
        let kinds: [Move.Kind] =
            stage.side == .training ? [.counter] : stage.hasLive ? Move.Kind.ofDivergence : [.propose]
        guard kinds.allSatisfy({ play.kinds?.contains($0) ?? true || !(other.kinds?.contains($0) ?? true) }) else {
            return false
        }
        if let cards = play.cards.map(Set.init) {
            guard let others = other.cards, others.allSatisfy(cards.contains) else { return false }
        }
        guard stage.side == .training else { return play.provenance == nil }
        let isOrdinary =
            later.when.mode == .hard || other.provenance == .ordinary || other.never.contains(.deliberate)
        if let provenance = play.provenance {
            guard provenance == other.provenance || provenance == .ordinary && isOrdinary else { return false }
        }
        return (!play.never.contains(.deliberate) || isOrdinary)
            && (!play.never.contains(.hobble) || other.never.contains(.hobble) || !later.canHobble)
    }

    /// Whether a counter that fits may delay the pivotal act.
    private var canHobble: Bool {
        let isUseful = candidates?.contains { facts.ruleset[$0].cis } ?? true
        let situations = play.cards?.compactMap { facts.situations[$0] } ?? facts.ruleset.situationIDs
        return isUseful && situations.contains { facts.ruleset[$0].hobbles > 0 }
    }
}

extension ClosedRange<Int> {
    /// Whether all that another range allows is in this one; it allows everything where it is absent.
    fileprivate func holds(_ other: ClosedRange?, within bounds: ClosedRange) -> Bool {
        guard let other else { return lowerBound <= bounds.lowerBound && upperBound >= bounds.upperBound }
        guard other.overlaps(bounds) else { return true }
        let clamped = other.clamped(to: bounds)
        return lowerBound <= clamped.lowerBound && upperBound >= clamped.upperBound
    }

    fileprivate func holds(_ other: ClosedRange?, from least: Int) -> Bool {
        holds(other, within: least...Int.max)
    }
}
