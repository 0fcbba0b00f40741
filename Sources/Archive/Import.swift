public import Play
import Glibc
import SystemPackage

extension Library {
    /// What became of a match that was to be taken in.
    public enum Imported: Hashable, Sendable {
        case copied(path: String)
        /// The same match is in another file with less of it, or with other things in it, so that this one was put beside it.
        case besides(path: String, other: String)
        /// A file has all of it already.
        case known(path: String)
    }

    /// Takes in a match from elsewhere, line by line as it stands there, under a name of its own; what a crash tore off its end
    /// is left behind.
    public func take(_ file: MatchFile) throws(ArchiveError) -> Imported {
        let others = list().files.compactMap(\.match).filter { $0.header.id == file.record.header.id }
        for other in others where other.header == file.record.header {
            let relation = MatchCopy.Relation(of: file.trail, to: other.trail)
            if relation == .same || relation == .behind { return .known(path: other.path) }
        }
        let path = try write(file)
        return others.first.map { .besides(path: path, other: $0.path) } ?? .copied(path: path)
    }

    /// Takes in a match that is at hand.
    public func take(_ record: MatchRecord) throws(ArchiveError) -> Imported {
        let path = Journal.path(of: record.header, in: folder)
        return try take(MatchFile(path: path, bytes: Array(Journal.text(of: record).utf8)))
    }

    /// - Returns: the path of the copy.
    private func write(_ file: MatchFile) throws(ArchiveError) -> String {
        try makeFolder(FilePath(folder))
        let path = Journal.path(of: file.record.header, in: folder)
        let name = "." + String(UInt64.random(in: 0...UInt64.max), radix: 16) + ".draft"
        let draft = FilePath(folder).appending(name)
        let descriptor = try openFile(draft.string, .writeOnly, [.create, .exclusiveCreate], for: .create, of: path)
        defer {
            try? descriptor.close()
            unlink(draft.string)
        }
        try writeAll(file.lines.lines.flatMap { $0 + [UInt8(ascii: "\n")] }, to: descriptor, path)
        let target = try nameFree(draft, as: FilePath(path).lastComponent?.string ?? "match.jsonl", in: folder)
        syncFolder(FilePath(folder))
        return target
    }
}

/// Gives a file a name in a folder, or the next that is free: `match.jsonl`, `match-2.jsonl` …
func nameFree(_ file: FilePath, as name: String, in folder: String) throws(ArchiveError) -> String {
    let name = FilePath(name).lastComponent
    let stem = name?.stem ?? "match"
    let ending = name?.extension.map { "." + $0 } ?? ""
    var number = 1
    while true {
        let target = "\(folder)/\(stem)\(number == 1 ? "" : "-\(number)")\(ending)"
        do throws(ArchiveError) {
            try nameFile(file, target)
            return target
        } catch .exists {
            number += 1
        }
    }
}
