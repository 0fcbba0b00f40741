import Archive
import Game
import Text

/// A match as it stood after some ply: what the panes of the match screen show.
struct MatchAtPly: Sendable {
    let record: MatchRecord
    /// Moves made by then.
    let ply: Int

    init(_ record: MatchRecord, ply: Int? = nil) {
        self.record = record
        self.ply = ply ?? record.match.moves.count
    }

    var position: Position { record.match.positions[ply] }
    var ruleset: Ruleset { position.ruleset }
    var isLatest: Bool { ply == record.match.moves.count }

    /// The verdict, once the match has come to it.
    var verdict: Verdict? { isLatest ? record.verdict : nil }

    /// The player's name; with the side where both are called the same.
    func name(_ side: Side) -> String {
        let name = record.player(side).name
        return name == record.player(side.opponent).name ? "\(name) (\(side.title))" : name
    }

    /// Whose turn it is to say what; empty where nobody's is.
    var turnCaption: String {
        guard isLatest, verdict == nil else { return "" }
        let task = position.sideToMove == .divergence ? "says how it goes wrong" : "says what would have whacked that"
        return "over to \(name(position.sideToMove)), who \(task)"
    }

    /// The moves until then, the first being ply 1.
    var exchange: [Said] { (0..<ply).map(said) }

    /// The moves of the exchange that were made last, at most so many.
    func exchange(last count: Int) -> [Said] { (max(0, ply - count)..<ply).map(said) }

    private func said(_ index: Int) -> Said {
        let before = record.match.positions[index]
        return Said(
            ply: index + 1, side: before.sideToMove, prospect: before.prospect(of: record.match.moves[index]),
            words: record.words[index + 1], objection: record.objections[index + 1])
    }

    /// A move that was made.
    struct Said: Sendable {
        let ply: Int
        let side: Side
        let prospect: Prospect
        let words: String?
        /// What the other side objected.
        let objection: String?
    }

    /// A divergence in words, such as `Avoid getting caught + long reflection`.
    func title(_ divergence: Divergence) -> String {
        ([ruleset[divergence.pattern].name.capitalizedFirst] + divergence.conditions.map { ruleset[$0].name })
            .joined(separator: " + ")
    }

    /// A datum in words, such as `Night debugging + long reflection`.
    func title(_ datum: Datum) -> String {
        ([ruleset[datum.situation].name.capitalizedFirst] + datum.added.map { ruleset[$0].name })
            .joined(separator: " + ")
    }

    /// The card that a move plays, without its verb.
    func card(_ move: Move) -> String {
        switch move {
        case .propose(let pattern), .shallower(let pattern), .misattribute(let pattern):
            ruleset[pattern].name.capitalizedFirst
        case .sophisticate(let feature): "+ " + ruleset[feature].name
        case .counter(let situation, _): ruleset[situation].name.capitalizedFirst
        case .concede: ""
        }
    }
}
