import Game

extension RuleScene {
    /// More pairs of cards than this are not tried, so that no file makes a program toil.
    static let pairLimit = 50_000

    /// The kinds of data that Training may assert in the rule's mode.
    var provenances: Set<Provenance> {
        when.mode == .hard ? [.ordinary] : [.ordinary, .deliberate]
    }

    /// Why no last datum fits at a stage.
    func data(_ stage: Stage) -> Obstacle? {
        guard when.whackedBy != nil || when.channels != nil else { return nil }
        guard stage.hasData else { return Obstacle(reason: "no datum is asserted", isOfStage: true) }
        let ruleset = facts.ruleset
        let named = when.whackedBy ?? ruleset.situationIDs
        var fitting = named.filter { facts.idleness.situations[$0.index] == nil }
        guard !fitting.isEmpty else {
            guard let reason = named.count == 1 ? facts.idleness.situations[named[0].index] : nil else {
                return Obstacle(reason: "none of the situations in “whacked_by” can ever be played")
            }
            return Obstacle(reason: "\(ruleset[named[0]].identifier.quoted) can never be played, since \(reason)")
        }
        if let channels = when.channels {
            let seen = fitting
            fitting = fitting.filter { channels.contains(ruleset[$0].channel) }
            guard !fitting.isEmpty else {
                guard when.whackedBy != nil, seen.count == 1 else {
                    let which = when.whackedBy == nil ? "that can be played" : "in “whacked_by”"
                    return Obstacle(reason: "no situation \(which) is seen in such a channel")
                }
                return Obstacle(
                    reason: "\(ruleset[seen[0]].identifier.quoted) is seen in \(ruleset[seen[0]].channel.rawValue)")
            }
        }
        return meeting(of: fitting, stage)
    }

    /// Why no fitting pattern can be live when the last datum is of one of these situations.
    private func meeting(of situations: [Situation.ID], _ stage: Stage) -> Obstacle? {
        guard let candidates, candidates.count * situations.count <= Self.pairLimit else { return nil }
        guard !candidates.contains(where: { pattern in situations.contains { canMeet(pattern, $0, stage) } }) else {
            return nil
        }
        let pattern = candidates.count == 1 ? facts.ruleset[candidates[0]].identifier.quoted : nil
        let situation = situations.count == 1 ? facts.ruleset[situations[0]].identifier.quoted : nil
        guard stage.side == .divergence else {
            return Obstacle(
                reason: "what \(situation ?? "such a situation") shows whacks \(pattern ?? "every such pattern") anyway"
            )
        }
        if let pattern, situation != nil,
            let silence = facts.silence(of: situations[0], on: candidates[0], provenances)
        {
            return Obstacle(reason: "\(situation ?? "") cannot whack \(pattern), since \(silence)")
        }
        return Obstacle(
            reason:
                "\(situation ?? "no such situation") \(situation == nil ? "can" : "cannot") whack \(pattern ?? "such a pattern")"
        )
    }

    /// Whether a pattern may be live when the last datum is of a situation: whacked by it on Divergence's turn,
    /// and evading it on Training's.
    private func canMeet(_ pattern: Pattern.ID, _ situation: Situation.ID, _ stage: Stage) -> Bool {
        if stage.side == .divergence { return facts.silence(of: situation, on: pattern, provenances) == nil }
        // Only a condition that was just added may be one that the datum does not show.
        let mayAdd = when.by?.contains(.sophisticate) ?? true
        return mayAdd || !facts.whacks(situation, pattern)
    }
}

extension ScriptFacts {
    /// Whether a datum of a situation, with some features added, whacks a pattern.
    func whacks(_ situation: Situation.ID, _ pattern: Pattern.ID, with others: FeatureSet = FeatureSet()) -> Bool {
        shows(pattern, in: situation)
            && ruleset[pattern].trigger.isSubset(of: ruleset[situation].exhibits.union(others))
    }
}
