import Foundation
import Game
import Glibc
import Play
import SystemPackage
import Text

/// What was read in the files of a folder of matches, kept beside them in `.index` so that it need not be read again.
///
/// A plain file, and no database: it is read whole at every start, only ever replaced whole, and worth nothing without the
/// files, so that there is nothing to query, to migrate or to repair. Its first line names its format; every other line is
/// a file's stamp, what a list shows of it in JSON, and what a search looks through, with tabs between them. What stands there counts for a file with the very same
/// stamp and for no other, whatever it is called. Whatever cannot be read in it is passed over, and a folder that
/// cannot be written to has none.
struct LibraryIndex {
    private let path: String
    private var lines: [FileStamp: ArraySlice<UInt8>] = [:]
    /// Whether it differs from what is on the disk.
    private(set) var isChanged = false

    /// Another number when what a line says comes to mean something else.
    private static let heading = Array("credulity-index 1\n".utf8)
    /// More than a hundred thousand matches need.
    private static let limit = 512 * 1_048_576

    /// Reads what there is; never fails.
    init(folder: String) {
        path = folder + "/.index"
        guard let bytes = try? readFile(path, limit: LibraryIndex.limit) else { return }
        guard bytes.starts(with: LibraryIndex.heading) else { return }
        for line in LibraryIndex.lines(in: bytes) {
            guard let (stamp, rest) = FileStamp.first(in: line) else { continue }
            lines[stamp] = rest
        }
    }

    /// The lines after the heading; tens of megabytes in milliseconds.
    private static func lines(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = heading.count
        bytes.withUnsafeBytes { buffer in
            while start < buffer.count, let base = buffer.baseAddress,
                let feed = memchr(base + start, CInt(UInt8(ascii: "\n")), buffer.count - start)
            {
                let end = UnsafeRawPointer(feed) - base
                lines.append(bytes[start..<end])
                start = end + 1
            }
        }
        return lines
    }

    /// What a file with that stamp held; `nil` where it has to be read.
    mutating func match(_ path: String, _ stamp: FileStamp) -> SavedMatch? {
        guard let line = lines[stamp] else { return nil }
        if let match = IndexLine(line)?.match(at: path) { return match }
        lines[stamp] = nil
        return nil
    }

    /// Takes in what was read in a file.
    mutating func keep(_ match: SavedMatch, _ stamp: FileStamp) {
        guard !stamp.isFresh else { return }
        lines[stamp] = IndexLine(match).bytes[...]
        isChanged = true
    }

    /// Forgets what is about files that are not there any more.
    mutating func keepOnly(_ stamps: Set<FileStamp>) {
        let count = lines.count
        lines = lines.filter { stamps.contains($0.key) }
        if lines.count != count { isChanged = true }
    }

    /// Puts it in place of what is on the disk, whole; where that cannot be, nothing is lost but time.
    mutating func write() {
        guard isChanged else { return }
        isChanged = false
        var bytes = LibraryIndex.heading
        bytes.reserveCapacity(lines.reduce(64) { $0 + $1.value.count + 96 })
        for (stamp, line) in lines {
            bytes += stamp.text.utf8
            bytes.append(UInt8(ascii: "\t"))
            bytes += line
            bytes.append(UInt8(ascii: "\n"))
        }
        let draft = FilePath(path).removingLastComponent().appending(
            "." + String(UInt64.random(in: 0...UInt64.max), radix: 16) + ".draft")
        guard
            let file = try? openFile(draft.string, .writeOnly, [.create, .exclusiveCreate], for: .create, of: path)
        else { return }
        let isWritten = (try? file.closeAfter { try file.writeAll(bytes) }) != nil
        if !isWritten || rename(draft.string, path) != 0 { unlink(draft.string) }
    }
}

/// A line of the index without its stamp.
private struct IndexLine: Codable {
    var header: MatchHeader
    var plies: Int
    var limit: Bits
    var played: String
    /// What is in a verdict, if there is one; each reason with what it forced.
    var winner: Side?
    var grade: Mode?
    var reasons: [[String]]?
    /// Eight hexadecimal digits an act.
    var trail: String
    /// Where the file is broken, and how.
    var line: Int?
    var problem: String?
    /// It stands behind the rest: for a text of that length JSON takes its time.
    var searched = ""

    private enum CodingKeys: CodingKey {
        case header, plies, limit, played, winner, grade, reasons, trail, line, problem
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        guard let tab = bytes.firstIndex(of: UInt8(ascii: "\t")),
            let line = try? JSONDecoder().decode(IndexLine.self, from: Data(bytes[..<tab]))
        else { return nil }
        self = line
        searched = String(decoding: bytes[(tab + 1)...], as: UTF8.self)
    }

    init(_ match: SavedMatch) {
        header = match.header
        plies = match.plies
        limit = match.limit
        played = match.lastPlayed
        winner = match.verdict?.winner
        grade = match.verdict?.grade
        reasons = match.verdict?.reasons.map { [$0.reason] + [$0.forced].compactMap(\.self) }
        searched = match.searched
        trail = match.trail.map { step in
            let digits = String(step, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
        line = match.damage?.line
        problem = match.damage?.reason
    }

    var bytes: [UInt8] {
        guard let data = try? JSONEncoder().encode(self) else { preconditionFailure("a header that is no JSON") }
        return Array(data) + [UInt8(ascii: "\t")] + searched.utf8
    }

    /// What it says of a match; `nil` where it says what is true of none.
    func match(at path: String) -> SavedMatch? {
        let told = (reasons ?? []).joined() + [problem ?? "", header.ruleset, header.profile ?? ""]
        guard (try? header.check()) != nil, plies >= 0, limit >= .zero, told.allSatisfy(\.isPlainText),
            (reasons ?? []).allSatisfy({ (1...2).contains($0.count) }), let trail = steps
        else { return nil }
        let verdict = reasons.map { reasons in
            VerdictLine(
                winner: winner, grade: grade,
                reasons: reasons.map { .init(reason: $0[0], forced: $0.dropFirst().first) })
        }
        return SavedMatch(
            path: path, header: header, plies: plies, verdict: verdict, limit: limit, lastPlayed: played,
            localTime: localTime(played), searched: searched, trail: trail,
            damage: problem.map { Damage(line: line, reason: $0) })
    }

    private var steps: [UInt32]? {
        let digits = Array(trail.utf8)
        guard digits.count % 8 == 0 else { return nil }
        var steps: [UInt32] = []
        for start in stride(from: 0, to: digits.count, by: 8) {
            guard let step = UInt32(String(decoding: digits[start..<(start + 8)], as: UTF8.self), radix: 16) else {
                return nil
            }
            steps.append(step)
        }
        return steps
    }
}
