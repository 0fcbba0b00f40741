import Game

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
