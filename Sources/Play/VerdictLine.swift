public import Game
public import Text

/// A verdict as files and other programs see it. Source: RULES §5.
public struct VerdictLine: Hashable, Sendable, Decodable {
    public var winner: Side?
    public var grade: Mode?
    public var reasons: [Reason]

    public struct Reason: Hashable, Sendable, Decodable {
        public var reason: String
        /// The horn, in notation.
        public var forced: String?

        public init(reason: String, forced: String?) {
            self.reason = reason
            self.forced = forced
        }
    }

    public init(winner: Side?, grade: Mode?, reasons: [Reason]) {
        self.winner = winner
        self.grade = grade
        self.reasons = reasons
    }

    public init(_ verdict: Verdict, in ruleset: Ruleset) {
        winner = verdict.winner
        grade = verdict.grade
        reasons = verdict.reasons.map { reason in
            Reason(
                reason: reason.kind.rawValue, forced: reason.forced.map { ruleset.notation(of: $0.move) })
        }
    }
}

extension VerdictLine {
    /// A draw has the winner `null`, and so has what is missing.
    public var json: JSON {
        let reasons = reasons.map {
            JSON.object([("forced", $0.forced.map(JSON.text) ?? .null), ("reason", .text($0.reason))])
        }
        return .object([
            ("grade", grade.map { .text($0.rawValue) } ?? .null), ("reasons", .list(reasons)),
            ("winner", winner.map { .text($0.rawValue) } ?? .null),
        ])
    }
}
