public import Game
import Play
import Text

/// What is said of a number that was settled, the same on every front end.
extension MatchAtStep {
    /// The card that has a number; of a condition or a feature, with a plus.
    public func title(of number: Number) -> String {
        let name = record.match.ruleset.card(of: number).name
        switch number {
        case .pattern, .situation: return name.capitalizedFirst
        case .condition, .feature: return "+ " + name
        }
    }

    /// What was settled, as in `Ben disputed “+ out of reach”: 1 in 5, now 1 in 10`.
    public func heading(_ ruling: Event.Ruling) -> String {
        let name = "“\(title(of: ruling.number.number))”"
        let now = ruling.after == ruling.before ? "as before" : "now \(ruling.after.credenceText)"
        return switch ruling.outcome {
        case .stands, .goesBack: "\(self.name(ruling.side)) disputed \(name): \(ruling.before.credenceText), \(now)"
        case .played, .tooDear: "\(self.name(ruling.side)) coined \(name): \(ruling.after.credenceText)"
        }
    }

    /// What each wrote down.
    public func written(_ ruling: Event.Ruling) -> String {
        let sides = [ruling.side, ruling.side.opponent].map { side in
            (name(side), ruling.offers[side])
        }
        let judge = record.header.judge.map { [($0, ruling.offers.judge)] } ?? []
        let texts = (sides + judge).map { writer, offer in
            "\(writer) wrote \(offer.map { $0.bits.credenceText } ?? "nothing")"
        }
        let third =
            ruling.offers.judge == nil
            ? "; the third number is \(ruling.third.credenceText), \(ruling.isCoin ? "the book's" : "that in force")"
            : ""
        return texts.joined(separator: ", ") + third + "."
    }

    /// What it came to.
    public func outcome(_ ruling: Event.Ruling) -> String {
        let middle = "The middle is \(ruling.after.credenceText), \(ruling.after) bits"
        let claimant = name(ruling.side.opponent)
        switch ruling.outcome {
        case .goesBack: return "\(middle): dearer than it was. \(claimant)'s move goes back."
        case .stands where ruling.after == ruling.before: return "\(middle), as it was: everything stands."
        case .stands: return "\(middle): cheaper than it was. \(claimant)'s move stands."
        case .played: return "\(middle), and it is played."
        case .tooDear: return "\(middle): too dear to be played. The coin is spent; the card stays in the match."
        }
    }

    /// What each says it believes, where that is not what it wrote.
    public func believed(_ ruling: Event.Ruling) -> String? {
        let texts = Side.allCases.compactMap { side in
            ruling.beliefs[side].map { "\(name(side)) believes \($0.bits.credenceText)" }
        }
        return texts.isEmpty ? nil : texts.joined(separator: ", ") + "."
    }

    /// All of it, a sentence each.
    public func sentences(_ ruling: Event.Ruling) -> [String] {
        [heading(ruling) + ".", written(ruling), outcome(ruling), believed(ruling)].compactMap(\.self)
    }

}
