import Game
public import Play
import Foundation
import Rulebook

/// A match file as read: the record, and what a crash tore off its end.
public struct MatchFile: Sendable {
    public let path: String
    public let record: MatchRecord
    let lines: FileLines
    /// The last line if it was cut off before its end; empty otherwise.
    public var torn: [UInt8] { lines.torn }

    /// More than any match: a ruleset of 4 MiB and a hundred thousand events.
    static let limit = 64 * 1_048_576

    /// Reads and replays a match without changing the file.
    public init(reading path: String) throws(ArchiveError) {
        try self.init(path: path, bytes: try readFile(path, limit: MatchFile.limit))
    }

    init(path: String, bytes: [UInt8]) throws(ArchiveError) {
        var known = KnownRulesets()
        try self.init(path: path, bytes: bytes, known: &known)
    }

    /// - Parameter known: the rulesets of files that were read before; this one's is taken from there, or added.
    init(path: String, bytes: [UInt8], known: inout KnownRulesets) throws(ArchiveError) {
        self.path = path
        lines = FileLines(bytes)
        record = try MatchFile.replay(lines.lines, path, &known)
    }

    /// A match from its header, its ruleset and its entries; what is wrong is told with its place among them, from 1.
    static func replay(_ lines: [ArraySlice<UInt8>], _ path: String) throws(ArchiveError) -> MatchRecord {
        var known = KnownRulesets()
        return try replay(lines, path, &known)
    }

    private static func replay(
        _ lines: [ArraySlice<UInt8>], _ path: String, _ known: inout KnownRulesets
    ) throws(ArchiveError) -> MatchRecord {
        guard let first = lines.first else {
            throw .notAMatch(path: path, reason: .empty)
        }
        let header = try header(first, path)
        guard lines.count > 1 else { throw .damaged(path: path, line: 2, .missingRuleset) }
        let ruleset = try ruleset(lines[1], header, path, &known)
        var line = 2
        do throws(LineProblem) {
            var record: MatchRecord
            do { record = try MatchRecord(header: header, ruleset: ruleset) } catch { throw .record(error) }
            for bytes in lines.dropFirst(2) {
                line += 1
                try record.apply(try decode(EntryLine.self, bytes))
            }
            return record
        } catch {
            throw .damaged(path: path, line: line, error)
        }
    }

    /// The header of a file, of which no more is read than it takes.
    static func header(reading path: String) throws(ArchiveError) -> MatchHeader {
        let beginning = try readBeginning(of: path, count: 4096)
        let end = beginning.firstIndex(of: UInt8(ascii: "\n"))
        let bytes: [UInt8]
        if let end { bytes = Array(beginning[...end]) } else { bytes = try readFile(path, limit: limit) }
        guard let first = FileLines(bytes).lines.first else { throw .notAMatch(path: path, reason: .empty) }
        return try header(first, path)
    }

    /// The header alone, for a list of matches.
    static func header(_ line: ArraySlice<UInt8>, _ path: String) throws(ArchiveError) -> MatchHeader {
        struct Format: Decodable { var format: String }
        struct Version: Decodable { var version: Int }
        guard (try? decode(Format.self, line))?.format == MatchHeader.format else {
            throw .notAMatch(path: path, reason: .otherFormat)
        }
        let version: Int
        do throws(LineProblem) {
            version = try decode(Version.self, line).version
            // What a newer version means by the other fields is not known here.
            if (1...MatchHeader.version).contains(version) {
                let header = try decode(MatchHeader.self, line)
                do { try header.check() } catch { throw .record(error) }
                return header
            }
            if version < 1 { throw .noVersion(version) }
        } catch {
            throw .damaged(path: path, line: 1, error)
        }
        throw .newer(path: path, version: version)
    }

    private static func ruleset(
        _ line: ArraySlice<UInt8>, _ header: MatchHeader, _ path: String, _ known: inout KnownRulesets
    ) throws(ArchiveError) -> Ruleset {
        if let ruleset = known.ruleset(line, header.hash) { return ruleset }
        do throws(RulebookError) {
            let ruleset = try Rulebook(Array(line), named: "the match's ruleset").ruleset
            if RulesetDocument(ruleset).fingerprint == header.hash {
                known.add(ruleset, line, header.hash)
                return ruleset
            }
        } catch {
            throw .damaged(path: path, line: 2, .badRuleset(plain(error)))
        }
        throw .damaged(path: path, line: 2, .otherRuleset)
    }

    /// The first of its problems, without the line, which may be very long.
    private static func plain(_ error: RulebookError) -> String {
        guard case .invalid(let diagnostics, let further) = error, let first = diagnostics.first else {
            return "\(error)"
        }
        let others = diagnostics.count - 1 + further
        return "the ruleset is not valid: column \(first.column): \(first.message)"
            + (others > 0 ? " (and \(others) more)" : "")
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ line: ArraySlice<UInt8>
    ) throws(LineProblem) -> Value {
        // The decoder would pass over bytes in what it has no use for, and take UTF-16.
        guard (try? UTF8Span(validating: line.span)) != nil else { throw .notUTF8 }
        do {
            return try JSONDecoder().decode(type, from: Data(line))
        } catch {
            throw LineProblem(decoding: error)
        }
    }
}

extension LineProblem {
    /// What a decoder complains of, by the field.
    fileprivate init(decoding error: any Error) {
        func field(_ context: DecodingError.Context) -> String {
            context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case DecodingError.keyNotFound(let key, _): self = .missing(key.stringValue)
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            self = context.codingPath.isEmpty ? .notAnObject : .wrongType(field(context))
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            self = .nonsense(field(context))
        case DecodingError.dataCorrupted(let context) where context.debugDescription.hasPrefix("Number"):
            self = .nonsenseNumber
        default: self = .notJSON
        }
    }
}

extension MatchRecord {
    /// Adds what a line says, and believes its verdict only if the moves lead to it.
    fileprivate mutating func apply(_ line: EntryLine) throws(LineProblem) {
        let entry = try line.entry(in: match.ruleset)
        do { try apply(entry) } catch { throw .record(error) }
        guard entry.act == .close, let verdict else { return }
        guard let written = line.verdict else { throw .missingVerdict }
        guard written == VerdictLine(verdict, in: match.ruleset) else { throw .otherVerdict }
    }
}
