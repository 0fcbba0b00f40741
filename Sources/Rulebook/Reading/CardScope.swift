import Game

/// The words of a bot's script that name something of the file: its cards, by who plays them, and its profiles.
struct ScriptVocabulary {
    let lists: CardLists
    /// `house`, then the identifiers of the profiles.
    let profiles: Vocabulary
    private let divergence: Vocabulary
    private let training: Vocabulary
    private let all: Vocabulary

    init(_ lists: CardLists, profiles: Vocabulary) {
        self.lists = lists
        self.profiles = Vocabulary("profile", all: [Vocabulary("profile", ["house"]), profiles])
        divergence = Vocabulary("card", all: [lists.features.vocabulary, lists.patterns.vocabulary])
        training = Vocabulary("card", all: [lists.situations.vocabulary])
        all = Vocabulary("card", all: [divergence, training])
    }

    /// Any feature.
    var features: CardScope { CardScope(own: lists.features.vocabulary, side: nil, others: all) }

    /// The cards that some of these sides play.
    func scope(of sides: some Sequence<Side>) -> CardScope {
        let sides = Set(sides)
        guard sides.count == 1, let side = sides.first else { return CardScope(own: all, side: nil, others: all) }
        return side == .divergence
            ? CardScope(own: divergence, side: side, others: training)
            : CardScope(own: training, side: side, others: divergence)
    }
}

/// The cards that may stand at one place of a script.
struct CardScope {
    let own: Vocabulary
    /// Who plays them; `nil`: either.
    let side: Side?
    /// The cards that only the other side plays.
    let others: Vocabulary

    /// The card of that name; `nil`, and reported, where there is none that may stand here.
    func card(_ word: String, at place: Place, _ report: Report) -> String? {
        if let side, !own.contains(word), others.contains(word) {
            report.error("\(word.quoted) is a card that only \(side.opponent.player) plays", at: place)
            return nil
        }
        return own.index(of: word, at: place, report).map { own.words[$0] }
    }

    /// A list of cards, none twice, each with where it stands.
    var cards: Format<[Placed<String>]> {
        .distinct(own.plural, Format<String>.word.then(card)) { $0 }
    }

    /// A mapping by card, each with where it stands.
    func mapping<Part>(to part: Format<Part>) -> Format<[(key: Placed<String>, part: Part)]> {
        .byKey(own.noun, card) { _ in part }
    }
}
