import Game

extension Format where Value == Placed<Persona.Rule> {
    /// A rule of a bot that plays these sides, with where it stands.
    static func rule(_ words: ScriptWords, for sides: [Side]) -> Format {
        Format<Persona.Rule>.table("rule") { table in
            let when = table.optional("when", .when(words)) ?? Persona.When()
            return table.required("play", .play(words, for: sides)).map { Persona.Rule(when: when, play: $0) }
        }.placed
    }
}

extension Format where Value == Persona.When {
    fileprivate static func when(_ words: ScriptWords) -> Format {
        table("rule's “when”") { table in
            let never = "the rule would never fit"
            let live = table.optional("live", .words(of: words.house.patterns.vocabulary).filled(or: never))
            var when = Persona.When()
            when.mode = table.optional("mode", Naming<Mode>.modes.one)
            when.live = live?.map(Pattern.ID.init)
            when.traits = table.optional("traits", Naming<Persona.Trait>.traits.several)
            when.depth = table.optional("depth", .range(.whole("levels", from: 1)))
            when.by = table.optional("by", Naming<Move.Kind>.claims.several.filled(or: never))
            when.whackedBy = table.optional(
                "whacked_by", .words(of: words.house.situations.vocabulary).filled(or: never))?
                .map(Situation.ID.init)
            when.channels = table.optional("channels", Naming<Channel>.channels.several.filled(or: never))
            when.naturalness = table.optional("naturalness", .range(.share))
            when.plausibility = table.optional("plausibility", .range(.share))
            when.margin = table.optional("margin", .range(.whole("steps", from: 0)))
            when.proposals = table.optional("proposals", .range(.whole("proposals", from: 0)))
            when.corpus = table.optional("corpus", .range(.whole("data", from: 0)))
            return when
        }
    }
}

extension Format where Value == Persona.Play {
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
            return Persona.Play(
                kinds: kinds?.map(\.value), cards: cards?.map(\.value), provenance: provenance, never: never,
                choice: choice)
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
