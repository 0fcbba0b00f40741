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
