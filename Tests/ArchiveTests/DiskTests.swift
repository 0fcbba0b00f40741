import Archive
import Game
import Foundation
import Glibc
import SystemPackage
import TestSupport
import Testing

/// A match that is being played and its file.
private struct Game {
    var record: MatchRecord
    let journal: Journal

    init(at path: String) throws {
        record = try MatchRecord(of: .fixture("worked-example"))
        journal = try Journal.create(at: path, record)
    }

    /// As the program does: what cannot be written happens all the same.
    mutating func play(_ notation: String, saying words: String = "as I said") throws {
        let ply = record.match.moves.count + 1
        let events = timed(.move(ply: ply, notation), .words(ply: ply, words))
        for event in events { try record.apply(event) }
        try journal.append(events)
    }

    func isOnDisk(at path: String) throws -> Bool {
        try MatchFile(reading: path).record.facts == record.facts
    }
}

@Suite("A match whose file cannot be written")
struct DiskTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch(onDisk: true)
    }

    @Test(
        "for a full disk keeps its whole lines, and has all when there is room again",
        .enabled(if: SmallDisk.isPossible, SmallDisk.needs), arguments: [0, 4096])
    func full(spared: Int) throws {
        let disk = try SmallDisk()
        let path = disk["match.jsonl"]
        var game = try Game(at: path)
        try game.play("propose p")
        let before = try Fixtures.bytes(path)
        try disk.fill(except: spared)
        // A page may be left in the file's last block, and with `spared` another: write more.
        let long = String(repeating: "long ", count: 2000)
        for notation in ["counter s ordinary", "shallower q"] {
            let error = #expect(throws: ArchiveError.self) { try game.play(notation, saying: long) }
            #expect(error?.description == "\(path): cannot write to it: No space left on device")
            #expect(try Fixtures.bytes(path) == before)
        }
        let elsewhere = try Journal.create(at: scratch["elsewhere.jsonl"], game.record)
        #expect(try game.isOnDisk(at: elsewhere.path))
        #expect(throws: ArchiveError.self) { try Journal.create(at: disk["second.jsonl"], game.record) }
        #expect(disk.names == ["filler", "match.jsonl"])
        disk.empty()
        try game.play("counter t ordinary")
        #expect(try game.isOnDisk(at: path))
        #expect(try Fixtures.bytes(path) == Fixtures.bytes(elsewhere.path) + lines(of: game, from: 6))
    }

    private func lines(of game: Game, from index: Int) throws -> [UInt8] {
        let whole = try Journal.create(at: scratch["whole.jsonl"], game.record).path
        let lines = try Fixtures.bytes(whole).split(separator: UInt8(ascii: "\n")).dropFirst(2 + index)
        return lines.flatMap { $0 + [UInt8(ascii: "\n")] }
    }

    @Test(
        "for a read-only disk is neither begun nor gone on with, but can be read",
        .enabled(if: SmallDisk.isPossible, SmallDisk.needs))
    func readOnlyDisk() throws {
        let disk = try SmallDisk()
        let game = try Game(at: disk["match.jsonl"]).record
        try disk.makeReadOnly()
        try expectReadOnly(game, in: disk["match.jsonl"], .readOnlyFileSystem)
        #expect(disk.names == ["match.jsonl"])
    }

    @Test(
        "for want of permission is neither begun nor gone on with, but can be read",
        .enabled(if: geteuid() != 0, "root needs no permissions"))
    func noPermission() throws {
        let game = try Game(at: scratch["match.jsonl"]).record
        chmod(scratch["match.jsonl"], 0o444)
        chmod(scratch.folder, 0o555)
        defer { chmod(scratch.folder, 0o755) }
        try expectReadOnly(game, in: scratch["match.jsonl"], .permissionDenied)
    }

    private func expectReadOnly(_ record: MatchRecord, in path: String, _ reason: Errno) throws {
        let folder = String(path.dropLast("/match.jsonl".count))
        #expect(throws: ArchiveError.system(reason, .open, path: path)) { try Journal.open(path) }
        #expect(try MatchFile(reading: path).record.facts == record.facts)
        for error in [
            #expect(throws: ArchiveError.self) { try Journal.create(at: folder + "/new.jsonl", record) },
            #expect(throws: ArchiveError.self) { try Journal.create(in: folder + "/new", record) },
        ] {
            #expect(error?.description.hasSuffix(reason.description) == true)
        }
    }

    @Test(
        "because it is gone says so and can be saved elsewhere",
        arguments: [
            "file deleted", "folder deleted", "file moved", "folder moved", "folder in its place",
            "a copy in its place",
        ])
    func vanished(how: String) throws {
        try scratch.makeFolder("saves")
        let path = scratch["saves/match.jsonl"]
        var game = try Game(at: path)
        try game.play("propose p")
        let before = try Fixtures.bytes(path)
        let files = FileManager.default
        switch how {
        case "file deleted": try files.removeItem(atPath: path)
        case "folder deleted": try files.removeItem(atPath: scratch["saves"])
        case "file moved": #expect(rename(path, scratch["saves/moved.jsonl"]) == 0)
        case "folder moved": #expect(rename(scratch["saves"], scratch["moved"]) == 0)
        case "a copy in its place":
            try files.removeItem(atPath: path)
            try scratch.write(before, as: "saves/match.jsonl")
        default:
            try files.removeItem(atPath: path)
            try scratch.makeFolder("saves/match.jsonl")
        }
        #expect(throws: ArchiveError.vanished(path: path)) { try game.play("counter s ordinary") }
        #expect(throws: ArchiveError.vanished(path: path)) { try game.play("shallower q") }
        for moved in ["saves/moved.jsonl", "moved/match.jsonl"] where files.fileExists(atPath: scratch[moved]) {
            #expect(try Fixtures.bytes(scratch[moved]) == before)
        }
        if how == "a copy in its place" { #expect(try Fixtures.bytes(path) == before) }
        let elsewhere = try Journal.create(at: scratch["elsewhere.jsonl"], game.record)
        #expect(try game.isOnDisk(at: elsewhere.path))
        try elsewhere.append(timed(.move(ply: 4, "counter t ordinary")))
        #expect(try MatchFile(reading: elsewhere.path).record.match.moves.count == 4)
    }

    @Test("because it was moved has all that happened when it is moved back")
    func movedBack() throws {
        let path = scratch["match.jsonl"]
        var game = try Game(at: path)
        #expect(rename(path, scratch["moved.jsonl"]) == 0)
        #expect(throws: ArchiveError.vanished(path: path)) { try game.play("propose p") }
        #expect(rename(scratch["moved.jsonl"], path) == 0)
        try game.play("counter s ordinary")
        #expect(try game.isOnDisk(at: path))
    }

    @Test("because another program wrote to it is left as that program left it", arguments: [-40, -1, 1])
    func changed(by bytes: Int) throws {
        let path = scratch["match.jsonl"]
        var game = try Game(at: path)
        try game.play("propose p")
        var others = try Fixtures.bytes(path)
        if bytes < 0 { others.removeLast(-bytes) } else { others.append(UInt8(ascii: "x")) }
        let descriptor = open(path, O_WRONLY | O_TRUNC)
        #expect(write(descriptor, others, others.count) == others.count)
        close(descriptor)
        #expect(throws: ArchiveError.changed(path: path)) { try game.play("counter s ordinary") }
        #expect(try Fixtures.bytes(path) == others)
    }

    @Test("for want of a folder that could be made is not begun")
    func fileForFolder() throws {
        let record = try MatchRecord(of: .fixture("worked-example"))
        try scratch.write([], as: "file")
        #expect(throws: ArchiveError.self) { try Journal.create(in: scratch["file"], record) }
        #expect(throws: ArchiveError.self) { try Journal.create(in: scratch["file/below/it"], record) }
        #expect(throws: ArchiveError.self) { try Journal.create(at: scratch["nowhere/match.jsonl"], record) }
        #expect(throws: ArchiveError.self) { try Journal.create(at: "", record) }
        #expect(throws: ArchiveError.self) { try Journal.create(at: scratch.folder + "/", record) }
        #expect(scratch.names == ["file"])
    }
}
