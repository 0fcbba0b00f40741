import Foundation
public import Play

/// The folder of saved matches.
public struct Library: Sendable {
    public let folder: String

    public init(folder: String) {
        self.folder = folder
    }

    /// Every match in the folder, the one last played first, and what is wrong with the files that could not be listed.
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
        matches.sort { ($1.lastPlayed, $1.plies, $1.path) < ($0.lastPlayed, $0.plies, $0.path) }
        return (tellingCopiesApart(in: matches), problems)
    }

    private func summary(_ path: String) throws(ArchiveError) -> SavedMatch {
        let bytes = try readFile(path, limit: MatchFile.limit)
        let lines = FileLines(bytes).lines
        guard let first = lines.first else { throw .notAMatch(path: path, reason: .empty) }
        let header = try MatchFile.header(first, path)
        let entries = entries(lines)
        let lastPlayed =
            ([header.date] + entries.map(\.time)).lazy.reversed().compactMap(normalized).first ?? header.date
        let local = localTime(lastPlayed)
        let plies = entries.reduce(0 as Int?) { plies, entry in
            plies.flatMap { plies in entry.plies.map { max(0, plies + $0) } }
        }
        guard let plies else {
            let record = try MatchFile(path: path, bytes: bytes).record
            return SavedMatch(summaryOf: record, path: path, lastPlayed: lastPlayed, localTime: local)
        }
        let verdict = entries.last { $0.act == "close" }?.verdict
        return SavedMatch(
            path: path, header: header, plies: plies, verdict: verdict, lastPlayed: lastPlayed, localTime: local)
    }

    /// The entries that can be read, on their lines.
    private func entries(_ lines: [ArraySlice<UInt8>]) -> [EntryLine] {
        lines.dropFirst(2).compactMap { try? JSONDecoder().decode(EntryLine.self, from: Data($0)) }
    }

    /// What happened in a file; nothing if it cannot be read any more.
    private func acts(_ path: String) -> [CopiedAct] {
        let bytes = (try? readFile(path, limit: MatchFile.limit)) ?? []
        return entries(FileLines(bytes).lines).map { CopiedAct(act: $0.act, time: $0.time, words: $0.words) }
    }

    /// The same matches; those that are in several files know how they stand to the first of them.
    private func tellingCopiesApart(in matches: [SavedMatch]) -> [SavedMatch] {
        var matches = matches
        for copies in Dictionary(grouping: matches.indices, by: { matches[$0].header.id }).values where copies.count > 1
        {
            let first = acts(matches[copies[0]].path)
            for (offset, index) in copies.enumerated() {
                let relation = offset == 0 ? .first : relation(of: acts(matches[index].path), to: first)
                matches[index].copy = MatchCopy(number: offset + 1, of: copies.count, relation)
            }
        }
        return matches
    }

    private func relation(of acts: [CopiedAct], to first: [CopiedAct]) -> MatchCopy.Relation {
        let common = zip(acts, first).prefix { $0 == $1 }.count
        switch (common == acts.count, common == first.count) {
        case (true, true): return .same
        case (true, false): return .behind
        case (false, true): return .ahead
        case (false, false): return .parted(after: common)
        }
    }
}

/// What makes an act of two copies the same.
private struct CopiedAct: Equatable {
    var act: String
    var time: String
    var words: String?
}
