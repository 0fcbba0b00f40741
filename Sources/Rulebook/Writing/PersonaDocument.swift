import Game
import Text

extension Persona {
    /// In the shape of the ruleset file, what has a standard value left out.
    func json(in ruleset: Ruleset) -> JSON {
        let standard = Persona(identifier: identifier, text: text, sides: sides).name
        let openings = openings.map { JSON.list($0.map(ruleset.notation)) }
        return .object([
            ("id", .text(identifier)),
            name == standard ? nil : ("name", .text(name)),
            ("text", .text(text)),
            ("sides", .words(sides)),
            profile.map { ("profile", .text($0)) },
            openings.isEmpty ? nil : ("openings", .list(openings)),
            rules.isEmpty ? nil : ("rules", .list(rules.map { $0.json(in: ruleset) })),
            sayings == Sayings() ? nil : ("sayings", sayings.json),
        ])
    }
}

extension Persona.Rule {
    fileprivate func json(in ruleset: Ruleset) -> JSON {
        .object([when == Persona.When() ? nil : ("when", when.json(in: ruleset)), ("play", play.json)])
    }
}

extension Persona.When {
    fileprivate func json(in ruleset: Ruleset) -> JSON {
        .object([
            mode.map { ("mode", .text($0.rawValue)) },
            live.map { ("live", .list($0.map { ruleset[$0].identifier })) },
            traits.map { ("traits", .words($0)) },
            depth.map { ("depth", .range($0)) },
            by.map { ("by", .words($0)) },
            whackedBy.map { ("whacked_by", .list($0.map { ruleset[$0].identifier })) },
            channels.map { ("channels", .words($0)) },
            naturalness.map { ("naturalness", .range($0, places: 3)) },
            plausibility.map { ("plausibility", .range($0, places: 3)) },
            margin.map { ("margin", .range($0)) },
            proposals.map { ("proposals", .range($0)) },
            corpus.map { ("corpus", .range($0)) },
        ])
    }
}

extension Persona.Play {
    fileprivate var json: JSON {
        .object([
            kinds.map { ("kinds", .words($0)) },
            cards.map { ("cards", .list($0)) },
            provenance.map { ("provenance", .text($0.rawValue)) },
            never.isEmpty ? nil : ("never", .words(never)),
            choice == .first ? nil : ("choice", .text(choice.rawValue)),
            within == .zero ? nil : ("within", .number(decimal(within.millibits, places: 3))),
        ])
    }
}

extension Persona.Sayings {
    fileprivate var json: JSON {
        .object([
            play.isEmpty ? nil : ("play", .byKey(play, JSON.oneOrMore)),
            meet.isEmpty ? nil : ("meet", .byKey(meet, JSON.oneOrMore)),
            add.isEmpty ? nil : ("add", .byKey(add, JSON.oneOrMore)),
            moves.isEmpty ? nil : ("moves", .byKey(moves.byName) { .list($0) }),
            objection.isEmpty ? nil : ("objection", .list(objection)),
            verdict.isEmpty ? nil : ("verdict", .byKey(verdict.byName) { .list($0) }),
        ])
    }
}

extension Dictionary where Key: RawRepresentable, Key.RawValue == String {
    fileprivate var byName: [String: Value] {
        Dictionary<String, Value>(uniqueKeysWithValues: map { ($0.key.rawValue, $0.value) })
    }
}

extension JSON {
    fileprivate static func words(_ values: [some RawRepresentable<String>]) -> JSON {
        .list(values.map(\.rawValue))
    }

    fileprivate static func oneOrMore(_ lines: [String]) -> JSON {
        lines.count == 1 ? .text(lines[0]) : .list(lines)
    }

    /// The two ends, in `10^−places`.
    fileprivate static func range(_ range: ClosedRange<Int>, places: Int = 0) -> JSON {
        .list([range.lowerBound, range.upperBound].map { .number(decimal($0, places: places)) })
    }

    /// The same line whatever the order of the dictionary.
    fileprivate static func byKey<Part>(_ parts: [String: Part], _ part: (Part) -> JSON) -> JSON {
        .object(parts.sorted { $0.key < $1.key }.map { ($0.key, part($0.value)) })
    }
}
