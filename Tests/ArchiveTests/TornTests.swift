import Archive
import Game
import Play
import TestSupport
import Testing

@Suite("A file cut off by a crash")
struct TornTests {
    /// The sample, and where the line after so many begins.
    private static func match(after count: Int) throws -> (bytes: [UInt8], start: Int) {
        let lines = try sampleLines().map { Array(($0 + "\n").utf8) }
        return (lines.flatMap(\.self), lines[..<count].reduce(0) { $0 + $1.count })
    }

    @Test("at any byte of its last entries opens, keeps its whole lines, and is played on")
    func everyByte() throws {
        let (bytes, start) = try TornTests.match(after: Thoroughness.isFull ? 2 : 19)
        let scratch = try Scratch()
        #expect(bytes.count - start > 300)
        for length in start..<bytes.count {
            let cut = Array(bytes[..<length])
            let isWhole = bytes[length] == UInt8(ascii: "\n")
            let feed = cut.lastIndex(of: UInt8(ascii: "\n")) ?? -1
            let whole = isWhole ? cut + [UInt8(ascii: "\n")] : Array(cut[...feed])
            let torn = isWhole ? [] : Array(cut[(feed + 1)...])
            let path = try scratch.write(cut, as: "\(length).jsonl")

            let read = try MatchFile(reading: path)
            #expect(read.torn == torn, "cut at \(length)")
            #expect(try Fixtures.bytes(path) == cut, "cut at \(length)")

            let (journal, file) = try Journal.open(path)
            #expect(file.torn == torn && file.record.facts == read.record.facts, "cut at \(length)")
            #expect(try Fixtures.bytes(path) == whole, "cut at \(length)")
            let aside = try? Fixtures.bytes(path + ".torn")
            #expect(aside == (torn.isEmpty ? nil : torn + [UInt8(ascii: "\n")]), "cut at \(length)")

            var record = file.record
            let next = try #require(something(record), "cut at \(length)")
            try journal.append([next], after: record)
            try record.apply(next)
            #expect(try MatchFile(reading: path).record.facts == record.facts, "cut at \(length)")
        }
    }

    /// Something that may happen next.
    private func something(_ record: MatchRecord) -> Entry? {
        if record.isClosed { return Entry(.remark(.divergence), words: "well played", at: "now") }
        if record.verdict != nil { return Entry(.close, at: "now") }
        return record.position.legalMoves.first.map { Entry(.move($0), at: "now") }
    }

    @Test("within its first two lines is not a match, and is left as it is")
    func beforeTheEntries() throws {
        let (bytes, start) = try TornTests.match(after: 2)
        let scratch = try Scratch()
        // Without its line feed the second line is whole.
        for length in stride(from: 0, to: start - 1, by: Thoroughness.isFull ? 1 : 13) {
            let cut = Array(bytes[..<length])
            let path = try scratch.write(cut, as: "match.jsonl")
            #expect(throws: ArchiveError.self, "cut at \(length)") { try Journal.open(path) }
            #expect(try Fixtures.bytes(path) == cut, "cut at \(length)")
        }
        #expect(scratch.names == ["match.jsonl"])
    }

    @Test("again and again keeps every torn line in one file beside it")
    func severalTimes() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Array(sampleLines()[..<5].map { $0 + "\n" }.joined().utf8), as: "match.jsonl")
        for torn in ["{\"act\":\"pro", "{", "{\u{0}\u{0}"] {
            try scratch.write(try Fixtures.bytes(path) + Array(torn.utf8), as: "match.jsonl")
            _ = try Journal.open(path)
        }
        #expect(try Fixtures.bytes(path + ".torn") == Array("{\"act\":\"pro\n{\n{\u{0}\u{0}\n".utf8))
    }

    @Test("is not touched when the rest is damaged")
    func damagedToo() throws {
        let scratch = try Scratch()
        let bytes = Array((try sampleLines()[..<6].joined(separator: "\n") + "\nnonsense\n{\"ac").utf8)
        let path = try scratch.write(bytes, as: "match.jsonl")
        #expect(throws: ArchiveError.damaged(path: path, line: 7, .notJSON)) {
            try Journal.open(path)
        }
        #expect(try Fixtures.bytes(path) == bytes)
        #expect(scratch.names == ["match.jsonl"])
    }

    @Test("is not touched when the torn line cannot be set aside")
    func noRoomBeside() throws {
        let scratch = try Scratch()
        let bytes = Array((try sampleLines()[..<6].joined(separator: "\n") + "\n{\"ac").utf8)
        let path = try scratch.write(bytes, as: "match.jsonl")
        try scratch.makeFolder("match.jsonl.torn")
        #expect(throws: ArchiveError.self) { try Journal.open(path) }
        #expect(try Fixtures.bytes(path) == bytes)
    }
}
