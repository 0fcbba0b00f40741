import Archive
import Foundation
import Game
import Glibc
import Play
import TestSupport
import Testing
import Text

@Suite("The index of saved matches")
struct LibraryIndexTests {
    let scratch: Scratch
    let lines: [String]

    init() throws {
        scratch = try Scratch()
        lines = try sampleLines()
        for (index, count) in [4, 8, 24].enumerated() { try save("\(index).jsonl", id: "\(index)bcdef", count) }
        // What was written a moment ago is not kept.
        Thread.sleep(forTimeInterval: 2.1)
    }

    private var library: Library { Library(folder: scratch.folder) }
    private var index: String { scratch[".index"] }

    private func save(_ name: String, id: String, _ count: Int, ana: String = "Ana") throws {
        let header = lines[0].replacing(/"id":"[^"]*"/, with: "\"id\":\"\(id)\"").replacing(
            "\"Ana\"", with: "\"\(ana)\"")
        try scratch.write(Array(([header] + lines[1..<count]).map { $0 + "\n" }.joined().utf8), as: name)
    }

    private func change(_ change: (String) -> String) throws {
        let text = try String(contentsOfFile: index, encoding: .utf8)
        try change(text).write(toFile: index, atomically: false, encoding: .utf8)
    }

    @Test("lists the same as the files, is made once, and may be deleted at any time")
    func sameAsFiles() throws {
        let first = library.list().files
        #expect(scratch.names.contains(".index") && first.count == 3)
        let bytes = try Fixtures.bytes(index)
        #expect(library.list().files == first)
        #expect(try Fixtures.bytes(index) == bytes)
        try FileManager.default.removeItem(atPath: index)
        #expect(library.list().files == first)
    }

    @Test("is what a list is made of where the file has not changed, and of nothing else")
    func stale() throws {
        _ = library.list()
        try change { $0.replacing("\"plies\":", with: "\"plies\":7") }
        #expect(library.list().files.allSatisfy { ($0.match?.plies ?? 0) >= 70 })
        let path = scratch["1.jsonl"]
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let status = try FileManager.default.attributesOfItem(atPath: path)
        // As long as it was, and as old.
        try Data(text.replacing("\"Ana\"", with: "\"Eva\"").utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.modificationDate: status[.modificationDate] as Any], ofItemAtPath: path)
        let changed = try #require(library.list().files.first { $0.path == path }?.match)
        #expect(changed.plies < 70 && changed.header.players.divergence.name == "Eva")
    }

    @Test("goes by no name: a file that was renamed or copied is itself")
    func renamed() throws {
        let before = library.list().files
        #expect(
            rename(scratch["0.jsonl"], scratch["x.jsonl"]) == 0 && rename(scratch["2.jsonl"], scratch["0.jsonl"]) == 0)
        let after = library.list().files
        #expect(after.count == 3)
        #expect(
            Set(after.map { fileName($0.path) + ($0.match?.header.id ?? "") }) == [
                "x.jsonl0bcdef", "0.jsonl2bcdef", "1.jsonl1bcdef",
            ])
        #expect(Set(after.map { $0.match?.plies }) == Set(before.map { $0.match?.plies }))
        try FileManager.default.removeItem(atPath: scratch["x.jsonl"])
        #expect(library.list().files.count == 2)
        let text = try String(contentsOfFile: index, encoding: .utf8)
        #expect(!text.contains("0bcdef"))
    }

    @Test("is passed over where it is damaged, and made anew", arguments: Thoroughness.seeds(ofFull: 60))
    func damaged(seed: UInt64) throws {
        let expected = library.list().files
        var random = SplitMix64(seed: seed)
        var bytes = try Fixtures.bytes(index)
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            guard let place = bytes.indices.randomElement(using: &random) else { break }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place...)
            case 2: bytes.insert(contentsOf: Array("\u{1B}[2J\n\t{".utf8), at: place)
            default: bytes.removeSubrange(place..<min(place + 40, bytes.count))
            }
        }
        try Data(bytes).write(to: URL(fileURLWithPath: index))
        let files = library.list().files
        #expect(files.count == expected.count, "seed \(seed)")
        for match in files.compactMap(\.match) {
            let shown =
                [
                    match.header.ruleset, match.header.profile ?? "", match.header.players.divergence.name,
                    match.localTime,
                ]
                + [match.shortID, match.damage?.reason ?? ""] + (match.verdict?.reasons.map(\.reason) ?? [])
            #expect(shown.allSatisfy { $0.isPlainText }, "seed \(seed)")
        }
        try FileManager.default.removeItem(atPath: index)
        #expect(library.list().files == expected, "seed \(seed)")
    }

    @Test(
        "may be anything: the list is made of the files then",
        arguments: ["folder", "pipe", "link", "foreign", "newer"])
    func foreign(kind: String) throws {
        let expected = library.list().files
        try FileManager.default.removeItem(atPath: index)
        switch kind {
        case "folder": try scratch.makeFolder(".index")
        case "pipe": #expect(mkfifo(index, 0o600) == 0)
        case "link": #expect(symlink("/etc/passwd", index) == 0)
        case "foreign": try scratch.write(Array("SQLite format 3\0".utf8), as: ".index")
        default: try scratch.write(Array("credulity-index 9\n1.2.3.4.5\t{}\t\n".utf8), as: ".index")
        }
        #expect(library.list().files == expected)
        #expect(!scratch.names.contains { $0.hasSuffix(".draft") })
    }

    @Test("is not there where the folder cannot be written to", .enabled(if: getuid() != 0))
    func readOnly() throws {
        chmod(scratch.folder, 0o500)
        defer { chmod(scratch.folder, 0o700) }
        #expect(library.list().files.count == 3)
        #expect(!scratch.names.contains(".index"))
    }

    @Test("is whole after several have written it at once")
    func together() async throws {
        let library = library
        let expected = library.list().files
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    unlink(library.folder + "/.index")
                    return library.list().files == expected
                }
            }
            for await isSame in group { #expect(isSame) }
        }
        #expect(library.list().files == expected && !scratch.names.contains { $0.hasSuffix(".draft") })
    }

    @Test("says what is broken and where, from the index as from the file")
    func broken() throws {
        try scratch.write(
            Array((lines[..<5] + ["{\"act\":\"propose the-moon\",\"time\":\"\"}"]).map { $0 + "\n" }.joined().utf8),
            as: "b.jsonl")
        Thread.sleep(forTimeInterval: 2.1)
        for _ in 0..<2 {
            let file = try #require(library.list().files.first { fileName($0.path) == "b.jsonl" })
            #expect(file.damage?.line == 6 && file.damage?.reason.contains("the-moon") == true)
            #expect(file.match?.isWaiting == false && file.state == .broken)
        }
        let (record, damage) = try MatchFile.upToBreak(scratch["b.jsonl"])
        #expect(record.log.count == 3 && damage?.damage.line == 6)
    }

    @Test("comes as it is read, the first rows first")
    func progress() throws {
        for index in 10..<150 { try save("\(index).jsonl", id: "\(index)cdefab", 4) }
        var steps: [SavedFiles] = []
        let whole = library.list(progress: { steps.append($0) })
        #expect(whole.isWhole && whole.count == 143)
        #expect(steps.first.map { !$0.isWhole && $0.files.count <= 60 } == true)
        var calls = 0
        let part = library.list(isCancelled: {
            calls += 1; return calls > 5
        })
        #expect(part.files.count == 5 && !part.isWhole)
    }

    @Test("takes matches in under names of their own, once")
    func imported() throws {
        let away = try Scratch()
        let header = lines[0].replacing(/"id":"[^"]*"/, with: "\"id\":\"../../../x\"")
            .replacing(/"date":"[^"]*"/, with: "\"date\":\"../../etc/x\"")
        let text = ([header] + lines[1..<8]).map { $0 + "\n" }.joined()
        let path = try away.write(Array((text + "{\"act\":\"pro").utf8), as: "colleague.jsonl")
        let first = try library.take(MatchFile(reading: path))
        guard case .copied(let copy) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(copy.hasPrefix(scratch.folder + "/") && !copy.dropFirst(scratch.folder.count + 1).contains("/"))
        #expect(try Fixtures.bytes(copy) == Array(text.utf8))
        let again = try library.take(MatchFile(reading: path))
        #expect(again == .known(path: copy))
        try away.write(Array((text + lines[8] + "\n").utf8), as: "colleague.jsonl")
        let more = try library.take(MatchFile(reading: path))
        #expect(more == .besides(path: copy.replacing(".jsonl", with: "-2.jsonl"), other: copy))
        #expect(!scratch.names.contains { $0.hasSuffix(".draft") })
    }
}
