import Game

/// A saved match as a list shows it, from its header and a glance at its entries.
public struct SavedMatch: Hashable, Sendable {
    public let path: String
    public let header: MatchHeader
    /// Plies after take-backs.
    public let plies: Int
    /// `nil` while it is unfinished.
    public let verdict: VerdictLine?
    /// When something last happened in it, as in `2026-11-21T05:30:12Z`.
    public let lastPlayed: String
    /// The same by the clocks here, and marked so, as in `2026-11-21 14:30 JST`.
    public let localTime: String
    /// Which of several files of the same match it is; `nil` where it is the only one.
    public var copy: MatchCopy?

    public init(
        path: String, header: MatchHeader, plies: Int, verdict: VerdictLine?, lastPlayed: String, localTime: String
    ) {
        self.path = path
        self.header = header
        self.plies = plies
        self.verdict = verdict
        self.lastPlayed = lastPlayed
        self.localTime = localTime
    }

    /// What a list shows of a match that is at hand.
    public init(summaryOf record: MatchRecord, path: String, lastPlayed: String, localTime: String) {
        let verdict = record.isClosed ? record.verdict.map { VerdictLine($0, in: record.match.ruleset) } : nil
        self.init(
            path: path, header: record.header, plies: record.match.plies.count, verdict: verdict,
            lastPlayed: lastPlayed, localTime: localTime)
    }

    /// Whether somebody may want to go on with it: it is unfinished, and no copy of it is further on.
    public var isWaiting: Bool { verdict == nil && !(copy?.isSurpassed ?? false) }
}
