public import Game
import Play

/// Something in a match that is told: a move, a ruling on a number, or a card that was made up and could not be played.
public enum Event: Hashable, Sendable {
    case move(Said)
    case ruling(Ruling)
    /// The card came to be too dear.
    case coin(Ruling)

    /// A move that was made.
    public struct Said: Hashable, Sendable {
        /// From 1; one that is made in place of another that went back has its number.
        public let ply: Int
        public let side: Side
        public let prospect: Prospect
        public let words: String?
        /// What the other side objected.
        public let objection: String?
        /// How the card that it plays was settled, if it was made up for it.
        public let coined: Ruling?
        /// By which step it had gone back after a dispute; `nil`: it stands.
        public fileprivate(set) var goneBackBy: Int?

        public var wentBack: Bool { goneBackBy != nil }
    }

    /// A number that was settled.
    public struct Ruling: Hashable, Sendable {
        public let subject: Settlement
        /// Who had it settled.
        public let side: Side
        public let number: QuotedNumber
        /// In force until then, or what the book says of a card.
        public let before: Bits
        /// In force from then on.
        public let after: Bits
        /// The number that counts with those of the two players: the judge's, or that in force.
        public let third: Bits
        public let offers: Offers
        /// What each said it believes of the number.
        public let beliefs: [Side: Credence]
        public let outcome: Outcome

        /// Whether it says what a card is worth that was made up.
        public var isCoin: Bool {
            if case .coin = subject { true } else { false }
        }

        public enum Outcome: Hashable, Sendable {
            /// The opponent's move stays as it was.
            case stands
            /// It has become dearer, and is to be made anew.
            case goesBack
            /// The card is played.
            case played
            /// The card is too dear for the move.
            case tooDear
        }
    }

    /// How a number was settled; `nil` for a move with a card of the ruleset's.
    public var ruling: Ruling? {
        switch self {
        case .move(let said): said.coined
        case .ruling(let ruling), .coin(let ruling): ruling
        }
    }

    /// The same, as somebody sees it who knows only so many steps.
    func seen(at step: Int) -> Event {
        guard case .move(var said) = self, let back = said.goneBackBy, back > step else { return self }
        said.goneBackBy = nil
        return .move(said)
    }
}

extension MatchRecord {
    /// The steps that are told, in order: those of what stands, and of what went back after a dispute.
    var told: [Int] {
        match.steps.indices.filter { match.steps[$0].made != nil || match.steps[$0].act.settlement != nil }
    }

    /// One of the things that are told.
    func event(_ place: Int, of told: [Int]) -> Event {
        let step = told[place]
        let ruling = ruling(at: step)
        guard let made = match.steps[step].made else {
            guard let ruling else { preconditionFailure("a step that tells nothing") }
            if case .coin = ruling.subject { return .coin(ruling) }
            return .ruling(ruling)
        }
        let later = told.indices.dropFirst(place + 1)
        let next = later.first { match.steps[told[$0]].made != nil } ?? told.endIndex
        let back = later.prefix { $0 < next }.first { isGoingBack(told[$0]) }
        let end = next < told.endIndex ? told[next] : match.steps.endIndex
        let objections = (step..<end).filter {
            match.steps[$0].act == .object && match.steps[$0].position.ply == made.after.ply
        }
        let said = Event.Said(
            ply: made.after.ply, side: made.before.sideToMove, prospect: made.before.prospect(of: made.move),
            words: standing[step].words, objection: objections.last.flatMap { standing[$0].words }, coined: ruling,
            goneBackBy: back.map { $0 + 1 })
        return .move(said)
    }

    /// Where the match stood before a step.
    func position(before step: Int) -> Position {
        step == 0 ? match.start : match.steps[step - 1].position
    }

    /// Whether a step is a dispute after which the last move went back.
    private func isGoingBack(_ step: Int) -> Bool {
        match.steps[step].position.ply < position(before: step).ply
    }

    /// How a number was settled in a step; `nil` where none was.
    private func ruling(at step: Int) -> Event.Ruling? {
        guard let (subject, offers) = match.steps[step].act.settlement else { return nil }
        let before = position(before: step)
        let after = match.steps[step].position
        let number: QuotedNumber?
        let inForce: Bits?
        let outcome: Event.Ruling.Outcome
        switch subject {
        case .dispute(let disputed):
            number = before.quoted(disputed)
            inForce = before.bits(of: disputed)
            outcome = isGoingBack(step) ? .goesBack : .stands
        case .coin(let coin):
            number = before.ruleset.quoted(coin)
            inForce = try? before.rules.bookPrice(of: coin)
            outcome = match.steps[step].made == nil ? .tooDear : .played
        }
        guard let number, let inForce, let settled = after.rules.prices[number] else { return nil }
        let beliefs = match.steps.reduce(into: [Side: Credence]()) { beliefs, step in
            if case .believe(let side, .number(number), let credence) = step.act { beliefs[side] = credence }
        }
        return Event.Ruling(
            subject: subject, side: before.sideToMove, number: number, before: inForce, after: settled,
            third: offers.judge?.bits ?? inForce, offers: offers, beliefs: beliefs, outcome: outcome)
    }
}
