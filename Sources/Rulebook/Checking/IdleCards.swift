import Game

/// Which cards can never be part of a legal move, under the house's numbers nor any profile's.
///
/// Each card is weighed alone, before any play, and called idle only where that is certain: where cards may be
/// coined, a fitting pattern is taken to be there.
struct IdleCards {
    /// Why a card can never be played, by the house's numbers; `nil` where some numbers let it be.
    let features: [String?]
    let patterns: [String?]
    let situations: [String?]
    private let ruleset: Ruleset

    init(of ruleset: Ruleset) {
        let arrivals = Arrivals(ruleset.deployments)
        let checks = ruleset.variants.map { CardCheck($0, arrivals) }
        func reason(_ idleness: (CardCheck) -> String?) -> String? {
            checks.allSatisfy { idleness($0) != nil } ? idleness(checks[0]) : nil
        }
        self.ruleset = ruleset
        features = ruleset.featureIDs.map { id in reason { $0.idleness(of: id) } }
        patterns = ruleset.patternIDs.map { id in reason { $0.idleness(of: id) } }
        situations = ruleset.situationIDs.map { id in reason { $0.idleness(of: id) } }
    }

    func warn(of lists: CardLists, _ report: Report) {
        warn(of: ruleset.features, features, at: lists.features.places, report)
        for (pattern, place) in zip(ruleset.patterns, lists.patterns.places) where pattern.hidesFrom == .all {
            report.warning(
                "\(pattern.identifier.quoted) hides from every channel, so nothing can whack it", at: place)
        }
        warn(of: ruleset.patterns, patterns, at: lists.patterns.places, report)
        warn(of: ruleset.situations, situations, at: lists.situations.places, report)
    }

    private func warn(of cards: [some Card], _ reasons: [String?], at places: [Place], _ report: Report) {
        for (index, card) in cards.enumerated() {
            guard let reason = reasons[index] else { continue }
            report.warning("\(card.identifier.quoted) can never be played: \(reason)", at: places[index])
        }
    }
}

extension Ruleset {
    /// Under the house's numbers, then each profile's.
    var variants: [Ruleset] { [self] + profiles.map(under) }
}

/// The first step at which all of some features occur together.
final class Arrivals {
    private let deployments: [Deployment]
    private var known: [FeatureSet: Int?] = [:]

    init(_ deployments: [Deployment]) {
        self.deployments = deployments
    }

    subscript(features: FeatureSet) -> Int? {
        if let step = known[features] { return step }
        let step = deployments.lazy.filter { features.isSubset(of: $0.features) }.map(\.arrives).min()
        known[features] = .some(step)
        return step
    }
}

/// Why a card is idle under one set of numbers.
private struct CardCheck {
    private let ruleset: Ruleset
    private let arrivals: Arrivals
    /// No divergence that would come at or after this step is ever legal.
    private let deadline: Int
    private let canCoin: Bool
    /// The patterns that may be played, as far as can be told without playing.
    private var playable: [Pattern] = []

    init(_ ruleset: Ruleset, _ arrivals: Arrivals) {
        self.ruleset = ruleset
        self.arrivals = arrivals
        deadline = ruleset.limits.pivotalAct
        canCoin = ruleset.limits[.coins] > 0
        playable = ruleset.patternIDs.filter { idleness(of: $0) == nil }.map { ruleset[$0] }
    }

    func idleness(of id: Pattern.ID) -> String? {
        let pattern = ruleset[id]
        let bits = pattern.credence.bits
        guard bits <= ruleset.limits.naturalness else { return excess(of: bits) }
        guard let arrival = arrivals[pattern.trigger] else { return "no deployment has its whole trigger" }
        return arrival < deadline ? nil : lateness(arrival)
    }

    func idleness(of id: Situation.ID) -> String? {
        let situation = ruleset[id]
        if let bits = (situation.deliberate ?? situation.ordinary)?.bits, bits > ruleset.limits.plausibility {
            return "its \(bits) bits are above the plausibility of \(ruleset.limits.plausibility)"
        }
        // Whoever may coin a pattern can coin one that shows here.
        if canCoin { return nil }
        guard !playable.isEmpty else { return "no pattern can be played" }
        let shown = playable.filter { !$0.hidesFrom.contains(situation.channel) }
        guard !shown.isEmpty else {
            return "every pattern that can be played hides from \(situation.channel.rawValue)"
        }
        let exclusions = Exclusions(ruleset.features)
        let canAnswer = shown.contains { pattern in
            let added = pattern.trigger.subtracting(situation.exhibits)
            let isPossible = added.isEmpty || exclusions.conflict(in: situation.exhibits.union(added)) == nil
            return isPossible && added.count <= ruleset.limits.additions && added.allSatisfy(canBeHad)
        }
        return canAnswer ? nil : "what it lacks of every trigger cannot be had in data, or not with what it shows"
    }

    func idleness(of id: Feature.ID) -> String? {
        guard let arrival = arrivals[FeatureSet([id])] else { return "no deployment has it" }
        guard arrival < deadline else { return lateness(arrival) }
        // Whoever may coin a pattern can coin one that it sets off.
        if canCoin || playable.contains(where: { $0.trigger.contains(id) }) { return nil }
        guard !playable.isEmpty else { return "no pattern can be played" }
        let bits = ruleset[id].condition.bits
        guard bits <= ruleset.limits.naturalness else { return excess(of: bits) }
        let canWait = playable.contains { pattern in
            guard pattern.trigger.intersection(ruleset[id].excludes).isEmpty else { return false }
            return arrivals[pattern.trigger.inserting(id)].map { $0 + ruleset[id].delay < deadline } ?? false
        }
        return canWait ? nil : "no pattern could wait for it and still come in time"
    }

    private func canBeHad(_ id: Feature.ID) -> Bool {
        ruleset[id].ordinary != nil || ruleset[id].deliberate != nil
    }

    private func excess(of bits: Bits) -> String {
        "its \(bits) bits are above the naturalness of \(ruleset.limits.naturalness)"
    }

    private func lateness(_ arrival: Int) -> String {
        "it would come at step \(arrival), but the pivotal act comes at step \(deadline)"
    }
}
