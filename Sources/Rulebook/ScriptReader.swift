import Game

/// A rule as read, with where it and the cards that it names stand.
struct PlacedRule {
    let rule: Persona.Rule
    let place: Place
    /// Of the cards in `live`, `whacked_by` and `cards`.
    let live: [Place]
    let whackedBy: [Place]
    let cards: [Place]
}

extension Format where Value == PlacedRule {
    /// A rule of a bot that plays these sides.
    static func rule(_ words: ScriptWords, for sides: [Side]) -> Format {
        table("rule") { table in
            let when = table.optional("when", .when(words)) ?? PlacedWhen()
            let play = table.required("play", .play(words, for: sides))
            guard let play else { return nil }
            return PlacedRule(
                rule: Persona.Rule(when: when.when, play: play.play), place: table.place, live: when.live,
                whackedBy: when.whackedBy, cards: play.cards)
        }
    }
}

/// What a rule asks of a position, with where the cards stand that it names.
private struct PlacedWhen {
    var when = Persona.When()
    var live: [Place] = []
    var whackedBy: [Place] = []
}

extension Format where Value == PlacedWhen {
    fileprivate static func when(_ words: ScriptWords) -> Format {
        table("rule's “when”") { table in
            let never = "the rule would never fit"
            let live = table.optional("live", .placedWords(of: words.house.patterns.vocabulary).filled(or: never))
            let whackedBy = table.optional(
                "whacked_by", .placedWords(of: words.house.situations.vocabulary).filled(or: never))
            var when = Persona.When()
            when.mode = table.optional("mode", Naming<Mode>.modes.one)
            when.live = live.map { $0.map { Pattern.ID($0.value) } }
            when.traits = table.optional("traits", Naming<Persona.Trait>.traits.several)
            when.depth = table.optional("depth", .range(.whole("levels", from: 1)))
            when.by = table.optional("by", Naming<Move.Kind>.claims.several.filled(or: never))
            when.whackedBy = whackedBy.map { $0.map { Situation.ID($0.value) } }
            when.channels = table.optional("channels", Naming<Channel>.channels.several.filled(or: never))
            when.naturalness = table.optional("naturalness", .range(.share))
            when.plausibility = table.optional("plausibility", .range(.share))
            when.margin = table.optional("margin", .range(.whole("steps", from: 0)))
            when.proposals = table.optional("proposals", .range(.whole("proposals", from: 0)))
            when.corpus = table.optional("corpus", .range(.whole("data", from: 0)))
            return PlacedWhen(when: when, live: (live ?? []).map(\.place), whackedBy: (whackedBy ?? []).map(\.place))
        }
    }
}

/// What a rule plays, with where the cards stand that it names.
private struct PlacedPlay {
    let play: Persona.Play
    let cards: [Place]
}

extension Format where Value == PlacedPlay {
    fileprivate static func play(_ words: ScriptWords, for sides: [Side]) -> Format {
        table("rule's “play”") { table in
            let nothing = "the rule would play nothing"
            let kinds = table.optional("kinds", Naming<Move.Kind>.kinds.placed.filled(or: nothing))
            let cards = table.optional("cards", words.deck(of: sides).cards.filled(or: nothing))
            let provenance = table.optional("provenance", Naming<Provenance>.provenances.one)
            let never = table.optional("never", Naming<Persona.Avoided>.avoided.several) ?? []
            let choice = table.optional("choice", Naming<Persona.Choice>.choices.one) ?? .first
            table.report.strangeKinds(kinds ?? [], to: sides)
            if !sides.contains(.training) && (provenance != nil || !never.isEmpty) {
                table.report.error(
                    "a bot that plays Divergence alone has no data to choose among",
                    at: table.place(of: provenance == nil ? "never" : "provenance"))
            }
            let play = Persona.Play(
                kinds: kinds.map { $0.map(\.value) }, cards: cards.map { $0.map(\.value) }, provenance: provenance,
                never: never, choice: choice)
            return PlacedPlay(play: play, cards: (cards ?? []).map(\.place))
        }
    }
}

extension Report {
    /// Complains of kinds of moves that a bot of these sides never makes, and of a concession among others.
    fileprivate func strangeKinds(_ kinds: [Placed<Move.Kind>], to sides: [Side]) {
        for kind in kinds {
            if let side = kind.value.side, !sides.contains(side) {
                error(
                    "\(kind.value.rawValue.quoted) is a move of \(side.player), which this bot does not play",
                    at: kind.place)
            }
            if kind.value == .concede && kinds.count > 1 {
                error("“concede” stands alone: a rule that may play on never gives up", at: kind.place)
            }
        }
    }
}
