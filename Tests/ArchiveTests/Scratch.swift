import Archive
import Game
import Play
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
        of ruleset: Ruleset, profile: String? = nil, mode: Mode = .hard, names: (String, String) = ("Ana", "Ben"),
        judge: String? = nil, limit: DataLimit = .ruleset, leg: Leg? = nil
    ) throws {
        let header = MatchHeader(
            date: "2026-11-21T05:30:12Z", id: "1f2e3d4c5b6a7988", ruleset: ruleset.identifier,
            hash: RulesetDocument(ruleset).fingerprint, profile: profile, mode: mode,
            players: .init(divergence: Player(name: names.0), training: Player(name: names.1, seat: "bot:greedy")),
            judge: judge, limit: limit, leg: leg,
            seed: .max)
        try self.init(header: header, ruleset: ruleset)
    }

    /// Applies acts in notation.
    mutating func apply(_ acts: String..., saying words: String? = nil) throws {
        for act in acts { try apply(entry(act, saying: words)) }
    }

    /// What happens next, in notation.
    func entry(_ act: String, saying words: String? = nil) throws -> Entry {
        Entry(try match.ruleset.act(act), words: words, at: "2026-11-21T05:31:00Z")
    }

    /// What was said with each move that stands.
    var words: [String?] {
        match.plies.indices.map { words(with: $0 + 1) }
    }

    /// All there is to compare.
    var facts: Facts {
        Facts(
            header: header, ruleset: ruleset, log: log, standing: standing, moves: match.moves,
            words: words,
            objections: match.plies.indices.map { objection(to: $0 + 1) },
            closings: Side.allCases.map { closing(of: $0) }, predictions: predictions, cards: match.ruleset,
            prices: match.rules.prices, strains: Side.allCases.map { position.strain(of: $0) },
            disputesLeft: position.disputesLeft, coinsLeft: position.coinsLeft,
            disputable: position.disputableNumbers, awaiting: match.awaiting, isClosed: isClosed, verdict: verdict)
    }
}

struct Facts: Equatable {
    let header: MatchHeader
    let ruleset: Ruleset
    let log: [Entry]
    let standing: [Entry]
    let moves: [Move]
    let words: [String?]
    let objections: [String?]
    let closings: [String?]
    let predictions: [Side: Credence]
    /// The ruleset as it stands now.
    let cards: Ruleset
    let prices: Prices
    let strains: [Bits]
    let disputesLeft: BySide<Int>
    let coinsLeft: BySide<Int>
    let disputable: [Number]
    let awaiting: Awaiting
    let isClosed: Bool
    let verdict: Verdict?
}

/// The lines of the match that is kept from format version 1, without their ends.
func sampleLines() throws -> [String] {
    let bytes = try Fixtures.bytes(Fixtures.root + "/ArchiveTests/Samples/version-1.jsonl")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
