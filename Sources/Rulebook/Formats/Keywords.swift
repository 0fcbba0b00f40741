import Game

/// The words of the format itself for the values of a type, such as the sides.
struct KeywordList<Value: RawRepresentable & CaseIterable> where Value.RawValue == String {
    private let values: [Value]
    private let vocabulary: Vocabulary

    init(_ noun: String, plural: String? = nil, where isAmong: (Value) -> Bool = { _ in true }) {
        values = Value.allCases.filter(isAmong)
        vocabulary = Vocabulary(noun, plural: plural ?? noun + "s", values.map(\.rawValue))
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

enum Keywords {
    static var sides: KeywordList<Side> { KeywordList("side") }
    static var modes: KeywordList<Mode> { KeywordList("mode") }
    static var provenances: KeywordList<Provenance> { KeywordList("provenance") }
    static var channels: KeywordList<Channel> { KeywordList("channel") }
    static var kinds: KeywordList<Move.Kind> { KeywordList("kind of move", plural: "kinds of move") }
    /// The kinds of Divergence.
    static var claims: KeywordList<Move.Kind> {
        KeywordList("move of Divergence", plural: "Divergence's moves") { $0.side == .divergence }
    }
    static var traits: KeywordList<Persona.Trait> { KeywordList("trait") }
    static var avoided: KeywordList<Persona.Avoided> { KeywordList("thing to avoid", plural: "things to avoid") }
    static var choices: KeywordList<Persona.Choice> { KeywordList("choice") }
    static var reasons: KeywordList<Verdict.Reason.Kind> {
        KeywordList("reason of a verdict", plural: "reasons of verdicts")
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
