import Archive
import Game
import Play
import Glibc
import TestSupport
import Testing
import Text

@Suite("The list of saved matches")
struct LibraryTests {
    let scratch: Scratch
    let lines: [String]

    init() throws {
        scratch = try Scratch()
        lines = try sampleLines()
    }

    private func save(
        _ name: String, on date: String? = nil, _ lines: some Collection<String>, torn: String = ""
    ) throws {
        var text = lines.map { $0 + "\n" }.joined() + torn
        if let date, let dated = text.firstRange(of: /"date":"[^"]*"/) {
            text.replaceSubrange(dated, with: "\"date\":\"\(date)\"")
        }
        try scratch.write(Array(text.utf8), as: name)
    }

    /// A match of its own that began on a date, and in which one move was made at a time.
    private func save(_ name: String, id: String, begun: String, played time: String?) throws {
        let header = lines[0].replacing(/"id":"[^"]*"/, with: "\"id\":\"\(id)\"")
        let move = time.map { "{\"act\":\"propose p\",\"time\":\"\($0)\"}" }
        try save(name, on: begun, [header, lines[1], move].compactMap(\.self))
    }

    @Test("has the one last played first, whenever it began and whatever it is called")
    func order() throws {
        try save("b.jsonl", id: "b", begun: "2026-11-01T09:00:00Z", played: "2026-11-25T18:00:00Z")
        try save("c.jsonl", id: "c", begun: "2026-11-03T09:00:00Z", played: "2026-11-03T09:00:01Z")
        try save("a.jsonl", id: "a", begun: "2026-11-02T09:00:00Z", played: "2026-11-25T20:00:00+02:00")
        try save("d.jsonl", id: "d", begun: "2026-11-26T00:00:00Z", played: nil)
        try save("e.jsonl", id: "e", begun: "2026-11-04T09:00:00Z", played: "yesterday")
        let (matches, problems) = Library(folder: scratch.folder).matches()
        #expect(matches.map(\.path) == ["d", "b", "a", "e", "c"].map { scratch[$0 + ".jsonl"] })
        #expect(matches.map { $0.lastPlayed.prefix(13) }.first { $0.hasPrefix("2026-11-25") } == "2026-11-25T18")
        #expect(problems.isEmpty)
        #expect(matches[1].header.players.training.name == "Ben 日本")
    }

    @Test("says of files of the same match how each stands to the one last played")
    func copies() throws {
        let other = "{\"act\":\"propose p\",\"time\":\"2027-01-01T00:00:00Z\"}"
        try save("match.jsonl", lines[..<8])
        try save("match (1).jsonl", lines[..<8])
        try save("match (conflicted copy).jsonl", lines[..<6])
        try save("match.sync-conflict.jsonl", lines[..<4] + [other])
        try save("another.jsonl", id: "another", begun: "2026-11-21T05:30:12Z", played: nil)
        let matches = Library(folder: scratch.folder).matches().matches
        let told = Dictionary(uniqueKeysWithValues: matches.map { (fileName($0.path), $0.copy) })
        #expect(matches.allSatisfy { $0.copy == nil || $0.copy?.count == 4 } && told["another.jsonl"] == .some(nil))
        #expect(told["match.sync-conflict.jsonl"]??.relation == .first)
        #expect(told["match.jsonl"]??.relation == .parted(after: 2))
        #expect(Set(matches.compactMap { $0.copy?.number }) == [1, 2, 3, 4])
    }

    @Test("goes on with no copy of which another has all", arguments: [(4, 6), (6, 6), (4, 24)])
    func surpassed(shorter: Int, longer: Int) throws {
        try save("match (conflicted copy).jsonl", lines[..<shorter])
        try save("match.jsonl", lines[..<longer])
        let matches = Library(folder: scratch.folder).matches().matches
        #expect(matches.map { $0.copy?.relation } == [.first, shorter == longer ? .same : .behind])
        #expect(matches.map(\.isWaiting) == [longer < 24, false])
    }

    @Test("counts what opening has: plies after take-backs, of whole lines", arguments: 2...24)
    func plies(count: Int) throws {
        let torn = "{\"act\":\"propose p\",\"time\":\"\""
        try save("match.jsonl", lines[..<count], torn: torn)
        let listed = try #require(Library(folder: scratch.folder).matches().matches.first)
        let record = try MatchFile(reading: listed.path).record
        #expect(listed.plies == record.match.plies.count)
        #expect(listed.header == record.header)
        #expect(
            listed.verdict == (record.isClosed ? record.verdict.map { VerdictLine($0, in: record.match.ruleset) } : nil)
        )
    }

    @Test("agrees with replay on random matches", arguments: Thoroughness.seeds(ofFull: 200))
    func random(seed: UInt64) throws {
        let record = try RandomRecord.played(seed: seed, mode: .easy)
        _ = try Journal.create(at: scratch["match.jsonl"], record)
        let listed = try #require(Library(folder: scratch.folder).matches().matches.first)
        #expect(listed.plies == record.match.plies.count, "seed \(seed)")
        #expect((listed.verdict != nil) == record.isClosed, "seed \(seed)")
    }

    @Test("tells of broken files and passes over what is no match file")
    func others() throws {
        try save("good.jsonl", lines)
        try save("broken.jsonl", ["nonsense"])
        try save("empty.jsonl", [])
        try save("newer.jsonl", [lines[0].replacing("\"version\":1", with: "\"version\":7")])
        try save("good.jsonl.torn", ["{"])
        try save(".hidden.jsonl", ["nonsense"])
        try save(".1f2e.draft", [lines[0]])
        try save("README.md", ["# Saves"])
        try scratch.makeFolder("folder.jsonl")
        #expect(mkfifo(scratch["pipe.jsonl"], 0o600) == 0)
        #expect(symlink(scratch["nowhere"], scratch["link.jsonl"]) == 0)
        let (matches, problems) = Library(folder: scratch.folder).matches()
        #expect(matches.map(\.path) == [scratch["good.jsonl"]])
        let told = problems.map { $0.description.dropFirst(scratch.folder.count + 1) }
        #expect(
            told == [
                "broken.jsonl: not a saved match: the first line does not say “credulity-match”",
                "empty.jsonl: not a saved match: the first line is missing",
                "folder.jsonl: not a saved match: not a file",
                "link.jsonl: cannot open it: No such file or directory",
                "newer.jsonl: written in format version 7 by a newer credulity; this one reads up to version 1. "
                    + "Update to open it",
                "pipe.jsonl: not a saved match: not a file",
            ])
    }

    @Test("is empty where there is no folder")
    func noFolder() {
        let (matches, problems) = Library(folder: scratch["nowhere"]).matches()
        #expect(matches.isEmpty && problems.isEmpty)
    }
}
