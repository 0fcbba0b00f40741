import Archive
import Game
import Play
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A match whose program is killed", .serialized)
struct KillTests {
    /// What the program had said it accepted, and what of it was gone.
    private struct Count {
        var accepted = 0
        var lost = 0
        var torn = 0
        var written = 0
    }

    @Test("at a random moment loses no move that the program had accepted")
    func nothingIsLost() throws {
        let seed = UInt64.random(in: 0...999_999)
        var random = SplitMix64(seed: seed)
        let kills = Thoroughness.isFull ? 200 : 20
        var count = Count()
        for number in 1...kills {
            let moment = Duration.microseconds(Int.random(in: 0...600_000, using: &random))
            try kill(after: moment, &count, "seed \(seed), kill \(number), after \(moment)")
        }
        print(
            "accepted moves lost: \(count.lost) of \(count.accepted) in \(kills) kills "
                + "(seed \(seed); \(count.written) moves written, \(count.torn) lines torn)")
        #expect(count.lost == 0, "seed \(seed)")
        #expect(count.accepted > kills, "seed \(seed): too slow to be a test")
    }

    /// Two moves and their take-backs, over and over, each move with words of its own.
    private static let script = (0..<700).flatMap { round in
        ["1 word-\(2 * round)-", "1 word-\(2 * round + 1)-", "undo", "y", "undo", "y"]
    }

    private func kill(after moment: Duration, _ count: inout Count, _ place: Comment) throws {
        let scratch = try Scratch(onDisk: true)
        let child = try playing(in: scratch.folder)
        // All of it at once, so that the program never waits and is often killed as it writes.
        child.type(KillTests.script.joined(separator: "\n"))
        child.listen(for: moment)
        Glibc.kill(child.id, SIGKILL)
        #expect(try child.finish() == 128 + SIGKILL, place)
        // A move is accepted where it is told back with its words.
        let accepted = Set(child.said.matches(of: /^ {4}“(word-\d+-)”$/.anchorsMatchLineEndings()).map { String($0.1) })
        count.accepted += accepted.count
        guard let name = scratch.names.first(where: { $0.hasSuffix(".jsonl") }) else {
            #expect(accepted.isEmpty, place)
            count.lost += accepted.count
            return
        }
        let path = scratch[name]
        let bytes = try Fixtures.bytes(path)
        var (journal, file): (Journal?, MatchFile) = try Journal.open(path)
        count.torn += file.torn.isEmpty ? 0 : 1
        #expect(try Fixtures.bytes(path) + file.torn == bytes, place)
        let kept = Set(file.record.log.compactMap(\.words))
        count.written += file.record.log.count { if case .move = $0.act { true } else { false } }
        count.lost += accepted.subtracting(kept).count
        #expect(accepted.isSubset(of: kept), place)
        _ = journal
        journal = nil
        try goOn(path, file.record, place)
    }

    /// Goes on with the match through the program.
    private func goOn(_ path: String, _ record: MatchRecord, _ place: Comment) throws {
        let child = try Child([Child.credulity, "resume", path, "--plain"])
        child.type("1 and on")
        #expect(try child.finish() == 0, place)
        let after = try MatchFile(reading: path).record
        #expect(after.log.starts(with: record.log), place)
        #expect(after.match.plies.count == record.match.plies.count + 1, place)
        #expect(after.words.last == "and on", place)
    }
}
