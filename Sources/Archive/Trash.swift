import Glibc
import SystemPackage

extension Library {
    /// Where matches go that are deleted: a folder among them, in which none is listed.
    public var trash: String { folder + "/trash" }

    /// Moves a match to the trash, where nothing is ever overwritten.
    ///
    /// - Returns: where it is now.
    /// - Throws: `ArchiveError.inUse` when a program has it open.
    public func discard(_ path: String) throws(ArchiveError) -> String {
        let file = try openFile(path, .readOnly, for: .discard)
        defer { try? file.close() }
        try hold(file, path)
        try makeFolder(FilePath(trash))
        let target = try nameInTrash(path)
        // Gone already where the file system has no links, and it was renamed.
        unlink(path)
        syncFolder(FilePath(trash))
        syncFolder(FilePath(folder))
        return target
    }

    /// Gives a file its own name in the trash, or the next that is free: `match.jsonl`, `match-2.jsonl` …
    private func nameInTrash(_ path: String) throws(ArchiveError) -> String {
        let name = FilePath(path).lastComponent
        let stem = name?.stem ?? "match"
        let ending = name?.extension.map { "." + $0 } ?? ""
        var number = 1
        while true {
            let target = "\(trash)/\(stem)\(number == 1 ? "" : "-\(number)")\(ending)"
            do throws(ArchiveError) {
                try nameFile(FilePath(path), target)
                return target
            } catch .exists {
                number += 1
            }
        }
    }
}
