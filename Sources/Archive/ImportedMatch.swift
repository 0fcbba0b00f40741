public import Play

/// A match as brought back from what was exported as JSON: believed only after it was replayed, as every file is.
public struct ImportedMatch: Sendable {
    public let record: MatchRecord

    /// - Throws: `ArchiveError`; of what is wrong inside, `.damaged` with the line on which it begins.
    public init(reading path: String) throws(ArchiveError) {
        try self.init(try readFile(path, limit: MatchFile.limit), named: path)
    }

    /// The same from memory; complaints call it by that name.
    public init(_ bytes: [UInt8], named path: String) throws(ArchiveError) {
        guard let file = JSONSlice(file: bytes), file["format"].map(\.text) == MatchDocument.format else {
            throw .notAMatch(path: path, reason: .notExported)
        }
        let version = file["version"].flatMap { Int($0.text) } ?? 0
        guard version >= 1 else { throw .damaged(path: path, line: 1, .noVersion(version)) }
        guard version <= MatchDocument.version else { throw .newer(path: path, version: version) }
        func member(_ key: String) throws(ArchiveError) -> JSONSlice {
            guard let value = file[key] else { throw .damaged(path: path, line: 1, .missing(key)) }
            return value
        }
        let acts = try member("acts")
        guard let elements = acts.elements else {
            throw .damaged(path: path, line: bytes.line(of: acts), .wrongType("acts"))
        }
        let parts = [try member("match"), try member("ruleset")] + elements
        do throws(ArchiveError) {
            var reader = MatchReader()
            let reading = try reader.read(parts.map(\.bytes), path)
            if let damage = reading.damage { throw damage }
            record = reading.record
        } catch .damaged(_, let line, let problem) {
            throw .damaged(path: path, line: bytes.line(of: parts[min(line, parts.count) - 1]), problem)
        } catch .notAMatch {
            throw .damaged(path: path, line: bytes.line(of: parts[0]), .nonsense("match"))
        }
    }
}

extension JSONSlice {
    /// What is written, without quotes.
    fileprivate var text: String {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : text
    }
}

extension [UInt8] {
    /// The line on which a value begins, from 1.
    fileprivate func line(of slice: JSONSlice) -> Int {
        self[..<slice.bytes.startIndex].count { $0 == UInt8(ascii: "\n") } + 1
    }
}
