internal import Game

extension Ruleset {
    /// The worked example of RULES §13.
    static var workedExample: Ruleset {
        func card(_ identifier: String) -> CardLabel {
            CardLabel(identifier, text: "Card \(identifier).", source: "RULES §13")
        }
        func credence(_ millionths: Int) -> Credence { Credence(millionths: millionths) ?? .certain }
        let a = FeatureSet([Feature.ID(0)])
        let b = FeatureSet([Feature.ID(1)])
        let half = credence(500_000)
        let quarter = credence(250_000)
        var ruleset = Ruleset(
            identifier: "worked-example", title: "The worked example", imitatee: "Alice", premise: "RULES §13.",
            limits: Limits([
                .naturalness: 3000, .plausibility: 6000, .pivotalAct: 5, .proposals: 1,
            ]),
            intended: Intended(text: "The intended thing.", credence: .certain))
        ruleset.features = [
            Feature(card("a"), condition: half, ordinary: half, deliberate: .certain),
            Feature(card("b"), condition: quarter, ordinary: credence(125_000), deliberate: half, delay: 2),
        ]
        ruleset.patterns = [
            Pattern(card("p"), credence: half, trigger: a, depth: 2),
            Pattern(card("q"), credence: quarter, trigger: b, depth: 1),
        ]
        ruleset.situations = [
            Situation(card("s"), exhibits: a, channel: .behaviour, ordinary: .certain, deliberate: .certain),
            Situation(card("t"), exhibits: b, channel: .thoughts, ordinary: quarter, deliberate: half),
        ]
        ruleset.deployments = [
            Deployment(card("d0"), features: a, arrives: 1), Deployment(card("d1"), features: a.union(b), arrives: 2),
        ]
        return ruleset
    }
}
