import Bots
public import Game

/// A match being conducted: whom it waits for and for what, and what each act entails.
///
/// Screens, numbered lines, bots among themselves and other programs are fronts to it; none has rules of its own.
public struct Session: Sendable {
    public private(set) var record: MatchRecord

    public init(_ record: MatchRecord) {
        self.record = record
    }

    public var match: Match { record.match }
    public var position: Position { record.match.position }
    public var sideToMove: Side { position.sideToMove }
    /// Whom the match is waiting for, and for what: a side that has lost and could still dispute or coin is asked first.
    public var awaiting: Awaiting {
        guard match.awaiting == .close, position.mayUndoVerdict, mayRaise(sideToMove) else { return match.awaiting }
        return .acceptance(sideToMove)
    }

    /// Whether whoever plays a side ever disputes or coins.
    private func mayRaise(_ side: Side) -> Bool {
        let player = record.player(side)
        guard let name = player.bot, player.engine == nil else { return true }
        return record.ruleset.bots.contains { $0.identifier == name }
    }

    /// The side that is to act; `nil` once there is a verdict that stands.
    public var awaited: Side? {
        switch awaiting {
        case .move(let side), .answer(let side), .acceptance(let side): side
        case .close, .nothing: nil
        }
    }

    /// Whether somebody at the keyboard is to act.
    public var awaitsPerson: Bool { awaited.map { record.player($0).isHuman } ?? false }
    /// Whether somebody at the keyboard is to move.
    public var awaitsPersonsMove: Bool { awaitsPerson && awaiting == .move(sideToMove) }
    /// Whether somebody at the keyboard is asked to stop.
    public var awaitsPersonsAnswer: Bool {
        if case .answer = awaiting { awaitsPerson } else { false }
    }
    /// Whether somebody at the keyboard has lost, and could still dispute or coin.
    public var awaitsPersonsAcceptance: Bool { awaitsPerson && awaiting == .acceptance(sideToMove) }
    /// Whether a bot or an outside engine is to act.
    public var awaitsBot: Bool { awaited.map { !record.player($0).isHuman } ?? false }

    /// Lets things happen one after the other; all of them or none.
    public mutating func apply(_ entries: [Entry]) throws(RecordError) {
        var record = record
        for entry in entries { try record.apply(entry) }
        self.record = record
    }
}

// What is written down, besides single acts.
extension Session {
    /// A move of a person's, with the words that go with it.
    public func moving(_ move: Move, saying words: String) -> [Entry] {
        [Entry(.move(move), words: words.isEmpty ? nil : words)]
    }

    /// The end, once there is a verdict: it is accepted, and the bots have their last words.
    public var closing: [Entry] {
        let remarks = Side.allCases.compactMap { side in
            record.player(side).bot.flatMap { bot(named: $0, for: record.ruleset) }?
                .remark(after: turn(as: side), as: side).map { Entry(.remark(side), words: $0.madePlainLines) }
        }
        return [Entry(.close)] + remarks
    }

    /// How the last moves may be taken back.
    public struct TakeBack: Hashable, Sendable {
        public let plies: Int
        /// The side that is asked whether it may be; `nil`: nobody is.
        public let consent: Side?

        public var entries: [Entry] { [Entry(.takeBack(plies: plies))] }
    }

    /// Between two people the last move, if the side to move agrees; against a bot its answer too, and nobody is asked.
    ///
    /// `nil` where there are not that many moves, and between two bots.
    public var takeBack: TakeBack? {
        let other = record.player(sideToMove.opponent)
        let plies = other.isHuman ? 1 : record.player(sideToMove).isHuman ? 2 : .max
        guard match.plies.count >= plies, !match.isClosed else { return nil }
        let isBetweenPeople = Side.allCases.allSatisfy { record.player($0).isHuman }
        return TakeBack(plies: plies, consent: isBetweenPeople ? sideToMove : nil)
    }
}

extension MatchRecord {
    /// What was said with the earliest of the moves that would be taken back, and by whom.
    public func wordsTaken(by takeBack: Session.TakeBack) -> (words: String, side: Side)? {
        let first = match.plies.count - takeBack.plies + 1
        guard match.plies.indices.contains(first - 1), let words = words(with: first) else { return nil }
        return (words, match.plies[first - 1].before.sideToMove)
    }
}
