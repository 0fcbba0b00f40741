public import Game

/// What best play comes to from a position, as far as it was proven.
public struct Evaluation: Hashable, Sendable {
    /// Bits that Training ends with; `upper` is `nil` without a finite bound, `isInfinite` when there is none.
    public struct Price: Hashable, Sendable {
        public var lower: Bits
        public var upper: Bits?
        public var isInfinite: Bool

        public init(lower: Bits, upper: Bits?, isInfinite: Bool) {
            self.lower = lower
            self.upper = upper
            self.isInfinite = isInfinite
        }
    }

    /// Moves made at the position, and what they were: it belongs to no other.
    public var moves: [Move]
    /// `nil` where that is not proven.
    public var winner: Side?
    public var grade: Mode?
    public var price: Price
    /// The price with ordinary data only, where the match is in easy mode and that still can be had.
    public var hardPrice: Price?

    public init(moves: [Move], winner: Side?, grade: Mode?, price: Price, hardPrice: Price?) {
        self.moves = moves
        self.winner = winner
        self.grade = grade
        self.price = price
        self.hardPrice = hardPrice
    }

    /// In a few words, such as `best play: Training wins, graded easy; price 15.85 bits (hard 23.00)`.
    public var text: String {
        let outcome = winner.map { "\($0.title) wins" + (grade.map { ", graded \($0.rawValue)" } ?? "") }
        let hard = hardPrice.map { " (hard \($0.text))" } ?? ""
        let unit = price.isInfinite ? "" : " bits"
        return "best play: \(outcome ?? "not proven"); price \(price.text)\(unit)\(hard)"
    }
}

extension Evaluation.Price {
    fileprivate var text: String {
        if isInfinite { return "beyond any" }
        guard let upper else { return "at least \(lower)" }
        return upper == lower ? "\(lower)" : "\(lower) to \(upper)"
    }
}
