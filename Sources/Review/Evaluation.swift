public import Game
public import Play
public import Solver

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

    /// `nil` where that is not proven.
    public var winner: Side?
    public var grade: Mode?
    public var price: Price
    /// The price with ordinary data only, where the match is in easy mode and that still can be had.
    public var hardPrice: Price?

    public init(winner: Side?, grade: Mode?, price: Price, hardPrice: Price?) {
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
    init(_ solution: Solution) {
        self.init(lower: solution.priceLower, upper: solution.priceUpper, isInfinite: solution.isInfinite)
    }

    /// To the last thousandth, with its unit.
    var phrase: String {
        if isInfinite { return "beyond any" }
        guard let upper else { return "at least \(lower.exactBits)" }
        return upper == lower ? lower.exactBits : "\(lower.exactText) to \(upper.exactBits)"
    }

    /// With two decimals, without a unit.
    public var text: String {
        if isInfinite { return "beyond any" }
        guard let upper else { return "at least \(lower)" }
        return upper == lower ? "\(lower)" : "\(lower) to \(upper)"
    }
}

extension Evaluation {
    /// Of where a match stands, as far as the limits allow; they hold for each price.
    public init(
        of record: MatchRecord, limits: SearchLimits = SearchLimits(seconds: 10),
        cancellation: Cancellation = Cancellation()
    ) {
        func solution(_ position: Position) -> Solution {
            Analysis(of: position, limits: limits, cancellation: cancellation).solution(to: .price)
        }
        let found = solution(record.position)
        let hard = cancellation.isCancelled ? nil : record.match.inHardMode.map { Price(solution($0)) }
        self.init(winner: found.winner, grade: found.grade, price: Price(found), hardPrice: hard)
    }
}

extension Match {
    /// Where an easy match stands, were it one in hard mode; `nil` where it could not be.
    fileprivate var inHardMode: Position? {
        guard rules.mode == .easy else { return nil }
        var match = Match(Rules(start.ruleset, mode: .hard, prices: start.rules.prices))
        for step in steps {
            do { try match.apply(step.act) } catch { return nil }
        }
        return match.position
    }
}
