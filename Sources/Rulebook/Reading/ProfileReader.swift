import Game

extension Mapping {
    /// `nil` without an identifier.
    func profile(over house: CardLists) -> Profile? {
        let identifier = required("id", .identifier)
        if identifier == "house" {
            report.error(
                "“house” means the ruleset's own numbers; this profile needs another id", at: place(of: "id"))
        }
        let name = identifier ?? ""
        var profile = Profile(identifier: name, title: required("title", .text) ?? "")
        profile.limits = optional("limits", .limits(over: house.limits ?? [:])) ?? [:]
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
    private func changes<Card, Change>(
        _ key: String, _ list: NamedList<Card>, _ change: @escaping (Card) -> Format<Change>
    ) -> [(index: Int, value: Change)] {
        optional(key, .byWord(of: list.vocabulary) { change(list.entries[$0]) }) ?? []
    }
}

extension Format where Value == Profile.Credences {
    /// The credences of a card that a profile changes; those it leaves are the house's.
    static func credences(
        of noun: String, over house: (ordinary: Credence?, deliberate: Credence?), profile: String
    ) -> Format {
        mapping("set of a \(noun)'s credences") { mapping in
            var credences = Profile.Credences()
            if noun == "feature" { credences.condition = mapping.optional("condition", .credence) }
            credences.ordinary = mapping.optional("ordinary", .credence)
            credences.deliberate = mapping.optional("deliberate", .credence)
            if credences.ordinary != nil || credences.deliberate != nil {
                mapping.report.disorder(
                    ordinary: credences.ordinary ?? house.ordinary,
                    deliberate: credences.deliberate ?? house.deliberate,
                    at: mapping.place(of: "deliberate", "ordinary"), profile: profile)
            }
            return credences
        }
    }
}
