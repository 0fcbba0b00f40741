import Game
public import Play
import Foundation
import Rulebook

/// A match file as read: the record, and what a crash tore off its end.
public struct MatchFile: Sendable {
    public let path: String
    public let record: MatchRecord
    let lines: FileLines
    /// A fingerprint of the match after each act.
    let trail: [UInt32]
    /// The last line if it was cut off before its end; empty otherwise.
    public var torn: [UInt8] { lines.torn }

    /// More than any match: a ruleset of 4 MiB and a hundred thousand events.
    static let limit = 64 * 1_048_576

    /// Reads and replays a match without changing the file.
    public init(reading path: String) throws(ArchiveError) {
        try self.init(path: path, bytes: try readFile(path, limit: MatchFile.limit))
    }

    init(path: String, bytes: [UInt8]) throws(ArchiveError) {
        self.path = path
        lines = FileLines(bytes)
        var reader = MatchReader()
        let reading = try reader.read(lines.lines, path)
        if let damage = reading.damage { throw damage }
        record = reading.record
        trail = reading.trail
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

    /// Reads a match as far as it replays, without changing the file.
    ///
    /// - Returns: the match, and why the rest of the file cannot be had; `nil`: there is no more.
    /// - Throws: `ArchiveError` where not even the beginning of a match can be had.
    public static func upToBreak(_ path: String) throws(ArchiveError) -> (record: MatchRecord, damage: ArchiveError?) {
        var reader = MatchReader()
        let reading = try reader.read(FileLines(try readFile(path, limit: limit)).lines, path)
        return (reading.record, reading.damage)
    }

    /// The header alone.
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

    static func decode<Value: Decodable>(
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
