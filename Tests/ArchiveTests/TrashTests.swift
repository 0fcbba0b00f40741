import Archive
import Game
import Play
import Glibc
import TestSupport
import Testing

@Suite("The trash")
struct TrashTests {
    let scratch: Scratch
    let library: Library
    let record: MatchRecord

    init() throws {
        scratch = try Scratch()
        library = Library(folder: scratch.folder)
        record = try MatchRecord(of: .fixture("worked-example"))
    }

    @Test("takes a match as it is, and gives it back when it is moved back")
    func takes() throws {
        let path = try Journal.create(in: scratch.folder, record).path
        let bytes = try Fixtures.bytes(path)
        let target = try library.discard(path)
        #expect(target == library.trash + path.dropFirst(scratch.folder.count))
        #expect(scratch.names == ["trash"] && library.matches().matches.isEmpty)
        #expect(try Fixtures.bytes(target) == bytes)
        #expect(rename(target, path) == 0)
        #expect(library.matches().matches.map(\.path) == [path])
    }

    @Test("overwrites nothing that it has")
    func sameName() throws {
        let targets = try (0..<3).map { number in
            let path = try scratch.write(Array("match \(number)".utf8), as: "a match.of mine.jsonl")
            return try library.discard(path).dropFirst(library.trash.count + 1)
        }
        #expect(targets == ["a match.of mine.jsonl", "a match.of mine-2.jsonl", "a match.of mine-3.jsonl"])
        #expect(try Fixtures.bytes("\(library.trash)/\(targets[1])") == Array("match 1".utf8))
    }

    @Test("takes no match that is being played")
    func inUse() throws {
        let journal = try Journal.create(in: scratch.folder, record)
        #expect(throws: ArchiveError.inUse(path: journal.path)) { try library.discard(journal.path) }
        #expect(library.matches().matches.count == 1)
        try journal.append([record.entry("propose p")], after: record)
    }

    @Test("takes a match that may only be read")
    func readOnly() throws {
        let path = try Journal.create(in: scratch.folder, record).path
        chmod(path, 0o444)
        #expect(try MatchFile(reading: library.discard(path)).record.facts == record.facts)
    }

    @Test("says why it cannot take a match, which stays", arguments: ["no folder can be made", "the match is gone"])
    func refuses(why: String) throws {
        var path = scratch["nowhere.jsonl"]
        if why == "no folder can be made" {
            path = try Journal.create(in: scratch.folder, record).path
            try scratch.write([], as: "trash")
        }
        let names = scratch.names
        let error = #expect(throws: ArchiveError.self) { try library.discard(path) }
        #expect(error?.description.contains("cannot ") == true)
        #expect(scratch.names == names)
    }
}

@Suite("The file of a match that is about to begin")
struct BeginningTests {
    @Test("is tried without leaving anything")
    func rehearsal() throws {
        let scratch = try Scratch()
        let record = try MatchRecord(of: .fixture("worked-example"))
        try Journal.rehearse(in: scratch["saves"], record)
        #expect(scratch.names == ["saves"] && Library(folder: scratch["saves"]).matches().matches.isEmpty)
        try scratch.write([], as: "file")
        #expect(throws: ArchiveError.self) { try Journal.rehearse(in: scratch["file"], record) }
    }

    @Test("goes when it is removed, unless something else is there by now")
    func removed() throws {
        let scratch = try Scratch()
        let record = try MatchRecord(of: .fixture("worked-example"))
        let journal = try Journal.create(at: scratch["match.jsonl"], record)
        journal.remove()
        #expect(scratch.names.isEmpty)
        try scratch.write([1, 2, 3], as: "match.jsonl")
        journal.remove()
        #expect(try Fixtures.bytes(scratch["match.jsonl"]) == [1, 2, 3])
    }

    @Test("is written so that other programs that hold numbers as doubles keep its seed", arguments: [0, 1 << 53 - 1])
    func seed(value: UInt64) throws {
        let scratch = try Scratch()
        let header = try sampleLines()[0].replacing(/"seed":\d+/, with: "\"seed\":\(Double(value))")
        let lines = [header] + (try sampleLines().dropFirst())
        let path = try scratch.write(Array(lines.map { $0 + "\n" }.joined().utf8), as: "match.jsonl")
        #expect(try MatchFile(reading: path).record.header.seed == value)
    }
}
