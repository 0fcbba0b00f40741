import Game

/// A few values that the format itself has words for, such as the sides.
struct Naming<Value: RawRepresentable> where Value.RawValue == String {
    private let values: [Value]
    private let vocabulary: Vocabulary

    init(_ noun: String, plural: String, _ values: [Value]) {
        self.values = values
        vocabulary = Vocabulary(noun, plural: plural, values.map(\.rawValue))
    }

    var one: Format<Value> {
        Format<Int>.word(of: vocabulary).map { values[$0] }
    }

    /// None twice.
    var several: Format<[Value]> {
        placed.map { $0.map(\.value) }
    }

    /// None twice, each with where it stands.
    var placed: Format<[Placed<Value>]> {
        Format<[Placed<Int>]>.placedWords(of: vocabulary).map { words in
            words.map { Placed(value: values[$0.value], place: $0.place) }
        }
    }

    /// A mapping by these words, each with where it stands.
    func mapping<Part>(to part: Format<Part>) -> Format<[(key: Placed<Value>, part: Part)]> {
        .byKey(vocabulary.noun) { key, place, report in
            vocabulary.index(of: key, at: place, report).map { values[$0] }
        } part: {
            part
        }
    }
}

extension Format {
    /// A mapping whose keys `word` reads, in the order of the file, with where each key stands.
    static func byKey<Word, Part>(
        _ noun: String, _ word: @escaping (String, Place, Report) -> Word?, part: @escaping () -> Format<Part>
    ) -> Format where Value == [(key: Placed<Word>, part: Part)] {
        let entries = Format<[Item.Entry]>("a mapping by \(noun)") {
            if case .table(let entries) = $0 { entries } else { nil }
        }
        return Format(entries.expected) { item, report in
            entries.read(item, report)?.compactMap { entry in
                guard let word = word(entry.key, entry.place, report), let part = part().read(entry.value, report)
                else { return nil }
                return (Placed(value: word, place: entry.place), part)
            }
        }
    }
}

extension Naming where Value == Side {
    static var sides: Naming { Naming("side", plural: "sides", Side.allCases) }
}

extension Naming where Value == Mode {
    static var modes: Naming { Naming("mode", plural: "modes", Mode.allCases) }
}

extension Naming where Value == Provenance {
    static var provenances: Naming { Naming("provenance", plural: "provenances", Provenance.allCases) }
}

extension Naming where Value == Channel {
    static var channels: Naming { Naming("channel", plural: "channels", Channel.allCases) }
}

extension Naming where Value == Move.Kind {
    static var kinds: Naming { Naming("kind of move", plural: "kinds of move", Move.Kind.allCases) }
    /// Those of Divergence.
    static var claims: Naming {
        Naming("move of Divergence", plural: "Divergence's moves", Move.Kind.allCases.filter { $0.side == .divergence })
    }
}

extension Naming where Value == Persona.Trait {
    static var traits: Naming { Naming("trait", plural: "traits", Persona.Trait.allCases) }
}

extension Naming where Value == Persona.Avoided {
    static var avoided: Naming { Naming("thing to avoid", plural: "things to avoid", Persona.Avoided.allCases) }
}

extension Naming where Value == Persona.Choice {
    static var choices: Naming { Naming("choice", plural: "choices", Persona.Choice.allCases) }
}

extension Naming where Value == Verdict.Reason.Kind {
    static var reasons: Naming {
        Naming("reason of a verdict", plural: "reasons of verdicts", Verdict.Reason.Kind.allCases)
    }
}

extension Move.Kind {
    /// The side that makes such moves; `nil` for a concession, which is either's.
    var side: Side? {
        switch self {
        case .propose, .sophisticate, .shallower, .misattribute: .divergence
        case .counter: .training
        case .concede: nil
        }
    }
}

extension Side {
    /// As messages name it.
    var player: String { self == .divergence ? "Divergence" : "Training" }
}
