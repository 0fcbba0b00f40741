import Game
import Foundation
import Glibc

/// A saved match as a list shows it, from its header and a glance at its events.
public struct SavedMatch: Hashable, Sendable {
    public let path: String
    public let header: MatchHeader
    /// Plies after take-backs.
    public let plies: Int
    /// `nil` while it is unfinished.
    public let verdict: VerdictLine?
}

extension SavedMatch {
    /// What a list shows of a match that is at hand.
    public init(summaryOf record: MatchRecord, path: String) {
        self.path = path
        header = record.header
        plies = record.match.moves.count
        verdict = record.isClosed ? record.verdict.map { VerdictLine($0, in: record.match.ruleset) } : nil
    }
}

/// The folder of saved matches.
public struct Library: Sendable {
    public let folder: String

    public init(folder: String) {
        self.folder = folder
    }

    /// Every match in the folder, newest first, and what is wrong with the files that could not be listed.
    ///
    /// A match is replayed only when it is opened. An absent folder holds no matches.
    public func matches() -> (matches: [SavedMatch], problems: [ArchiveError]) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var matches: [SavedMatch] = []
        var problems: [ArchiveError] = []
        for name in names.sorted() where name.hasSuffix(".jsonl") && !name.hasPrefix(".") {
            do {
                matches.append(try summary(folder + "/" + name))
            } catch {
                problems.append(error)
            }
        }
        return (matches.sorted { ($1.header.date, $1.path) < ($0.header.date, $0.path) }, problems)
    }

    private func summary(_ path: String) throws(ArchiveError) -> SavedMatch {
        let bytes = try readFile(path, limit: MatchFile.limit)
        let whole = bytes[..<(bytes.lastIndex(of: UInt8(ascii: "\n")) ?? 0)]
        let lines = whole.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first else { throw .notAMatch(path: path, reason: .empty) }
        let header = try MatchFile.header(first, path)
        var plies = 0
        var verdict: VerdictLine?
        for line in lines.dropFirst(2) {
            guard let event = try? JSONDecoder().decode(EventLine.self, from: Data(line)) else { continue }
            // Nothing is believed of a number that was not replayed, least of all that it can be subtracted.
            plies = event.move == nil ? max(0, plies - max(0, event.plies ?? 0)) : plies + 1
            verdict = event.verdict ?? verdict
        }
        return SavedMatch(path: path, header: header, plies: plies, verdict: verdict)
    }
}

/// The time now, as match files write it: `2026-11-21T05:30:12Z`.
public func timestamp() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
}
