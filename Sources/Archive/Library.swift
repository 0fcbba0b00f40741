import Foundation
public import Play

/// The folder of saved matches.
public struct Library: Sendable {
    public let folder: String

    public init(folder: String) {
        self.folder = folder
    }

    /// Every match in the folder, newest first, and what is wrong with the files that could not be listed.
    ///
    /// A match is replayed only where its length cannot be told without. An absent folder holds no matches.
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
        let lines = FileLines(bytes).lines
        guard let first = lines.first else { throw .notAMatch(path: path, reason: .empty) }
        let header = try MatchFile.header(first, path)
        var plies: Int? = 0
        var verdict: VerdictLine?
        for line in lines.dropFirst(2) {
            guard let entry = try? JSONDecoder().decode(EntryLine.self, from: Data(line)) else { continue }
            plies = plies.flatMap { plies in entry.plies.map { max(0, plies + $0) } }
            if entry.act == "close" { verdict = entry.verdict }
        }
        guard let plies else {
            return SavedMatch(summaryOf: try MatchFile(path: path, bytes: bytes).record, path: path)
        }
        return SavedMatch(path: path, header: header, plies: plies, verdict: verdict)
    }
}

/// The time now, as match files write it: `2026-11-21T05:30:12Z`.
public func timestamp() -> String {
    Date.now.formatted(.iso8601)
}
