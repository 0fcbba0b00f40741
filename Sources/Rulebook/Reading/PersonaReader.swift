import Game

/// A bot as read, with where its parts stand.
struct PlacedPersona {
    var persona: Persona
    var openings: [[Placed<Move>]] = []
    var rules: [Placed<Persona.Rule>] = []
    var sayings = PlacedSayings()

    var identifier: String { persona.identifier }
}

extension Mapping {
    private static var openingLimit: Int { 100 }
    private static var ruleLimit: Int { 200 }

    /// `nil` without an identifier.
    func persona(_ words: ScriptVocabulary) -> PlacedPersona? {
        let identifier = required("id", .identifier)
        let name = optional("name", .name)
        let text = required("text", .text)
        let sides = required("sides", Keywords.sides.several.filled(or: "the bot would never play")) ?? []
        let profile = optional("profile", .word(of: words.profiles))
        let openings = optional("openings", .openings(words.lists).capped(at: Self.openingLimit, "openings"))
        // Without sides, which is complained of, nothing further is said about whose cards and moves these are.
        let players = sides.isEmpty ? Side.allCases : sides
        let rule = Format<Placed<Persona.Rule>>.rule(words, for: players)
        let rules = optional("rules", .list(of: "rules", rule).capped(at: Self.ruleLimit, "rules"))
        let sayings = optional("sayings", .sayings(words, for: players))
        guard let identifier else { return nil }
        if Persona.taken.contains(identifier) {
            report.error(
                "\(identifier.quoted) is a bot that plays any ruleset; this one needs another id", at: place(of: "id"))
        }
        needName(ifWide: identifier, for: "bot")
        var persona = Persona(identifier: identifier, name: name, text: text ?? "", sides: sides)
        persona.profile = profile.flatMap { $0 == 0 ? nil : words.profiles.words[$0] }
        persona.openings = (openings ?? []).map { $0.map(\.value) }
        persona.rules = (rules ?? []).map(\.value)
        persona.sayings = sayings?.sayings ?? Persona.Sayings()
        return PlacedPersona(
            persona: persona, openings: openings ?? [], rules: rules ?? [], sayings: sayings ?? PlacedSayings())
    }
}
