public import Game

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
