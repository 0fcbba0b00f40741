import Game

/// What the rest of a file refers to: the house's cards and limits.
struct House {
    let limits: [Limit: Int]?
    let features: Roll<Feature>
    let patterns: Roll<Pattern>
    let situations: Roll<Situation>
    let deployments: Roll<Deployment>
    /// The identifiers of all cards, once each.
    let cards: Vocabulary
    /// What a profile may give reasons on: a card, a limit or the intended thing.
    let subjects: Vocabulary

    init(
        limits: [Limit: Int]?, features: Roll<Feature>, patterns: Roll<Pattern>, situations: Roll<Situation>,
        deployments: Roll<Deployment>
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
        cards = Vocabulary("card", all: lists)
        subjects = Vocabulary("card or limit", all: lists + [named])
    }
}

extension Table {
    /// `nil` without an identifier.
    func profile(over house: House) -> Profile? {
        let identifier = required("id", .identifier)
        if identifier == "house" {
            report.error(
                "“house” means the ruleset's own numbers; this profile needs another id", at: place(of: "id"))
        }
        let name = identifier ?? ""
        var profile = Profile(identifier: name, title: required("title", .text) ?? "")
        profile.limits = optional("limits", .limits(over: house.limits ?? [:], profile: name)) ?? [:]
        profile.intended = optional("intended", .credence)
        let features = changes("features", house.features) { feature in
            .credences(of: "feature", over: (feature.ordinary, feature.deliberate), profile: name)
        }
        for (index, credences) in features { profile.features[Feature.ID(index)] = credences }
        for (index, credence) in changes("patterns", house.patterns, { _ in .credence }) {
            profile.patterns[Pattern.ID(index)] = credence
        }
        let situations = changes("situations", house.situations) { situation in
            .credences(of: "situation", over: (situation.ordinary, situation.deliberate), profile: name)
        }
        for (index, credences) in situations { profile.situations[Situation.ID(index)] = credences }
        let subjects = house.subjects
        for (index, reason) in optional("why", .byWord(of: subjects) { _ in .text }) ?? [] {
            profile.why[subjects.words[index]] = reason
        }
        return identifier.map { _ in profile }
    }

    /// What a profile says of some cards, by their index.
    private func changes<C, Change>(
        _ key: String, _ roll: Roll<C>, _ change: @escaping (C) -> Format<Change>
    ) -> [(index: Int, value: Change)] {
        optional(key, .byWord(of: roll.vocabulary) { change(roll.entries[$0]) }) ?? []
    }
}

extension Format where Value == Profile.Credences {
    /// The credences of a card that a profile changes; those it leaves are the house's.
    static func credences(
        of noun: String, over house: (ordinary: Credence?, deliberate: Credence?), profile: String
    ) -> Format {
        table("set of a \(noun)'s credences") { table in
            var credences = Profile.Credences()
            if noun == "feature" { credences.condition = table.optional("condition", .credence) }
            credences.ordinary = table.optional("ordinary", .credence)
            credences.deliberate = table.optional("deliberate", .credence)
            if credences.ordinary != nil || credences.deliberate != nil {
                table.report.disorder(
                    ordinary: credences.ordinary ?? house.ordinary,
                    deliberate: credences.deliberate ?? house.deliberate,
                    at: table.place(of: "deliberate", "ordinary"), profile: profile)
            }
            return credences
        }
    }
}
