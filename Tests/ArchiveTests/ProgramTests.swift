import Archive
import Game
import Play
import Foundation
import Glibc
import TestSupport
import Testing

/// Plays the worked example in a folder of saves.
func playing(in folder: String, through wrapper: [String] = []) throws -> Child {
    try Child(
        wrapper + [
            Child.credulity, "play", "--plain", "--ruleset", Fixtures.ruleset("worked-example"), "--saves", folder,
            "--divergence", "human:Ana", "--training", "human:Ben",
        ])
}

@Suite("The program with a match's file")
struct ProgramTests {
    let scratch: Scratch
    /// The match's file.
    private var saved: String? { scratch.names.first { $0.hasSuffix(".jsonl") }.map { scratch[$0] } }

    init() throws {
        scratch = try Scratch(onDisk: true)
    }

    @Test("is told that another has it open, whichever came first")
    func twoAtOnce() throws {
        let first = try playing(in: scratch.folder)
        first.type("1")
        try first.expect("Ben> ")
        let path = try #require(saved)
        #expect(throws: ArchiveError.inUse(path: path)) { try Journal.open(path) }
        let second = try Child([Child.credulity, "resume", path, "--plain"])
        #expect(try second.finish() == 65)
        #expect(second.complained == "\(path): open in another credulity; close it there first\n")
        #expect(second.said.isEmpty)
        first.type("1")
        #expect(try first.finish() == 0)
        let held = try Journal.open(path)
        #expect(held.file.record.match.plies.count == 2)
        let third = try Child([Child.credulity, "resume", path, "--plain"])
        #expect(try third.finish() == 65)
        withExtendedLifetime(held) {}
    }

    @Test("lets go of it when killed, and goes on with a torn line set aside")
    func torn() throws {
        let first = try playing(in: scratch.folder)
        try first.expect("Ana> ")
        first.type("1 first", "1 second")
        try first.expect("“second”")
        kill(first.id, SIGKILL)
        #expect(try first.finish() == 128 + SIGKILL)
        let path = try #require(saved)
        try scratch.write(try Fixtures.bytes(path).dropLast(3), as: (path as NSString).lastPathComponent)
        let second = try Child([Child.credulity, "resume", "--plain", "--saves", scratch.folder])
        try second.expect("it was set aside in \(path).torn. Play goes on.")
        second.type("say once more", "1")
        #expect(try second.finish() == 0)
        let record = try MatchFile(reading: path).record
        #expect(record.words == ["first", "once more"])
    }

    @Test(
        "plays on when the file may not grow, says so, and writes all when it may",
        .enabled(if: access("/usr/bin/prlimit", X_OK) == 0, "needs prlimit of util-linux"), arguments: [0, 4096])
    func fullDisk(limit: Int) throws {
        let child = try playing(in: scratch.folder, through: ["/usr/bin/prlimit", "--fsize=\(limit):unlimited"])
        try child.expect("Ana> ")
        let long = String(repeating: "long ", count: 300)
        child.type("1 \(long)", "1 \(long)")
        try child.expect("NOT SAVED: ")
        try child.expect("2. Ben answered")
        let path = saved
        #expect((path == nil) == (limit == 0))
        if let path {
            #expect(child.complained.contains("\(path): cannot write to it: File too large"))
            let file = try MatchFile(reading: path)
            #expect(file.torn.isEmpty && file.record.match.plies.count < 2)
        }
        #expect(try Child(["prlimit", "--pid", "\(child.id)", "--fsize=unlimited"]).finish() == 0)
        let elsewhere = scratch["elsewhere"]
        if path == nil {
            child.type("save \(elsewhere)")
            try child.expect("Saved in \(elsewhere).")
        }
        child.forget()
        child.type("1 end")
        #expect(try child.finish() == 0)
        #expect(child.said.contains("Saved in \(path ?? elsewhere). “credulity resume” goes on."))
        let record = try MatchFile(reading: path ?? elsewhere).record
        #expect(record.words == [long, long, "end"])
    }

    @Test("that vanished says on leaving that the match is not saved")
    func vanished() throws {
        let child = try playing(in: scratch.folder)
        child.type("1")
        try child.expect("Ben> ")
        unlink(try #require(saved))
        child.type("1")
        try child.expect("NOT SAVED: ")
        try child.expect("is gone")
        try child.expect("2. Ben answered")
        #expect(try child.finish() == 74)
        #expect(child.said.hasSuffix("The match was not saved.\n"))
        #expect(scratch.names.isEmpty)
    }
}
