public import Bots
public import Game

/// Something being settled: who writes in turn, and what has been written, until all of it can happen.
///
/// Nothing of it is in the match, or in its file, before everybody has written.
public struct Sealing: Hashable, Sendable {
    public enum Writer: Hashable, Sendable {
        case side(Side)
        case judge
    }

    public let subject: Settlement
    /// Who has it settled.
    public let side: Side
    /// Those at the keyboard who write, in turn: who raised it first, the judge last.
    public let writers: [Writer]
    /// What the others are to be asked for; they write out of sight.
    public let bots: [Side]
    public private(set) var offers = Offers()
    public private(set) var beliefs: [Side: Credence] = [:]
    private var written = 0
    private var asked: Set<Side> = []

    /// Who writes next; `nil` once everybody at the keyboard has.
    public var writer: Writer? { written < writers.count ? writers[written] : nil }

    /// Those of the bots that have not been asked yet.
    public var unaskedBots: [Side] { bots.filter { !asked.contains($0) } }

    /// Whether everybody has written.
    public var isSealed: Bool { writer == nil && unaskedBots.isEmpty }

    fileprivate init(_ subject: Settlement, by side: Side, _ record: MatchRecord) {
        self.subject = subject
        self.side = side
        let sides = [side, side.opponent]
        writers =
            sides.filter { record.player($0).isHuman }.map(Writer.side) + (record.header.judge == nil ? [] : [.judge])
        bots = sides.filter { !record.player($0).isHuman }
    }

    /// Whoever is next has written a credence, or none, and perhaps what it believes.
    public mutating func seal(_ offer: Credence?, believing belief: Credence? = nil) {
        guard let writer else { return }
        written += 1
        switch writer {
        case .side(let side):
            offers[side] = offer
            beliefs[side] = belief
        case .judge: offers.judge = offer
        }
    }

    /// A bot has written a credence, or none.
    public mutating func take(_ offer: Credence?, from side: Side) {
        offers[side] = offer
        asked.insert(side)
    }
}

extension Session {
    /// What is to be written to settle something.
    ///
    /// - Throws: `RecordError` where it may not be settled now, whatever is written.
    public func sealing(_ subject: Settlement, raisedBy raised: Raised? = nil) throws(RecordError) -> Sealing {
        var trial = record
        try trial.apply(Entry(subject.settled(by: Offers())))
        var sealing = Sealing(subject, by: sideToMove, record)
        if let raised { sealing.take(raised.offer, from: sideToMove) }
        return sealing
    }

    /// What happens once everybody has written: what is believed of the number, and its settling.
    public func entries(of sealing: Sealing) -> [Entry] {
        let settling = Entry(sealing.subject.settled(by: sealing.offers))
        func believing(_ quoted: QuotedNumber) -> [Entry] {
            Side.allCases.compactMap { side in
                sealing.beliefs[side].map { Entry(.believe(side, .number(quoted), $0)) }
            }
        }
        switch sealing.subject {
        case .dispute(let number):
            return (position.quoted(number).map(believing) ?? []) + [settling]
        case .coin(let coin):
            // The card has its place from then on.
            return [settling] + believing(match.ruleset.quoted(coin))
        }
    }

    /// Where the match would stand if a credence came to be in force; `nil` where it cannot be settled now.
    public func settling(_ subject: Settlement, at credence: Credence) -> Match? {
        var match = match
        let both = Offers(divergence: credence, training: credence)
        do { try match.apply(subject.settled(by: both)) } catch { return nil }
        return match
    }
}

extension Ruleset {
    /// The number that a card will have once it is coined.
    public func quoted(_ coin: Coin) -> QuotedNumber {
        switch coin.kind {
        case .pattern: QuotedNumber(.pattern(Pattern.ID(patterns.count)))
        case .situation(let provenance, _, _):
            QuotedNumber(.situation(Situation.ID(situations.count)), at: provenance)
        }
    }
}
