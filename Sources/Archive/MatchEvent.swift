public import Game

/// Something that happened in a match: one line of its file.
public enum MatchEvent: Hashable, Sendable {
    /// A side's sealed credence that Training wins, in (0, 1).
    case prediction(Side, Credence)
    /// A move in notation; the first is ply 1.
    case move(ply: Int, String)
    /// What the mover said with that ply.
    case words(ply: Int, String)
    /// What the other side objects to that ply, in words; it changes nothing in the match.
    case objection(ply: Int, String)
    /// What a side said once the match was over.
    case closing(Side, String)
    /// The last plies were taken back.
    case undo(plies: Int)
    /// A side proposed to stop and compare shares.
    case adjudicationAsked(Side)
    case adjudicationAnswered(Side, agreed: Bool)
    case verdict(VerdictLine)
}

/// An event and when it happened, as in `2026-11-21T05:30:12Z`.
public struct TimedEvent: Hashable, Sendable {
    public var time: String
    public var event: MatchEvent

    public init(_ event: MatchEvent, at time: String) {
        self.time = time
        self.event = event
    }
}

/// A verdict as files and other programs see it. Source: RULES §5.
public struct VerdictLine: Hashable, Sendable, Codable {
    public var winner: Side?
    public var grade: Mode?
    public var reasons: [Reason]

    public struct Reason: Hashable, Sendable, Codable {
        public var reason: String
        /// The horn, in notation.
        public var forced: String?

        /// Writes a missing horn as `null`.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(reason, forKey: .reason)
            try container.encode(forced, forKey: .forced)
        }
    }

    public init(_ verdict: Verdict, in ruleset: Ruleset) {
        winner = verdict.winner
        grade = verdict.grade
        reasons = verdict.reasons.map { reason in
            Reason(
                reason: reason.kind.rawValue, forced: reason.forced.map { ruleset.notation(of: $0.move) })
        }
    }

    /// Writes a draw's winner and a missing grade as `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(winner, forKey: .winner)
        try container.encode(grade, forKey: .grade)
        try container.encode(reasons, forKey: .reasons)
    }
}
