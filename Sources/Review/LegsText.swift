import Game
import Play

/// What two matches with the sides swapped come to. Source: RULES §15.
extension Narration {
    /// Who won the legs, by how many bits, and so both; empty for a match that stands alone, or goes on.
    public var legs: [String] {
        let record = shown.record
        guard let leg = record.header.leg, let score = record.score else { return [] }
        guard let first = leg.first, let result = record.result else {
            return ["The first of two legs: \(told(score.winner.map(shown.name), score.margin))."]
        }
        // Who played a side there plays the other here.
        let before = told(first.score.winner.map { shown.name($0.opponent) }, first.score.margin)
        let both = "First leg: \(before); second: \(told(score.winner.map(shown.name), score.margin))."
        guard let winner = result.winner else { return ["\(both) Together that is a draw."] }
        guard result.margin > .zero else {
            return ["\(both) Level on bits, \(shown.name(winner)) wins by the legs won."]
        }
        return ["\(both) Together \(shown.name(winner)) wins by \(result.margin) bits."]
    }

    private func told(_ winner: String?, _ margin: Bits) -> String {
        winner.map { "\($0) won with \(margin) bits of the limit to spare" } ?? "a draw"
    }
}
