import Archive
import Game
import Play
import Foundation
import Glibc
import SystemPackage
import TestSupport
import Testing
import Text

@Suite("A journal")
struct JournalTests {
    let scratch: Scratch
    let record: MatchRecord

    init() throws {
        scratch = try Scratch()
        record = try MatchRecord(of: .fixture("worked-example"))
    }

    @Test("is opened by one at a time", arguments: [true, false])
    func inUse(asCreated: Bool) throws {
        let path = scratch["match.jsonl"]
        var journal: Journal? = try Journal.create(at: path, record)
        if !asCreated {
            journal = nil
            journal = try Journal.open(path).journal
        }
        #expect(throws: ArchiveError.inUse(path: path)) { try Journal.open(path) }
        _ = try MatchFile(reading: path)
        try journal?.append([record.entry("propose p")], after: record)
        journal = nil
        #expect(try Journal.open(path).file.record.match.plies.count == 1)
    }

    @Test("never takes a name that something has", arguments: ["file", "folder", "link to nothing", "pipe"])
    func noOverwriting(kind: String) throws {
        let path = scratch["taken"]
        switch kind {
        case "file": try scratch.write(Array("dear to me".utf8), as: "taken")
        case "folder": try scratch.makeFolder("taken")
        case "pipe": #expect(mkfifo(path, 0o600) == 0)
        default: #expect(symlink(scratch["nowhere"], path) == 0)
        }
        let error = #expect(throws: ArchiveError.self) { try Journal.create(at: path, record) }
        #expect(error?.description.contains("exists already") == true)
        #expect(scratch.names == ["taken"])
        if kind == "file" { #expect(try Fixtures.bytes(path) == Array("dear to me".utf8)) }
    }

    @Test("created twice at once at one path is created once")
    func race() async throws {
        let (path, record) = (scratch["match.jsonl"], record)
        let journals = await withTaskGroup(of: String?.self) { group in
            for number in 0..<16 {
                group.addTask {
                    var own = record
                    try? own.apply("propose p", saying: "number \(number)")
                    return (try? Journal.create(at: path, own)) == nil ? nil : "number \(number)"
                }
            }
            return await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
        }
        #expect(journals.count == 1)
        #expect(try MatchFile(reading: path).record.words == journals)
        #expect(scratch.names == ["match.jsonl"])
    }

    @Test("has a file name of plain letters whatever the players are called")
    func fileNames() throws {
        for (name, part) in [
            ("../../etc/passwd", "-etcpasswd-"), ("-rf *", "-rf-"), ("日本", "-hard-ben-"), ("a\u{0}b", nil), (".", nil),
            (String(repeating: "x", count: 400), "-xxxxxxxxxxxx-"),
        ] {
            guard let record = try? MatchRecord(of: .fixture("worked-example"), names: (name, "Ben")) else {
                #expect(!name.isPlainText)
                continue
            }
            let journal = try Journal.create(in: scratch.folder, record)
            let file = journal.path.dropFirst(scratch.folder.count + 1)
            #expect(!file.contains("/") && file.hasSuffix(".jsonl") && file.allSatisfy(\.isASCII))
            #expect(part.map { journal.path.contains($0) } ?? true)
            #expect(file.hasPrefix("2026-11-21-0530Z-worked-example-hard-"))
            unlink(journal.path)
        }
    }

    @Test("of a ruleset with a very long identifier has a name that a file can have")
    func longIdentifier() throws {
        var ruleset = try Ruleset.fixture("worked-example")
        ruleset.identifier = String(repeating: "long-", count: 100) + "x"
        let journal = try Journal.create(in: scratch.folder, MatchRecord(of: ruleset))
        #expect(try MatchFile(reading: journal.path).record.header.ruleset == ruleset.identifier)
    }

    /// Through a link in the test's own folder: a bug must not cost root its devices.
    @Test("is refused where there is no file of a match", arguments: ["/dev/zero", "/dev/null", "/"])
    func notAFile(target: String) {
        let path = scratch["link"]
        #expect(symlink(target, path) == 0)
        #expect(throws: ArchiveError.self) { try Journal.open(path) }
        #expect(throws: ArchiveError.self) { try MatchFile(reading: path) }
        #expect(throws: ArchiveError.self) { try Journal.create(at: path, record) }
        #expect(scratch.names == ["link"])
    }

    @Test("is refused for a pipe that nobody writes to, without waiting")
    func pipe() {
        let path = scratch["pipe"]
        #expect(mkfifo(path, 0o600) == 0)
        #expect(throws: ArchiveError.notAMatch(path: path, reason: .notAFile(.fifo))) { try Journal.open(path) }
        #expect(throws: ArchiveError.notAMatch(path: path, reason: .notAFile(.fifo))) { try MatchFile(reading: path) }
    }

    @Test("is refused for a file above 64 MiB, which is not read")
    func tooLarge() throws {
        let path = try scratch.write([], as: "huge.jsonl")
        #expect(truncate(path, 64 * 1_048_576 + 1) == 0)
        #expect(throws: ArchiveError.tooLarge(path: path, limit: 64 * 1_048_576)) { try Journal.open(path) }
        #expect(throws: ArchiveError.tooLarge(path: path, limit: 64 * 1_048_576)) { try MatchFile(reading: path) }
    }

    @Test("never grows beyond what can be read again")
    func staysReadable() throws {
        let journal = try Journal.create(at: scratch["match.jsonl"], record)
        var record = record
        try journal.append([record.entry("propose p")], after: record)
        try record.apply("propose p")
        // 22 MiB in letters of four bytes, which are sooner looked through.
        let more = try [record.entry("object", saying: String(repeating: "🎲", count: 22 * 262_144))]
        try journal.append(more, after: record)
        try journal.append(more, after: record)
        #expect(throws: ArchiveError.tooLarge(path: journal.path, limit: 64 * 1_048_576)) {
            try journal.append(more, after: record)
        }
        var status = stat()
        #expect(stat(journal.path, &status) == 0 && status.st_size < 64 * 1_048_576)
    }
}
