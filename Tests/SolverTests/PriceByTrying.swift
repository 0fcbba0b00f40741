import Game

/// The price of safety found by trying every move, with no idea but that equal positions cost the same.
struct PriceByTrying {
    /// All that the rest of a game depends on.
    private struct Key: Hashable {
        let side: Side
        let live: Divergence?
        let horizon: Int?
        let proposalsLeft: Int
        let corpus: Set<[Int]>

        init(_ position: Position) {
            side = position.sideToMove
            live = position.live
            horizon = position.horizon
            proposalsLeft = position.proposalsLeft
            corpus = Set(position.corpus.map { [$0.situation.index, Int(bitPattern: UInt($0.exhibits.rawValue))] })
        }
    }

    /// The bits of a position that are still to pay; `nil`: Divergence wins at any price.
    private var known: [Key: Int?] = [:]
    /// Positions that may still be tried.
    private var budget: Int

    /// The millibits that Training ends with under best play; `.max`: Divergence wins at any price.
    ///
    /// - Precondition: Training's limit is never reached.
    /// - Returns: `nil` where that would take more positions than that.
    static func price(of position: Position, within budget: Int = 20_000) -> Int? {
        var trying = PriceByTrying(budget: budget)
        let rest = trying.rest(of: position)
        guard trying.budget > 0 else { return nil }
        return rest.map { $0 + position.corpusStrain.millibits } ?? .max
    }

    private init(budget: Int) {
        self.budget = budget
    }

    private mutating func rest(of position: Position) -> Int? {
        let key = Key(position)
        if let rest = known[key] { return rest }
        budget -= 1
        guard budget > 0 else { return nil }
        var found: [Int?] = []
        for move in position.legalMoves.dropLast() {
            guard let next = try? position.playing(move) else { preconditionFailure("\(move) is not legal") }
            let paid = next.corpusStrain.millibits - position.corpusStrain.millibits
            found.append(rest(of: next).map { $0 + paid })
        }
        let rest: Int?
        if position.sideToMove == .training {
            rest = found.compactMap(\.self).min()
        } else {
            rest = found.contains(nil) ? nil : found.compactMap(\.self).max() ?? 0
        }
        known[key] = .some(rest)
        return rest
    }
}

extension Ruleset {
    /// The ruleset with a limit of `plausibility` that is never reached.
    var withoutPlausibility: Ruleset {
        var ruleset = self
        ruleset.limits[.plausibility] = 1_000_000_000
        return ruleset
    }
}

extension Match {
    /// The price of safety by trying every move, in the match's mode or a harder one; `.max`: none is enough.
    ///
    /// - Precondition: the match is of moves alone.
    /// - Returns: `nil` where that would take too long.
    func priceByTrying(_ mode: Mode? = nil) throws -> Int? {
        var match = Match(Rules(ruleset.withoutPlausibility, mode: mode ?? rules.mode))
        for move in moves { try match.play(move) }
        return PriceByTrying.price(of: match.position)
    }
}
