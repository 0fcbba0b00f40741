import Glibc
import SystemPackage
import Text

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
        let target = try nameFree(FilePath(path), as: fileName(path), in: trash)
        // Gone already where the file system has no links, and it was renamed.
        unlink(path)
        syncFolder(FilePath(trash))
        syncFolder(FilePath(folder))
        return target
    }
}
