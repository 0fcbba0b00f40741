import Game
import Glibc
public import Play
import Rulebook
import SystemPackage

/// A match file open for writing, held against every other process.
///
/// What cannot be written is kept and tried again with the next entry, so nothing said is lost.
public final class Journal {
    public let path: String
    private let descriptor: FileDescriptor
    private var length: Int
    private var pending: [UInt8] = []

    private init(path: String, descriptor: FileDescriptor, length: Int) {
        self.path = path
        self.descriptor = descriptor
        self.length = length
    }

    deinit {
        try? descriptor.close()
    }

    /// Starts the file of a match with all that has happened in it, under a name of its own in a folder.
    public static func create(in folder: String, _ record: MatchRecord) throws(ArchiveError) -> Journal {
        try makeFolder(FilePath(folder))
        return try create(at: path(of: record.header, in: folder), record)
    }

    /// Where a match's file is, or will be, in a folder of matches.
    public static func path(of header: MatchHeader, in folder: String) -> String {
        FilePath(folder).appending(header.fileName).string
    }

    /// Starts the file of a match at a path where there is none yet.
    ///
    /// It has its name only once it is whole; a crash before that leaves a `.draft`, which nothing reads.
    public static func create(at path: String, _ record: MatchRecord) throws(ArchiveError) -> Journal {
        let (journal, draft) = try self.draft(of: path, record)
        defer { unlink(draft.string) }
        try nameFile(draft, path)
        syncFolder(draft.removingLastComponent())
        return journal
    }

    /// Finds out whether the file of a match could be started in a folder, and starts none.
    public static func rehearse(in folder: String, _ record: MatchRecord) throws(ArchiveError) {
        try makeFolder(FilePath(folder))
        unlink(try draft(of: path(of: record.header, in: folder), record).draft.string)
    }

    /// The file that a match is to have, under a name that is not its own yet.
    private static func draft(
        of path: String, _ record: MatchRecord
    ) throws(ArchiveError) -> (journal: Journal, draft: FilePath) {
        let bytes = Array(text(of: record).utf8)
        guard bytes.count <= MatchFile.limit else { throw .tooLarge(path: path, limit: MatchFile.limit) }
        let folder = FilePath(path).removingLastComponent()
        let draft = folder.appending("." + String(UInt64.random(in: 0...UInt64.max), radix: 16) + ".draft")
        let options: FileDescriptor.OpenOptions = [.create, .exclusiveCreate, .append]
        let descriptor = try openFile(draft.string, .readWrite, options, for: .create, of: path)
        let journal = Journal(path: path, descriptor: descriptor, length: bytes.count)
        do throws(ArchiveError) {
            try hold(descriptor, path)
            try writeAll(bytes, to: descriptor, path)
        } catch {
            unlink(draft.string)
            throw error
        }
        return (journal, draft)
    }

    /// Opens a match to go on with it. A line torn by a crash is set aside in `PATH.torn`, and what editors leave at the end of
    /// a file is taken off, so that the next line begins where it should.
    ///
    /// - Throws: `ArchiveError.inUse` when another process has it open; the file is touched only if all
    ///   of it was read and replayed.
    public static func open(_ path: String) throws(ArchiveError) -> (journal: Journal, file: MatchFile) {
        let descriptor = try openFile(path, .readWrite, .append)
        let journal = Journal(path: path, descriptor: descriptor, length: 0)
        try hold(descriptor, path)
        let file = try MatchFile(path: path, bytes: try readAll(descriptor, path, limit: MatchFile.limit))
        if !file.torn.isEmpty { try journal.setAside(file.torn) }
        try journal.mendEnd(after: file.lines)
        return (journal, file)
    }

    /// Adds entries that follow a record and returns once they are on the disk.
    ///
    /// - Precondition: they fit.
    public func append(_ entries: [Entry], after record: MatchRecord) throws(ArchiveError) {
        pending += Array(Journal.text(of: entries, after: record).utf8)
        guard length + pending.count <= MatchFile.limit else {
            throw .tooLarge(path: path, limit: MatchFile.limit)
        }
        try checkPlace()
        do throws(ArchiveError) {
            try writeAll(pending, to: descriptor, path)
        } catch {
            // Half a line must not stay: the next try writes it whole.
            try? descriptor.resize(to: Int64(length))
            throw error
        }
        length += pending.count
        pending = []
    }

    /// Removes the file, if it is still what was written here; nothing can be added after.
    public func remove() {
        guard (try? checkPlace()) != nil else { return }
        unlink(path)
        syncFolder(FilePath(path).removingLastComponent())
    }

    /// Makes sure that the path still names this file and that it ends where the last append ended.
    private func checkPlace() throws(ArchiveError) {
        guard let own = try? Stat(descriptor), let named = try? Stat(path),
            (own.deviceID, own.inode) == (named.deviceID, named.inode)
        else { throw .vanished(path: path) }
        guard own.size == length else { throw .changed(path: path) }
    }

    private func setAside(_ torn: [UInt8]) throws(ArchiveError) {
        let aside = path + ".torn"
        let beside = try openFile(aside, .writeOnly, [.create, .append], for: .setAside)
        defer { try? beside.close() }
        try writeAll(torn + [UInt8(ascii: "\n")], to: beside, aside)
        syncFolder(FilePath(aside).removingLastComponent())
    }

    /// Leaves nothing behind the last whole line but its line feed.
    private func mendEnd(after lines: FileLines) throws(ArchiveError) {
        length = lines.length
        let end = lines.isEnded ? [] : [UInt8(ascii: "\n")]
        try attempt(.cutOff, path) {
            guard try Stat(descriptor).size != length || !end.isEmpty else { return }
            try descriptor.resize(to: Int64(length))
            try descriptor.writeAll(end)
            try descriptor.sync()
        }
        length += end.count
    }

    /// All that a match's file holds.
    static func text(of record: MatchRecord) -> String {
        guard let start = try? MatchRecord(header: record.header, ruleset: record.ruleset) else {
            preconditionFailure("a record that never began")
        }
        return "\(record.header.line)\n\(RulesetDocument(record.ruleset).json)\n" + text(of: record.log, after: start)
    }

    private static func text(of entries: [Entry], after record: MatchRecord) -> String {
        do {
            return try record.lines(of: entries).map { $0 + "\n" }.joined()
        } catch {
            preconditionFailure("entries that do not fit: \(error)")
        }
    }
}

extension MatchHeader {
    /// Date and time in UTC, ruleset, mode and players, and enough of the id to be unique, such as
    /// `2026-11-21-0530Z-alice-hard-ana-ben-1f2e3d.jsonl`.
    public var fileName: String {
        // A file may say anything of when it began, and of its identity; none of it may lead elsewhere.
        func safe(_ text: Substring) -> String {
            String(text.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        }
        let minute = safe(date.dropFirst(11).prefix(5))
        let names = [players.divergence, players.training].map { player in
            String(player.name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(12))
        }
        var parts = ["\(safe(date.prefix(10)))-\(minute)Z", String(ruleset.prefix(40)), mode.rawValue]
        parts += names.filter { !$0.isEmpty }
        parts.append(safe(id.prefix(6)))
        return parts.joined(separator: "-") + ".jsonl"
    }
}
