import Ensemble
public import Game
import Play
import Text

/// What is known of a card that is being made up, before anybody has written for its number.
public struct CoinPreview: Hashable, Sendable {
    /// What the book says of it; `nil`: nothing, as the card cannot be.
    public let book: Bits?
    /// What its move would claim at the book's number: the strain of a divergence, the cost of a datum.
    public let claimAtBook: Bits?
    /// The same at credence 1.
    public let claimAtOne: Bits?
    /// Whether it could be played at the book's number.
    public let isPlayedAtBook: Bool
    /// Why it would be refused, and the coin kept; `nil`: its number may be settled.
    public let refusal: String?
    /// All of it, a sentence each.
    public let sentences: [String]
}

extension MatchAtStep {
    /// What is known of a card that the side to move would coin.
    public func preview(of coin: Coin) -> CoinPreview {
        let session = Session(record)
        let book = try? position.rules.bookPrice(of: coin)
        var refusal: String?
        do { _ = try session.sealing(.coin(coin)) } catch { refusal = "\(error)" }
        let atOne = session.settling(.coin(coin), at: .certain)
        let atBook = book.flatMap { session.settling(.coin(coin), at: Credence(nearest: $0)) }
        let claimAtOne = atOne.map { claim(of: coin, in: $0).bits }
        let claimAtBook = atBook.map { claim(of: coin, in: $0).bits }
        let isPlayed = atBook?.steps.last?.made != nil
        var sentences = book.map { [priced(coin, $0)] } ?? []
        if let refusal {
            sentences.append(refusal.capitalizedFirst + ". The coin is kept.")
        } else if let atOne, let claimAtOne, let claimAtBook {
            sentences.append(claims(claimAtBook, isPlayed, claimAtOne))
            sentences.append(effect(of: coin, atOne))
        }
        return CoinPreview(
            book: book, claimAtBook: claimAtBook, claimAtOne: claimAtOne, isPlayedAtBook: isPlayed, refusal: refusal,
            sentences: sentences)
    }

    /// The book's number, and what it is made of.
    private func priced(_ coin: Coin, _ book: Bits) -> String {
        let rules = position.rules
        let parts: [(String, Bits)]
        switch coin.kind {
        case .pattern(_, let trigger, _):
            parts = trigger.map { (ruleset[$0].name, rules.prices.condition[$0.index]) }
        case .situation(let provenance, let exhibits, _):
            parts = exhibits.map { feature in
                (ruleset[feature].name, rules.bits(of: feature, provenance) ?? ruleset.limits.unlisted)
            }
        }
        let factors = [("unlisted", ruleset.limits.unlisted)] + parts
        let product = factors.map { "\($0.0) \($0.1.credenceText)" }.joined(separator: ", times ")
        return "The book says \(book.credenceText), \(book) bits: \(product)."
    }

    /// What it would take of a limit.
    private func claims(_ atBook: Bits, _ isPlayed: Bool, _ atOne: Bits) -> String {
        let side = position.sideToMove
        let room = side == .divergence ? position.limit(of: side) : position.limit(of: side) - position.strain(of: side)
        let verb = side == .divergence ? "strains" : "costs"
        return "At that it \(verb) \(atBook) bits, at credence 1 \(atOne), of the \(room) that \(name(side)) "
            + (side == .divergence ? "may strain" : "has left") + (isPlayed ? "." : ": too dear at the book's number.")
    }

    /// What it evades, or catches.
    private func effect(of coin: Coin, _ atOne: Match) -> String {
        let prospect = claim(of: coin, in: atOne)
        if prospect.divergence != nil {
            let data = position.corpus.count
            let evaded = data == 0 ? nil : "evades \(data == 1 ? "the one datum" : "all \(data) data")"
            let depth = atOne.ruleset.patterns.last.map { "has depth \($0.depth)" }
            let step = prospect.horizon.map {
                "comes at step \($0), before the pivotal act at \(position.pivotalStep)"
            }
            return "It " + [evaded, depth, step].compactMap(\.self).joined(separator: ", ") + "."
        }
        let standing = EnsembleBook(position.rules).standing(in: position)
        let caught = standing.count { atOne.position.whacker(of: $0) != nil }
        let whole =
            standing.count == 1 ? "1 divergence that still stands" : "\(standing.count) divergences that still stand"
        return "It catches \(caught) of \(whole)."
    }

    /// The move that plays a card, in a match in which that has a number, whether or not it was too dear.
    private func claim(of coin: Coin, in settled: Match) -> Prospect {
        let made = settled.steps.last?.made
        return (made?.before ?? settled.position).prospect(of: coin.move(after: ruleset))
    }

    /// What would become of a card if its number were settled so.
    func fate(of coin: Coin, _ settled: Match) -> String {
        let prospect = claim(of: coin, in: settled)
        let number = ruleset.quoted(coin)
        let bits = settled.rules.prices[number] ?? .zero
        guard settled.steps.last?.made == nil else { return "That is \(bits) bits, and the card would be played." }
        let objections = settled.position.objections(to: prospect).joined(separator: "; ")
        return "That is \(bits) bits, too dear: \(objections). The coin would be spent, and the card stay in the match."
    }

    /// What the other side could say to a card that is played, and the cheapest of that.
    func answers(to coin: Coin, _ settled: Match) -> [String] {
        guard let made = settled.steps.last?.made else { return [] }
        let other = name(position.sideToMove.opponent)
        let replies = settled.position.legalProspects
        guard let cheapest = replies.min(by: { $0.bits < $1.bits }) else {
            return ["\(other) would have no answer, and lose."]
        }
        let count = counted(replies.count, "answer")
        let title = "“\(title(cheapest))”"
        let answers = "\(other) would have \(count), the cheapest \(title) for \(cheapest.bits) bits"
        guard position.sideToMove == .training else { return [answers + "."] }
        let toll = made.before.outlook(of: made.before.prospect(of: made.move)).toll
        return [
            answers + "; the dearest to answer would cost \(name(.training)) "
                + (toll.map { "\($0) bits." } ?? "more than can be paid.")
        ]
    }
}
