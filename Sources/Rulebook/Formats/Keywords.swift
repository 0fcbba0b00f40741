import Game

/// The words of the format itself for a few values, such as the sides.
struct Keywords<Value: RawRepresentable> where Value.RawValue == String {
    private let values: [Value]
    private let vocabulary: Vocabulary

    init(_ noun: String, plural: String, _ values: [Value]) {
        self.values = values
        vocabulary = Vocabulary(noun, plural: plural, values.map(\.rawValue))
    }

    /// One of these words.
    var one: Format<Value> {
        Format<Int>.word(of: vocabulary).map { values[$0] }
    }

    /// A list of these words, none twice.
    var several: Format<[Value]> {
        placed.map { $0.map(\.value) }
    }

    /// The same, each with where it stands.
    var placed: Format<[Placed<Value>]> {
        Format<[Placed<Int>]>.placedWords(of: vocabulary).map { words in
            words.map { Placed(value: values[$0.value], place: $0.place) }
        }
    }

    /// A mapping by these words, each with where it stands.
    func mapping<Part>(to part: Format<Part>) -> Format<[(key: Placed<Value>, part: Part)]> {
        .byKey(vocabulary.noun) { key, place, report in
            vocabulary.index(of: key, at: place, report).map { values[$0] }
        } part: { _ in
            part
        }
    }
}

extension Keywords where Value == Side {
    static var sides: Keywords { Keywords("side", plural: "sides", Side.allCases) }
}

extension Keywords where Value == Mode {
    static var modes: Keywords { Keywords("mode", plural: "modes", Mode.allCases) }
}

extension Keywords where Value == Provenance {
    static var provenances: Keywords { Keywords("provenance", plural: "provenances", Provenance.allCases) }
}

extension Keywords where Value == Channel {
    static var channels: Keywords { Keywords("channel", plural: "channels", Channel.allCases) }
}

extension Keywords where Value == Move.Kind {
    static var kinds: Keywords { Keywords("kind of move", plural: "kinds of move", Move.Kind.allCases) }
    /// Those of Divergence.
    static var claims: Keywords {
        Keywords(
            "move of Divergence", plural: "Divergence's moves", Move.Kind.allCases.filter { $0.side == .divergence })
    }
}

extension Keywords where Value == Persona.Trait {
    static var traits: Keywords { Keywords("trait", plural: "traits", Persona.Trait.allCases) }
}

extension Keywords where Value == Persona.Avoided {
    static var avoided: Keywords { Keywords("thing to avoid", plural: "things to avoid", Persona.Avoided.allCases) }
}

extension Keywords where Value == Persona.Choice {
    static var choices: Keywords { Keywords("choice", plural: "choices", Persona.Choice.allCases) }
}

extension Keywords where Value == Verdict.Reason.Kind {
    static var reasons: Keywords {
        Keywords("reason of a verdict", plural: "reasons of verdicts", Verdict.Reason.Kind.allCases)
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
