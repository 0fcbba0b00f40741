/// Why a number cannot be disputed, or not now. Source: RULES §7.
public enum DisputeObstacle: Error, Hashable, Sendable {
    case matchOver
    case noneLeft
    /// A side disputes once a turn.
    case onceATurn
    /// It is not among the numbers that the opponent's last move was priced by.
    case notBehindLastMove
    case settled
}

extension Position {
    /// The numbers that the side to move may dispute now, in the order of the price of the opponent's last move.
    public var disputableNumbers: [Number] {
        guard !isStopped, disputesLeft[sideToMove] > 0, !hasDisputed else { return [] }
        return quotedNumbers.filter { !rules.settled.contains($0) }.map(\.number)
    }

    /// Whether a side that has lost by its want of moves may still dispute or coin.
    public var mayUndoVerdict: Bool {
        !isStopped && !canGoOn && (!disputableNumbers.isEmpty || coinsLeft[sideToMove] > 0)
    }

    /// A number behind the opponent's last move, as it was used; `nil` for any other.
    public func quoted(_ number: Number) -> QuotedNumber? {
        quotedNumbers.first { $0.number == number }
    }

    /// What a number behind the opponent's last move costs; `nil` for any other.
    public func bits(of number: Number) -> Bits? {
        quoted(number).flatMap { rules.prices[$0] }
    }

    /// The numbers behind the opponent's last move, as they were used, in the order of its price.
    public var quotedNumbers: [QuotedNumber] {
        switch sideToMove {
        case .training:
            guard let live else { return [] }
            return [QuotedNumber(.pattern(live.pattern))]
                + live.conditions.map { QuotedNumber(.condition($0)) }
        case .divergence:
            guard let datum = corpus.last else { return [] }
            let situation = rules.quote(.situation(datum.situation), at: datum.provenance)
            return [situation] + datum.added.map { rules.quote(.feature($0), at: datum.provenance) }
        }
    }

    /// A number that the side to move may dispute now.
    func disputable(_ number: Number) throws(DisputeObstacle) -> QuotedNumber {
        guard !isStopped else { throw .matchOver }
        guard disputesLeft[sideToMove] > 0 else { throw .noneLeft }
        guard !hasDisputed else { throw .onceATurn }
        guard let quoted = quoted(number) else { throw .notBehindLastMove }
        guard !rules.settled.contains(quoted) else { throw .settled }
        return quoted
    }

    /// What the opponent's last move claims: its divergence, or its datum.
    var lastClaim: Bits? {
        switch sideToMove {
        case .training: live.map(rules.strain)
        case .divergence: corpus.last.flatMap(rules.cost)
        }
    }

    /// The position once a number is settled, as long as the last move stands.
    func settling(_ quoted: QuotedNumber, by offers: Offers) -> Position {
        guard let inForce = rules.prices[quoted] else { return self }
        var next = under(rules.settling(quoted, at: offers.middle(inForce: inForce)))
        next.disputesLeft[sideToMove] -= 1
        next.hasDisputed = true
        return next
    }

    /// This position, once the move made in it has gone back after a dispute.
    func resuming(after settled: Position) -> Position {
        var next = under(settled.rules)
        next.disputesLeft = settled.disputesLeft
        next.coinsLeft = settled.coinsLeft
        return next
    }

    /// The position with a coined card in it, its coin spent, and the move that plays the card.
    ///
    /// - Throws: `CoinObstacle`; the coin is kept then.
    func coining(_ coin: Coin, by offers: Offers) throws(CoinObstacle) -> (Position, Move) {
        guard !isStopped else { throw .matchOver }
        guard coinsLeft[sideToMove] > 0 else { throw .noneLeft }
        let move = try coin.move(in: self)
        let depth = try depth(of: coin)
        let book = try rules.bookPrice(of: coin)
        do throws(IllegalMove) {
            _ = try under(rules.adding(coin, to: live, depth: depth, at: .zero)).playing(move)
        } catch {
            throw .move(error)
        }
        var next = under(rules.adding(coin, to: live, depth: depth, at: offers.middle(inForce: book)))
        next.coinsLeft[sideToMove] -= 1
        return (next, move)
    }

    /// How deep an understanding a coined card takes: as its move needs.
    private func depth(of coin: Coin) throws(CoinObstacle) -> Int {
        let live = live.map { rules.patterns[$0.pattern.index].depth }
        guard case .pattern(let verb, _, _) = coin.kind else { return 1 }
        guard verb != .propose, let live else { return rules.patterns.map(\.depth).max() ?? 1 }
        guard verb == .shallower else { return live }
        guard live > 1 else { throw .notShallower }
        return live - 1
    }

    /// The same with other rules; what the corpus costs is reckoned anew.
    private func under(_ rules: Rules) -> Position {
        var next = self
        next.rules = rules
        next.corpusStrain = corpus.reduce(.zero) { $0 + (rules.cost(of: $1) ?? .zero) }
        return next
    }
}

extension Coin {
    /// The move that plays it, once it is the next card of a ruleset that has it not yet.
    public func move(after ruleset: Ruleset) -> Move {
        switch kind {
        case .pattern(let verb, _, _):
            let id = Pattern.ID(ruleset.patterns.count)
            return verb == .propose ? .propose(id) : verb == .shallower ? .shallower(id) : .misattribute(id)
        case .situation(let provenance, _, _):
            return .counter(Situation.ID(ruleset.situations.count), provenance)
        }
    }

    /// The same, where it may be coined.
    fileprivate func move(in position: Position) throws(CoinObstacle) -> Move {
        guard identifier.isIdentifier else { throw .malformedIdentifier(identifier) }
        let ruleset = position.ruleset
        switch kind {
        case .pattern(let verb, _, let family):
            // It must be possible to write it down and to read it back.
            if let family, verb != .propose || !family.isIdentifier { throw .malformedFamily(family) }
            guard !ruleset.patterns.contains(where: { $0.identifier == identifier }) else {
                throw .takenIdentifier(identifier)
            }
        case .situation:
            guard !ruleset.situations.contains(where: { $0.identifier == identifier }) else {
                throw .takenIdentifier(identifier)
            }
        }
        let move = move(after: ruleset)
        guard (position.sideToMove == .training) == (move.kind == .counter) else { throw .notYourTurn }
        return move
    }
}

extension String {
    /// Whether it may name a card: `[a-z][a-z0-9-]*`.
    package var isIdentifier: Bool {
        let letters = Unicode.Scalar("a")...Unicode.Scalar("z")
        guard let first = unicodeScalars.first, letters.contains(first) else { return false }
        return unicodeScalars.allSatisfy { letters.contains($0) || ("0"..."9").contains($0) || $0 == "-" }
    }
}
