import Engine

/// A bot as read, with where its parts stand.
struct PlacedPersona {
    var persona: Persona
    var openings: [[Placed<Move>]] = []
    var rules: [PlacedRule] = []
    var sayings = PlacedSayings()

    var identifier: String { persona.identifier }
}

/// What a bot refers to: cards, by who plays them, and profiles.
struct ScriptWords {
    let house: House
    /// The house first, then the profiles.
    let profiles: Vocabulary
    private let divergence: Vocabulary
    private let training: Vocabulary
    private let all: Vocabulary

    init(_ house: House, profiles: Vocabulary) {
        self.house = house
        self.profiles = Vocabulary("profile", all: [Vocabulary("profile", ["house"]), profiles])
        divergence = Vocabulary("card", all: [house.features.vocabulary, house.patterns.vocabulary])
        training = Vocabulary("card", all: [house.situations.vocabulary])
        all = Vocabulary("card", all: [divergence, training])
    }

    /// The cards that some of these sides play.
    func deck(of sides: some Sequence<Side>) -> Deck {
        let sides = Set(sides)
        guard sides.count == 1, let side = sides.first else { return Deck(own: all, side: nil, others: all) }
        return side == .divergence
            ? Deck(own: divergence, side: side, others: training)
            : Deck(own: training, side: side, others: divergence)
    }
}

/// The cards that may stand at one place of a script.
struct Deck {
    let own: Vocabulary
    /// Who plays them; `nil`: either.
    let side: Side?
    /// The cards that only the other side plays.
    let others: Vocabulary

    /// The card of that name; `nil`, and reported, where the deck has none.
    func card(_ word: String, at place: Place, _ report: Report) -> String? {
        if let side, !own.contains(word), others.contains(word) {
            report.error("\(word.quoted) is a card that only \(side.opponent.player) plays", at: place)
            return nil
        }
        return own.index(of: word, at: place, report).map { own.words[$0] }
    }

    /// None twice, each with where it stands.
    var cards: Format<[Placed<String>]> {
        let card = Format<String>("a card") { item, report in
            Format<String>.text.read(item, report).flatMap { self.card($0, at: item.place, report) }
        }
        return .distinct(own.plural, card) { $0 }
    }

    /// A mapping by card, each with where it stands.
    func mapping<Part>(to part: Format<Part>) -> Format<[(key: Placed<String>, part: Part)]> {
        .byKey(own.noun, card) { part }
    }
}

extension Table {
    private static var openingLimit: Int { 100 }
    private static var ruleLimit: Int { 200 }

    /// `nil` without an identifier.
    func persona(_ words: ScriptWords) -> PlacedPersona? {
        let identifier = required("id", .identifier)
        let name = optional("name", .name)
        let text = required("text", .text)
        let sides = required("sides", Naming<Side>.sides.several.filled(or: "the bot would never play")) ?? []
        let profile = optional("profile", .word(of: words.profiles))
        let openings = optional("openings", .openings(words.house).capped(at: Self.openingLimit, "openings"))
        // Without sides, which is complained of, nothing further is said about whose cards and moves these are.
        let players = sides.isEmpty ? Side.allCases : sides
        let rule = Format<PlacedRule>.rule(words, for: players)
        let rules = optional("rules", .list(of: "rules", rule).capped(at: Self.ruleLimit, "rules"))
        let sayings = optional("sayings", .sayings(words, for: players))
        guard let identifier else { return nil }
        needName(ifWide: identifier, for: "bot")
        var persona = Persona(identifier: identifier, name: name, text: text ?? "", sides: sides)
        persona.profile = profile.flatMap { $0 == 0 ? nil : words.profiles.words[$0] }
        persona.openings = (openings ?? []).map { $0.map(\.value) }
        persona.rules = (rules ?? []).map(\.rule)
        persona.sayings = sayings?.sayings ?? Persona.Sayings()
        return PlacedPersona(
            persona: persona, openings: openings ?? [], rules: rules ?? [], sayings: sayings ?? PlacedSayings())
    }
}

extension Format where Value == [[Placed<Move>]] {
    private static var moveLimit: Int { 100 }

    /// Lines of moves from the start of a match, the sides in turn.
    fileprivate static func openings(_ house: House) -> Format {
        let items = Format<[Item]>("a list of moves") {
            if case .list(let items) = $0 { items } else { nil }
        }
        let line = Format<[Placed<Move>]>(items.expected) { item, report in
            items.read(item, report)?.enumerated().compactMap { index, item in
                Format<Move>.move(of: index % 2 == 0 ? .divergence : .training, house).placed.read(item, report)
            }
        }
        return list(
            of: "openings", line.filled(or: "there is nothing to follow").capped(at: moveLimit, "moves"))
    }
}

extension Format where Value == Move {
    /// A move of one side in notation, not a concession.
    fileprivate static func move(of side: Side, _ house: House) -> Format {
        Format("a move") { item, report in
            guard let text = Format<String>.text.read(item, report) else { return nil }
            let words = text.split(separator: " ").map(String.init)
            guard let verb = words.first else { return nil }
            guard let kind = Move.Kind(rawValue: verb) else {
                report.error(
                    "\(verb.quoted) is no kind of move\(verb.suggestion(among: Move.Kind.allCases.map(\.rawValue)))",
                    at: item.place)
                return nil
            }
            guard kind.side == side else {
                let complaint = kind == .concede ? "an opening has no concession" : "it is \(side.player)'s turn here"
                report.error(complaint, at: item.place)
                return nil
            }
            guard words.count == (kind == .counter ? 3 : 2) else {
                report.error("\(NotationError.shape(kind, words: words.count - 1))", at: item.place)
                return nil
            }
            return move(kind, words, Item(place: item.place, content: .quoted(words[1])), house, report)
        }
    }

    private static func move(_ kind: Move.Kind, _ words: [String], _ card: Item, _ house: House, _ report: Report)
        -> Move?
    {
        switch kind {
        case .propose, .shallower, .misattribute:
            Format<Int>.word(of: house.patterns.vocabulary).read(card, report).map(Pattern.ID.init).map {
                kind == .propose ? .propose($0) : kind == .shallower ? .shallower($0) : .misattribute($0)
            }
        case .sophisticate:
            Format<Int>.word(of: house.features.vocabulary).read(card, report).map { .sophisticate(Feature.ID($0)) }
        case .counter:
            counter(words, card, house, report)
        case .concede:
            nil
        }
    }

    private static func counter(_ words: [String], _ card: Item, _ house: House, _ report: Report) -> Move? {
        let situation = Format<Int>.word(of: house.situations.vocabulary).read(card, report)
        guard let provenance = Provenance(rawValue: words[2]) else {
            report.error("\(NotationError.unknownProvenance(words[2].cut))", at: card.place)
            return nil
        }
        return situation.map { .counter(Situation.ID($0), provenance) }
    }
}
