import Game

/// A saved match as a list shows it, from its header and a glance at its entries.
public struct SavedMatch: Hashable, Sendable {
    public let path: String
    public let header: MatchHeader
    /// Plies after take-backs.
    public let plies: Int
    /// `nil` while it is unfinished.
    public let verdict: VerdictLine?

    public init(path: String, header: MatchHeader, plies: Int, verdict: VerdictLine?) {
        self.path = path
        self.header = header
        self.plies = plies
        self.verdict = verdict
    }

    /// What a list shows of a match that is at hand.
    public init(summaryOf record: MatchRecord, path: String) {
        let verdict = record.isClosed ? record.verdict.map { VerdictLine($0, in: record.match.ruleset) } : nil
        self.init(path: path, header: record.header, plies: record.match.plies.count, verdict: verdict)
    }
}
