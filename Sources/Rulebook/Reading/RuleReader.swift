import Game

extension Format where Value == Placed<Persona.Rule> {
    /// A rule of a bot that plays these sides, with where it stands.
    static func rule(_ words: ScriptVocabulary, for sides: [Side]) -> Format {
        Format<Persona.Rule>.mapping("rule") { mapping in
            let when = mapping.optional("when", .when(words)) ?? Persona.When()
            return mapping.required("play", .play(words, for: sides)).map { Persona.Rule(when: when, play: $0) }
        }.placed
    }
}

extension Format where Value == Persona.When {
    fileprivate static func when(_ words: ScriptVocabulary) -> Format {
        mapping("rule's “when”") { mapping in
            let never = "the rule would never fit"
            let live = mapping.optional("live", .words(of: words.lists.patterns.vocabulary).filled(or: never))
            var when = Persona.When()
            when.mode = mapping.optional("mode", Keywords.modes.one)
            when.live = live?.map(Pattern.ID.init)
            when.traits = mapping.optional("traits", Keywords.traits.several)
            when.depth = mapping.optional("depth", .range(.whole("levels", from: 1)))
            when.by = mapping.optional("by", Keywords.claims.several.filled(or: never))
            when.whackedBy = mapping.optional(
                "whacked_by", .words(of: words.lists.situations.vocabulary).filled(or: never))?
                .map(Situation.ID.init)
            when.channels = mapping.optional("channels", Keywords.channels.several.filled(or: never))
            when.naturalness = mapping.optional("naturalness", .range(.share))
            when.plausibility = mapping.optional("plausibility", .range(.share))
            when.margin = mapping.optional("margin", .range(.whole("steps", from: 0)))
            when.proposals = mapping.optional("proposals", .range(.whole("proposals", from: 0)))
            when.corpus = mapping.optional("corpus", .range(.whole("data", from: 0)))
            return when
        }
    }
}

extension Format where Value == Persona.Play {
    fileprivate static func play(_ words: ScriptVocabulary, for sides: [Side]) -> Format {
        mapping("rule's “play”") { mapping in
            let nothing = "the rule would play nothing"
            let kinds = mapping.optional("kinds", Keywords.kinds.placed.filled(or: nothing))
            let cards = mapping.optional("cards", words.scope(of: sides).cards.filled(or: nothing))
            let provenance = mapping.optional("provenance", Keywords.provenances.one)
            let never = mapping.optional("never", Keywords.avoided.several) ?? []
            let choice = mapping.optional("choice", Keywords.choices.one) ?? .first
            let within = mapping.optional("within", .bits) ?? 0
            if within > 0, choice != .cheapest, choice != .dearest {
                mapping.report.warning(
                    "this does nothing: only the choices “cheapest” and “dearest” go by bits",
                    at: mapping.place(of: "within"))
            }
            let positions = mapping.optional("positions", .positions)
            if positions != nil, choice != .best {
                mapping.report.warning(
                    "this does nothing: only the choice “best” looks at positions", at: mapping.place(of: "positions"))
            }
            mapping.report.strangeKinds(kinds ?? [], to: sides)
            if !sides.contains(.training), provenance != nil || never.contains(where: { $0.side == .training }) {
                mapping.report.error(
                    "a bot that plays Divergence alone has no data to choose among",
                    at: mapping.place(of: provenance == nil ? "never" : "provenance"))
            }
            if sides == [.training], never.contains(.late) {
                mapping.report.error(
                    "only divergences come “late”, and this bot plays Training alone", at: mapping.place(of: "never"))
            }
            return Persona.Play(
                kinds: kinds?.map(\.value), cards: cards?.map(\.value), provenance: provenance, never: never,
                choice: choice, within: Bits(millibits: within),
                positions: positions ?? Persona.Play.usualPositions)
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
