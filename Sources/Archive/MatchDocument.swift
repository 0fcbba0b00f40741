import Game
public import Play
import Rulebook
public import Text

/// A match as one object of JSON, to be read by other programs and brought back by `ImportedMatch`.
///
/// Its form is told in `Saves/README.md`.
public struct MatchDocument {
    /// With a line feed between its members, and between the acts.
    public let text: String

    public static let format = "credulity-export"
    /// The newest version of the form that this program reads and the one it writes.
    public static let version = 1

    /// - Parameter others: what else is told of the match; whoever brings it back passes that over.
    public init(_ record: MatchRecord, besides others: [JSON.Member] = []) {
        let verdict = record.verdict.map { VerdictLine($0, in: record.match.ruleset).json } ?? .null
        let head: [JSON.Member] = [
            ("format", .text(MatchDocument.format)), ("version", .number(MatchDocument.version)),
        ]
        let lines =
            head.map(MatchDocument.line) + [
                "\"match\":\(record.header.line)", "\"ruleset\":\(RulesetDocument(record.ruleset).json)",
                "\"acts\":[" + record.logLines.map { "\n" + $0 }.joined(separator: ",") + "\n]",
            ]
        let tail: [JSON.Member] = [("verdict", verdict)] + others
        text = "{\n" + (lines + tail.map(MatchDocument.line)).joined(separator: ",\n") + "\n}\n"
    }

    private static func line(_ member: JSON.Member) -> String {
        String(JSON.object([member]).line.dropFirst().dropLast())
    }
}
