public import Game
import Text

extension Settlement {
    /// Which number counts with those of the two players where nobody judges, as most of a sentence.
    public var lawWithoutJudge: String {
        let third =
            switch self {
            case .dispute: "the number in force"
            case .coin: "the book's number"
            }
        return "Without a judge \(third) is the third; the middle one counts"
    }
}

/// What whoever writes for a number is told of it first.
extension MatchAtStep {
    /// What the ruleset and the opponent's move say of a number.
    public func told(of number: DisputableNumber) -> [String] {
        let why = number.why.map { "The ruleset: \($0.asSentence)" }
        let said = wordsOfLastMove.map { "\(name(position.sideToMove.opponent)) said: “\($0)”" }
        return [why ?? "The ruleset gives no reason.", said].compactMap(\.self)
    }

    /// The same of whatever is settled, with what it is.
    public func told(of subject: Settlement) -> [String] {
        switch subject {
        case .dispute(let number):
            guard let known = numbersBehindLastMove.first(where: { $0.number == number }) else { return [] }
            return ["“\(known.title)”: in force \(known.inForce.credenceText), \(known.inForce) bits."]
                + told(of: known)
        case .coin(let coin):
            return ["“\(title(of: coin))”: \(contents(of: coin))"] + preview(of: coin).sentences.prefix(2)
        }
    }

    private func title(of coin: Coin) -> String {
        String(coin.identifier.map { $0 == "-" ? " " : $0 }).capitalizedFirst
    }

    /// What is written on a card, and what it needs or shows.
    private func contents(of coin: Coin) -> String {
        let features: FeatureSet
        let ending: String
        switch coin.kind {
        case .pattern(_, let trigger, _): (features, ending) = (trigger, "Needs")
        case .situation(_, let exhibits, let channel):
            (features, ending) = (exhibits, "Seen in \(channel.rawValue). Shows")
        }
        let act = coin.act.map { "Then: \($0)".asSentence }
        let names = features.map { ruleset[$0].name }.joined(separator: ", ")
        return [coin.text.asSentence, act, "\(ending): \(names)."].compactMap(\.self).joined(separator: " ")
    }
}
