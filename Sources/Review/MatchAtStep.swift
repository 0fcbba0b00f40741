import Bots
public import Game
public import Play
import Text

/// A match as it stood after some of the things that are told of it.
public struct MatchAtStep: Sendable {
    public let record: MatchRecord
    /// Moves, rulings and coined cards until then.
    public let step: Int
    /// The steps of the match that are told of.
    private let told: [Int]

    public init(_ record: MatchRecord, step: Int? = nil) {
        self.record = record
        told = record.told
        self.step = step ?? told.count
    }

    /// How many things are told of the whole match.
    public var count: Int { told.count }

    public var position: Position {
        isLatest ? record.match.position : record.position(before: told[step])
    }
    public var ruleset: Ruleset { position.ruleset }
    /// All cards of the match, with those that are made up later.
    private var cards: Ruleset { record.match.ruleset }
    public var isLatest: Bool { step == told.count }
    /// Moves made by then that had not gone back.
    public var ply: Int { position.ply }

    /// What happened next; `nil` at the end.
    public var next: Event? { isLatest ? nil : record.event(step, of: told) }
    /// The act by which that happened, as it was written down; `nil` at the end.
    public var nextEntry: Entry? { isLatest ? nil : record.standing[told[step]] }
    /// The move that was made from here with a card that was there; `nil` where none was.
    public var made: Move? {
        if case .move(let said) = next, said.coined == nil { said.prospect.move } else { nil }
    }

    /// The verdict, once the match has come to it.
    public var verdict: Verdict? { isLatest ? record.verdict : nil }

    /// The player's name; with the side where both are called the same.
    public func name(_ side: Side) -> String {
        let name = record.player(side).name
        return name == record.player(side.opponent).name ? "\(name) (\(side.title))" : name
    }

    /// Whose turn it is to say what; empty where nobody's is.
    public var turnCaption: String {
        guard isLatest, verdict == nil else { return "" }
        let task = position.sideToMove == .divergence ? "says how it goes wrong" : "says what would have whacked that"
        return "over to \(name(position.sideToMove)), who \(task)"
    }

    /// What happened until then.
    public var exchange: [Event] { Array(exchange(last: step)) }

    /// What happened last, at most so many things.
    public func exchange(last count: Int) -> [Event] {
        // What goes back only later still stands.
        (max(0, step - count)..<step).map { record.event($0, of: told).seen(at: step) }
    }

    /// What was said with a move, and against it: whole paragraphs.
    public func remarks(_ said: Event.Said) -> [String] {
        [said.words.map { "“\($0)”" }, objection(to: said)].compactMap(\.self)
    }

    /// What was said against a move, with who said it.
    public func objection(to said: Event.Said) -> String? {
        said.objection.map { "\(name(said.side.opponent)) objects: “\($0)”" }
    }

    /// What a claim or an answer is called, with the clauses of what was added.
    public func title(_ prospect: Prospect) -> String {
        prospect.datum.map(cards.title) ?? prospect.divergence.map(cards.title) ?? card(prospect.move)
    }

    /// What a claim or an answer says by itself, a sentence each: what was learned, when alone it shows, and what it
    /// does; or what the record shows. Of a divergence made to wait for more, when it shows.
    public func account(_ prospect: Prospect) -> [String] {
        if let datum = prospect.datum { return cards.account(of: datum) }
        guard let divergence = prospect.divergence else { return [] }
        guard case .sophisticate = prospect.move else { return cards.account(of: divergence) }
        return [cards.shows(only: divergence.conditions)].compactMap(\.self)
    }

    /// The card that a move plays, without its verb.
    public func card(_ move: Move) -> String {
        let name = cards.card(move)?.name ?? ""
        return move.kind == .sophisticate ? "+ " + name : name.capitalizedFirst
    }
}

extension Side {
    public var title: String { rawValue.capitalizedFirst }
}
