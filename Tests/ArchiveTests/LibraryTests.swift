import Archive
import Game
import Play
import Glibc
import TestSupport
import Testing

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

    @Test("has the newest first")
    func order() throws {
        try save("b.jsonl", on: "2026-11-21T05:30:12Z", lines)
        try save("c.jsonl", on: "2027-01-01T00:00:00Z", lines)
        try save("a.jsonl", on: "2026-11-21T05:30:12Z", lines)
        try save("d.jsonl", on: "2026-11-21T05:30:11Z", lines)
        let (matches, problems) = Library(folder: scratch.folder).matches()
        #expect(matches.map(\.path) == ["c", "b", "a", "d"].map { scratch[$0 + ".jsonl"] })
        #expect(problems.isEmpty)
        #expect(matches[1].header.players.training.name == "Ben 日本")
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
