/// A match: the list of its steps, each an act and the position after it.
///
/// Taking moves back drops steps; whoever keeps the whole story keeps the acts (`Play`).
public struct Match: Sendable {
    /// An act, and the position after it.
    public struct Step: Sendable {
        public let act: Act
        public let position: Position
        /// The move that it made, even if that has gone back since.
        public let made: Ply?
    }

    /// A move that stands, with the positions before and after it; that before has a card which it coins.
    public struct Ply: Sendable {
        public let move: Move
        public let before: Position
        public let after: Position
        /// The place of its act among the steps.
        public let step: Int
    }

    public let start: Position
    public private(set) var steps: [Step] = []
    /// The moves that stand: neither taken back, nor gone back after a dispute.
    public private(set) var plies: [Ply] = []
    /// Each side's credence that Training wins.
    public private(set) var predictions: [Side: Credence] = [:]
    /// Whether the verdict is accepted.
    public private(set) var isClosed = false

    public init(_ rules: Rules) {
        start = Position(rules)
    }

    /// Replays moves from the start.
    ///
    /// - Throws: `IllegalMove` at the first that may not be made.
    public init(_ rules: Rules, moves: some Sequence<Move>) throws(IllegalMove) {
        self.init(rules)
        for move in moves { try play(move) }
    }

    public var position: Position { steps.last?.position ?? start }
    /// The rules as they stand now.
    public var rules: Rules { position.rules }
    /// The cards as they stand now, with those that were coined.
    public var ruleset: Ruleset { position.ruleset }
    /// The moves that stand.
    public var moves: [Move] { plies.map(\.move) }
    /// Where each move that stands was made, and where the match is now.
    public var positions: [Position] { plies.map(\.before) + [position] }
    /// `nil` while the match goes on.
    public var verdict: Verdict? { position.verdict }

    public var awaiting: Awaiting {
        if isClosed { return .nothing }
        if position.isAskedToStop { return .answer(position.sideToMove.opponent) }
        return verdict == nil ? .move(position.sideToMove) : .close
    }

    /// Adds what happens next.
    ///
    /// - Throws: `IllegalAct` where it may not happen; nothing changes then.
    public mutating func apply(_ act: Act) throws(IllegalAct) {
        guard !isClosed || act.mayFollowEnd else { throw .closed }
        switch act {
        case .predict(let side, let credence): try predict(side, credence)
        case .believe(_, let belief, let credence): try believe(act, belief, credence)
        case .move(let move):
            do { try play(move) } catch { throw .move(error) }
        case .dispute(let number, let offers): try dispute(number, offers)
        case .coin(let coin, let offers):
            do { try play(coin, offers) } catch { throw .coin(error) }
        case .object:
            guard !plies.isEmpty else { throw .nothingToObjectTo }
            add(act, position)
        case .askToStop:
            guard mayAdjudicate else { throw .mayNotStop }
            add(act, position.stopping(isAsked: true))
        case .answerStop(let agrees):
            guard position.isAskedToStop else { throw .notAsked }
            add(act, position.stopping(isAsked: false, agrees: agrees))
        case .takeBack(let plies):
            guard takeBack(plies: plies) else { throw .tooManyPlies(plies, of: self.plies.count) }
        case .close:
            guard verdict != nil else { throw .goesOn }
            add(act, position)
            isClosed = true
        case .remark:
            guard verdict != nil else { throw .goesOn }
            add(act, position)
        }
    }

    public mutating func play(_ move: Move) throws(IllegalMove) {
        let before = position
        push(move, .move(move), before, try before.playing(move))
    }

    /// Takes moves back: the match stands as it did just before the earliest of them.
    ///
    /// - Returns: whether there were that many; if not, nothing changes.
    @discardableResult
    public mutating func takeBack(plies count: Int) -> Bool {
        guard count > 0, count <= plies.count, !isClosed else { return false }
        steps.removeSubrange(plies[plies.count - count].step...)
        plies.removeLast(count)
        return true
    }

    /// Whether the sides may agree to stop: on Training's turn, while the match goes on.
    public var mayAdjudicate: Bool {
        position.sideToMove == .training && !position.isAskedToStop && verdict == nil
    }

    private mutating func add(_ act: Act, _ position: Position, made: Ply? = nil) {
        steps.append(Step(act: act, position: position, made: made))
    }

    private mutating func push(_ move: Move, _ act: Act, _ before: Position, _ after: Position) {
        let ply = Ply(move: move, before: before, after: after, step: steps.count)
        plies.append(ply)
        add(act, after, made: ply)
    }

    /// Whether nothing has happened yet but predictions, which can still be made or corrected.
    public var mayPredict: Bool {
        steps.allSatisfy { $0.act.isSealed }
    }

    private mutating func predict(_ side: Side, _ credence: Credence) throws(IllegalAct) {
        guard mayPredict else { throw .latePrediction(side) }
        guard credence < .certain else { throw .certainPrediction }
        predictions[side] = credence
        add(.predict(side, credence), position)
    }

    private mutating func believe(_ act: Act, _ belief: Belief, _ credence: Credence) throws(IllegalAct) {
        switch belief {
        case .goesWrong:
            guard credence < .certain else { throw .certainPrediction }
        case .number(let quoted):
            guard rules.prices[quoted] != nil else { throw .nothingToBelieve }
        case .row(let place):
            guard ruleset.rows.indices.contains(place) else { throw .noSuchRow }
            guard credence < .certain else { throw .certainBelief }
        }
        add(act, position)
    }
}

// What changes the rules in the middle of a match.
extension Match {
    private mutating func dispute(_ number: Number, _ offers: Offers) throws(IllegalAct) {
        let quoted: QuotedNumber
        do { quoted = try position.disputable(number) } catch { throw .dispute(error) }
        let before = position
        let after = before.settling(quoted, by: offers)
        guard let claimed = before.lastClaim, let claim = after.lastClaim, claim > claimed, let ply = plies.popLast()
        else { return add(.dispute(number, offers), after) }
        add(.dispute(number, offers), ply.before.resuming(after: after))
    }

    private mutating func play(_ coin: Coin, _ offers: Offers) throws(CoinObstacle) {
        let (coined, move) = try position.coining(coin, by: offers)
        let prospect = coined.prospect(of: move)
        if prospect.isLegal {
            push(move, .coin(coin, offers), coined, coined.after(prospect))
        } else {
            add(.coin(coin, offers), coined)
        }
    }
}
