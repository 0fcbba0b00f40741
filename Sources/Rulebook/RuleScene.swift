import Game
import Text

/// What a bot's turn may be, by whose it is and whether a datum has been asserted.
struct Stage: Hashable {
    let side: Side
    let hasData: Bool

    static func all(of sides: [Side]) -> [Stage] {
        sides.flatMap { [Stage(side: $0, hasData: false), Stage(side: $0, hasData: true)] }
    }

    /// Whether something is live: not before the first proposal.
    var hasLive: Bool { hasData || side == .training }
}

/// Why a rule does not fire at some stage.
struct Obstacle {
    let reason: String
    /// Whether the rule is plainly not about that stage, so that this explains little.
    var isOfStage = false
}

/// A rule against all the positions in which it may be tried.
struct RuleScene {
    let facts: ScriptFacts
    private(set) var when: Persona.When
    private(set) var play: Persona.Play
    let sides: [Side]
    /// The patterns that may be live where the rule fits; `nil`: any, coined ones too.
    let candidates: [Pattern.ID]?
    /// Why no pattern fits.
    private let patternReason: String?

    init(_ facts: ScriptFacts, _ rule: Persona.Rule, sides: [Side]) {
        self.facts = facts
        when = rule.when
        play = rule.play
        self.sides = sides
        let fitting = FittingPatterns(facts, rule.when)
        candidates = fitting.candidates
        patternReason = fitting.reason
    }

    /// The same rule with one situation alone in `whacked_by`.
    func whacked(by situation: Situation.ID) -> RuleScene {
        var scene = self
        scene.when.whackedBy = [situation]
        return scene
    }

    /// The same rule with one card alone in `cards`.
    func playing(_ card: String) -> RuleScene {
        var scene = self
        scene.play.cards = [card]
        return scene
    }

    /// The stages at which the rule may fire.
    var stages: [Stage] { Stage.all(of: sides).filter { obstacle(at: $0) == nil } }

    /// Why the rule never fires; `nil` where it may.
    var reason: String? {
        var obstacles: [(stage: Stage, obstacle: Obstacle)] = []
        for stage in Stage.all(of: sides) {
            guard let obstacle = obstacle(at: stage) else { return nil }
            obstacles.append((stage, obstacle))
        }
        let telling = obstacles.filter { !$0.obstacle.isOfStage }
        let shown = telling.isEmpty ? obstacles : telling
        guard Set(shown.map(\.obstacle.reason)).count > 1 else { return shown.first?.obstacle.reason }
        guard sides.count > 1 else { return told(shown) }
        return sides.compactMap { side in
            let own = shown.filter { $0.stage.side == side }
            return own.isEmpty ? nil : "as \(side.player), \(told(own))"
        }.joined(separator: "; ")
    }

    private func told(_ obstacles: [(stage: Stage, obstacle: Obstacle)]) -> String {
        guard Set(obstacles.map(\.obstacle.reason)).count > 1 else { return obstacles[0].obstacle.reason }
        return obstacles.map { "\($0.stage.hasData ? "later" : "at the start") \($0.obstacle.reason)" }
            .joined(separator: "; ")
    }

    /// Why the rule does not fire at a stage; `nil` where it may.
    func obstacle(at stage: Stage) -> Obstacle? {
        counts(stage) ?? live(stage) ?? data(stage) ?? strains(stage) ?? margin(stage) ?? moves(stage)
    }

    /// How many fresh proposals may be left.
    func proposals(at stage: Stage) -> ClosedRange<Int> {
        let used = stage.side == .training ? 1 : 0
        return stage.hasData
            ? 0...(facts.proposals.upperBound - 1)
            : (facts.proposals.lowerBound - used)...(facts.proposals.upperBound - used)
    }

    private func counts(_ stage: Stage) -> Obstacle? {
        if let corpus = when.corpus {
            if !stage.hasData && !corpus.contains(0) {
                return Obstacle(reason: "the corpus is empty", isOfStage: true)
            }
            if stage.hasData && corpus.upperBound == 0 {
                return Obstacle(reason: "the corpus holds a datum", isOfStage: true)
            }
        }
        guard let wanted = when.proposals, !wanted.overlaps(proposals(at: stage)) else { return nil }
        let most = facts.proposals.upperBound
        guard wanted.lowerBound <= most else {
            return Obstacle(reason: "there \(most == 1 ? "is only one proposal" : "are only \(most) proposals")")
        }
        let left = proposals(at: stage)
        let count = wanted.lowerBound > left.upperBound ? left.upperBound : left.lowerBound
        let bound = left.lowerBound == left.upperBound ? "" : wanted.lowerBound > count ? "at most " : "at least "
        let words =
            count == 0 ? "no proposal is" : count == 1 ? "\(bound)1 proposal is" : "\(bound)\(count) proposals are"
        return Obstacle(reason: "\(words) left", isOfStage: !stage.hasData)
    }

    private func live(_ stage: Stage) -> Obstacle? {
        guard stage.hasLive else {
            let asks =
                when.live != nil || when.traits != nil || when.depth != nil || when.by != nil || when.margin != nil
            return asks ? Obstacle(reason: "nothing is live", isOfStage: true) : nil
        }
        if let patternReason { return Obstacle(reason: patternReason) }
        guard let kinds = when.by else { return nil }
        if !stage.hasData && !kinds.contains(.propose) {
            return Obstacle(reason: "Divergence has only proposed", isOfStage: true)
        }
        let least = stage.side == .training ? 1 : 2
        let reasons = kinds.compactMap { kind -> String? in
            guard kind == .propose else {
                guard when.corpus?.upperBound ?? .max >= least else { return "Divergence has only proposed" }
                return originReason(kind)
            }
            guard stage.side == .training && stage.hasData else { return nil }
            let spare = facts.proposals.upperBound - 2
            guard spare >= 0 else { return "there is only one proposal" }
            return when.proposals?.lowerBound ?? 0 <= spare ? nil : "too many proposals are left"
        }
        return reasons.count == kinds.count ? Obstacle(reason: reasons[0]) : nil
    }

    /// Why no fitting pattern comes by a kind of move.
    private func originReason(_ kind: Move.Kind) -> String? {
        guard let candidates, !facts.canCoin else { return nil }
        switch kind {
        case .misattribute:
            return candidates.contains { facts.ruleset[$0].misattributes } ? nil : "no such pattern misattributes"
        case .shallower:
            let deepest = facts.playable.map { facts.ruleset[$0].depth }.max() ?? 0
            return candidates.contains { facts.ruleset[$0].depth < deepest }
                ? nil : "no pattern is deeper than such a one"
        case .propose, .sophisticate, .counter, .concede:
            return nil
        }
    }

    private func strains(_ stage: Stage) -> Obstacle? {
        if let wanted = when.naturalness {
            if !stage.hasLive && isUnstrained(.divergence, outside: wanted) {
                return Obstacle(reason: "Divergence strains nothing", isOfStage: true)
            }
            let least = candidates?.map(facts.leastStrain).min() ?? 0
            if stage.hasLive && wanted.upperBound < least {
                return Obstacle(reason: "such a pattern strains \(decimal(least, places: 3)) of its limit by itself")
            }
        }
        if let wanted = when.plausibility, !stage.hasData, isUnstrained(.training, outside: wanted) {
            return Obstacle(reason: "Training strains nothing", isOfStage: true)
        }
        return nil
    }

    /// Whether a side that has claimed nothing is outside a range of shares.
    private func isUnstrained(_ side: Side, outside wanted: ClosedRange<Int>) -> Bool {
        !wanted.contains(0) && !(facts.allowsNothing[side] == true && wanted.contains(1000))
    }

    private func margin(_ stage: Stage) -> Obstacle? {
        guard let wanted = when.margin else { return nil }
        guard wanted.upperBound > 0 else {
            return Obstacle(reason: "what is live always comes before the pivotal act")
        }
        let triggers = candidates?.map { facts.ruleset[$0].trigger } ?? [FeatureSet()]
        let arrival = triggers.compactMap { facts.arrivals[$0] }.min() ?? 0
        let most = facts.deadline - arrival
        guard wanted.lowerBound > most else { return nil }
        return Obstacle(reason: "what is live comes at most \(most) step\(most == 1 ? "" : "s") before the pivotal act")
    }
}

extension Side {
    /// As messages name it.
    var player: String { self == .divergence ? "Divergence" : "Training" }
}
