import Game

/// The ruleset's own cards and limits, to which its profiles, bots, rows and observations refer.
struct CardLists {
    let limits: [Limit: Int]?
    let features: NamedList<Feature>
    let patterns: NamedList<Pattern>
    let situations: NamedList<Situation>
    let deployments: NamedList<Deployment>
    /// The identifiers of all cards, once each.
    let identifiers: Vocabulary
    /// What a profile may give reasons on: a card, a limit or the intended thing.
    let subjects: Vocabulary

    init(
        limits: [Limit: Int]?, features: NamedList<Feature>, patterns: NamedList<Pattern>,
        situations: NamedList<Situation>, deployments: NamedList<Deployment>
    ) {
        self.limits = limits
        self.features = features
        self.patterns = patterns
        self.situations = situations
        self.deployments = deployments
        let lists = [
            features.vocabulary, patterns.vocabulary, situations.vocabulary, deployments.vocabulary,
        ]
        let named = Vocabulary("limit", Limit.allCases.map(\.rawValue) + ["intended"])
        identifiers = Vocabulary("card", all: lists)
        subjects = Vocabulary("card or limit", all: lists + [named])
    }

    /// Those of a ruleset that was read before.
    init(of ruleset: Ruleset) {
        self.init(
            limits: Dictionary(uniqueKeysWithValues: Limit.allCases.map { ($0, ruleset.limits[$0]) }),
            features: NamedList(of: "feature", ruleset.features),
            patterns: NamedList(of: "pattern", ruleset.patterns),
            situations: NamedList(of: "situation", ruleset.situations),
            deployments: NamedList(of: "deployment", ruleset.deployments))
    }
}
