import Archive
import Game
import Foundation
import Rulebook
import TestSupport

/// A folder of one test's own, gone when the test is.
final class Scratch {
    let folder: String

    /// In memory if it can be, where no test waits for the disk.
    init(onDisk: Bool = false) throws {
        let memory = "/dev/shm"
        let isInMemory = !onDisk && FileManager.default.isWritableFile(atPath: memory)
        let parent = isInMemory ? memory : FileManager.default.temporaryDirectory.path
        folder = parent + "/credulity-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    subscript(name: String) -> String { folder + "/" + name }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ bytes: [UInt8], as name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: self[name]))
        return self[name]
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: false)
    }

    /// Every name in it, hidden ones too.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}

extension Ruleset {
    static func fixture(_ name: String) throws -> Ruleset {
        try Rulebook(contentsOf: Fixtures.ruleset(name)).ruleset
    }
}

extension MatchRecord {
    /// A match that has not begun, always the same for the same ruleset.
    init(
        of ruleset: Ruleset, profile: String? = nil, mode: Mode = .hard, names: (String, String) = ("Ana", "Ben")
    ) throws {
        let header = MatchHeader(
            date: "2026-11-21T05:30:12Z", id: "1f2e3d4c5b6a7988", ruleset: ruleset.identifier,
            hash: RulesetDocument(ruleset).fingerprint, profile: profile, mode: mode,
            players: .init(divergence: Player(name: names.0), training: Player(name: names.1, seat: "bot:greedy")),
            seed: .max)
        try self.init(header: header, ruleset: ruleset)
    }

    mutating func apply(_ events: MatchEvent...) throws {
        for event in events { try apply(TimedEvent(event, at: "2026-11-21T05:31:00Z")) }
    }

    /// All there is to compare.
    var facts: Facts {
        Facts(
            header: header, ruleset: ruleset, events: events, moves: match.moves, words: words,
            objections: objections, closings: closings, predictions: predictions, asker: adjudicationAskedBy,
            isClosed: isClosed,
            verdict: verdict)
    }
}

struct Facts: Equatable {
    let header: MatchHeader
    let ruleset: Ruleset
    let events: [TimedEvent]
    let moves: [Move]
    let words: [Int: String]
    let objections: [Int: String]
    let closings: [Side: String]
    let predictions: [Side: Credence]
    let asker: Side?
    let isClosed: Bool
    let verdict: Verdict?
}

func timed(_ events: MatchEvent...) -> [TimedEvent] {
    events.map { TimedEvent($0, at: "2026-11-21T05:32:00Z") }
}

/// The lines of the match that is kept from format version 1, without their ends.
func releasedLines() throws -> [String] {
    let bytes = try Fixtures.bytes(Fixtures.root + "/ArchiveTests/Released/version-1.jsonl")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
