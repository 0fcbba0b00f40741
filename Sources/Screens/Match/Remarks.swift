public import Archive
public import Bots
public import Game
public import Solver
import Text

extension Turn {
    /// The match as a side sees it; without one, the side to move.
    public init(
        _ record: MatchRecord, as side: Side? = nil, limits: SearchLimits = SearchLimits(),
        cancellation: Cancellation = Cancellation()
    ) {
        let opponent = record.player((side ?? record.position.sideToMove).opponent).name
        self.init(
            record.match, house: record.ruleset, opponent: opponent, seed: record.header.seed, limits: limits,
            cancellation: cancellation)
    }
}

extension Reply {
    /// What is written down of it, in order.
    public func events(in record: MatchRecord) -> [MatchEvent] {
        let ply = record.match.moves.count
        let objection = ply == 0 ? nil : objection.map { MatchEvent.objection(ply: ply, $0.madePlainLines) }
        let words = words.map { MatchEvent.words(ply: ply + 1, $0.madePlainLines) }
        let move = MatchEvent.move(ply: ply + 1, record.match.ruleset.notation(of: move))
        return [objection, move, words].compactMap { $0 }
    }
}

extension String {
    /// Plain text with the lines that it has.
    fileprivate var madePlainLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).madePlain }
            .joined(separator: "\n")
    }
}

/// What the bots say once a match is over.
public func remarks(on record: MatchRecord) -> [MatchEvent] {
    Side.allCases.compactMap { side in
        record.player(side).bot.flatMap { bot(named: $0, for: record.ruleset) }?
            .remark(after: Turn(record, as: side), as: side).map { .closing(side, $0) }
    }
}
