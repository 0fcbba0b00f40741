public import Game

extension Ruleset {
    /// The worked example of RULES §13, with some limits changed.
    ///
    /// What else that section varies is to be changed on the ruleset: `cis`, families, exclusions.
    public static func workedExample(_ changed: [Limit: Int] = [:]) -> Ruleset {
        let a = Feature.ID(0), b = Feature.ID(1)
        let limits = Limits([.naturalness: 3000, .plausibility: 6000, .pivotalAct: 5, .proposals: 1])
        var ruleset = Ruleset(
            identifier: "worked-example", title: "The worked example", imitatee: "Alice",
            premise: "RULES §13.", limits: limits.replacing(changed),
            intended: Intended(text: "The intended thing.", credence: .certain))
        ruleset.features = [
            Feature(card("a"), condition: half, ordinary: half, deliberate: .certain),
            Feature(card("b"), condition: quarter, ordinary: eighth, deliberate: half, delay: 2),
        ]
        ruleset.patterns = [
            Pattern(card("p"), credence: half, trigger: FeatureSet([a]), depth: 2),
            Pattern(card("q"), credence: quarter, trigger: FeatureSet([b]), depth: 1),
        ]
        ruleset.situations = [
            Situation(
                card("s"), exhibits: FeatureSet([a]), channel: .behaviour, ordinary: .certain,
                deliberate: .certain),
            Situation(
                card("t"), exhibits: FeatureSet([b]), channel: .thoughts, ordinary: quarter, deliberate: half),
        ]
        ruleset.deployments = [
            Deployment(card("d0"), features: FeatureSet([a]), arrives: 1),
            Deployment(card("d1"), features: FeatureSet([a, b]), arrives: 2),
        ]
        return ruleset
    }

    private static func card(_ identifier: String) -> CardLabel {
        CardLabel(identifier, text: "Card \(identifier).", source: "RULES §13")
    }

    private static var half: Credence { Credence(millionths: 500_000) ?? .certain }
    private static var quarter: Credence { Credence(millionths: 250_000) ?? .certain }
    private static var eighth: Credence { Credence(millionths: 125_000) ?? .certain }
}
