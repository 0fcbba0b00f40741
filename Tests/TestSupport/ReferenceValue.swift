public import Game

// RULES §10: minimax as it stands there, without pruning.
extension ReferenceGame {
    /// The millibits that Training ends with under best play from here, `plausibility` lifted; `nil`: it
    /// loses whatever it pays.
    ///
    /// Exponential in the size of the ruleset; meant for `RulesetSize.tiny`.
    ///
    /// - Parameter mode: whose data Training may use from here on; the game's own where not given.
    public func priceOfSafety(mode: Mode? = nil) -> Int? {
        var known: [Key: Int] = [:]
        let rest = lifted(mode).stillToPay(&known)
        return rest == Self.infinite ? nil : trainingStrain + rest
    }

    /// The same by the definition itself, forgetting nothing and remembering nothing.
    public func priceOfSafetyByDefinition(mode: Mode? = nil) -> Int? {
        let price = lifted(mode).finalStrain()
        return price == Self.infinite ? nil : price
    }

    /// Whether Training wins with best play from here if it may strain that many millibits in all.
    public func trainingWins(atLimit millibits: Int, mode: Mode? = nil) -> Bool {
        var limited = lifted(mode)
        limited.book.plausibility = millibits
        var known: [LimitedKey: Bool] = [:]
        return limited.trainingWins(&known)
    }

    private static var infinite: Int { .max }

    private func lifted(_ mode: Mode?) -> ReferenceGame {
        var game = self
        game.mode = mode ?? self.mode
        game.book.plausibility = nil
        return game
    }

    /// Everything on which the rest of a game depends, but for what Training has paid.
    private struct Key: Hashable {
        struct Seen: Hashable {
            var exhibits: Set<String>
            var channel: String
        }

        var sideToMove: String
        var pattern: String?
        var conditions: Set<String>
        var proposalsLeft: Int
        var horizon: Int?
        var seen: Set<Seen>
    }

    private struct LimitedKey: Hashable {
        var key: Key
        var paid: Int
    }

    private var key: Key {
        let seen = corpus.map {
            Key.Seen(exhibits: exhibits($0), channel: book.situation($0.situation).channel)
        }
        return Key(
            sideToMove: sideToMove, pattern: pattern, conditions: conditions, proposalsLeft: proposalsLeft,
            horizon: book.pushes > 0 ? horizon : nil, seen: Set(seen))
    }

    private var successors: [ReferenceGame] {
        legalMoves.filter { $0 != "concede" }.compactMap { playing($0) }
    }

    private func finalStrain() -> Int {
        let next = successors
        if sideToMove == "divergence" {
            return next.map { $0.finalStrain() }.max() ?? trainingStrain
        }
        return next.map { $0.finalStrain() }.min() ?? Self.infinite
    }

    private func stillToPay(_ known: inout [Key: Int]) -> Int {
        let key = self.key
        if let price = known[key] { return price }
        var prices: [Int] = []
        for next in successors {
            let rest = next.stillToPay(&known)
            let paid = next.trainingStrain - trainingStrain
            prices.append(rest == Self.infinite ? rest : paid + rest)
        }
        let price =
            sideToMove == "divergence" ? prices.max() ?? 0 : prices.min() ?? Self.infinite
        known[key] = price
        return price
    }

    private func trainingWins(_ known: inout [LimitedKey: Bool]) -> Bool {
        let key = LimitedKey(key: self.key, paid: trainingStrain)
        if let wins = known[key] { return wins }
        let results = successors.map { $0.trainingWins(&known) }
        let wins = sideToMove == "divergence" ? !results.contains(false) : results.contains(true)
        known[key] = wins
        return wins
    }
}
