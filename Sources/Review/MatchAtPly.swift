import Bots
public import Game
public import Play
import Text

/// A match as it stood after some ply.
public struct MatchAtPly: Sendable {
    public let record: MatchRecord
    /// Moves made by then.
    public let ply: Int

    public init(_ record: MatchRecord, ply: Int? = nil) {
        self.record = record
        self.ply = ply ?? record.match.plies.count
    }

    public var position: Position {
        isLatest ? record.match.position : record.match.plies[ply].before
    }
    public var ruleset: Ruleset { position.ruleset }
    public var isLatest: Bool { ply == record.match.plies.count }

    /// The move that was made from here; `nil` at the end.
    public var made: Move? { record.match.moves.indices.contains(ply) ? record.match.moves[ply] : nil }

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

    /// The moves until then, the first being ply 1.
    public var exchange: [Said] { (0..<ply).map(said) }

    /// The moves of the exchange that were made last, at most so many.
    public func exchange(last count: Int) -> [Said] { (max(0, ply - count)..<ply).map(said) }

    private func said(_ index: Int) -> Said {
        let ply = record.match.plies[index]
        return Said(
            ply: index + 1, side: ply.before.sideToMove, prospect: ply.before.prospect(of: ply.move),
            words: record.words(with: index + 1), objection: record.objection(to: index + 1))
    }

    /// A move that was made.
    public struct Said: Sendable {
        public let ply: Int
        public let side: Side
        public let prospect: Prospect
        public let words: String?
        /// What the other side objected.
        public let objection: String?
    }

    /// What was said with a move, and against it: whole paragraphs.
    public func remarks(_ said: Said) -> [String] {
        [said.words.map { "“\($0)”" }, objection(to: said)].compactMap(\.self)
    }

    /// What was said against a move, with who said it.
    public func objection(to said: Said) -> String? {
        said.objection.map { "\(name(said.side.opponent)) objects: “\($0)”" }
    }

    /// What a claim or an answer is called, with the clauses of what was added.
    public func title(_ prospect: Prospect) -> String {
        prospect.datum.map(ruleset.title) ?? prospect.divergence.map(ruleset.title) ?? card(prospect.move)
    }

    /// What a claim or an answer says by itself, a sentence each: what was learned, when alone it shows, and what it
    /// does; or what the record shows. Of a divergence made to wait for more, when it shows.
    public func account(_ prospect: Prospect) -> [String] {
        if let datum = prospect.datum { return ruleset.account(of: datum) }
        guard let divergence = prospect.divergence else { return [] }
        guard case .sophisticate = prospect.move else { return ruleset.account(of: divergence) }
        return [ruleset.shows(only: divergence.conditions)].compactMap(\.self)
    }

    /// The card that a move plays, without its verb.
    public func card(_ move: Move) -> String {
        let name = ruleset.card(move)?.name ?? ""
        return move.kind == .sophisticate ? "+ " + name : name.capitalizedFirst
    }
}

extension Side {
    public var title: String { rawValue.capitalizedFirst }
}
