import Game
import Glibc
import Rulebook

/// A match file open for writing, held against every other process.
///
/// What cannot be written is kept and tried again with the next event, so nothing said is lost.
public final class Journal {
    public let path: String
    private let descriptor: Int32
    private var length: Int
    private var pending: [UInt8] = []

    private init(path: String, descriptor: Int32, length: Int) {
        self.path = path
        self.descriptor = descriptor
        self.length = length
    }

    deinit {
        close(descriptor)
    }

    /// Starts the file of a match with all that has happened in it, under a name of its own in a folder.
    public static func create(in folder: String, _ record: MatchRecord) throws(ArchiveError) -> Journal {
        try makeFolder(folder)
        return try create(at: folder + "/" + record.header.fileName, record)
    }

    /// Starts the file of a match at a path where there is none yet.
    ///
    /// It has its name only once it is whole; a crash before that leaves a `.draft`, which nothing reads.
    public static func create(at path: String, _ record: MatchRecord) throws(ArchiveError) -> Journal {
        let bytes = Array(try text(of: record, path).utf8)
        guard bytes.count <= MatchFile.limit else { throw .tooLarge(path: path, limit: MatchFile.limit) }
        let folder = folder(of: path)
        let draft = folder + "/." + String(UInt64.random(in: 0...UInt64.max), radix: 16) + ".draft"
        let descriptor = Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(path: path, doing: "write it", reason: lastReason()) }
        defer { unlink(draft) }
        let journal = Journal(path: path, descriptor: descriptor, length: bytes.count)
        try journal.hold()
        try writeAll(bytes, to: descriptor, path)
        try nameFile(draft, path)
        syncFolder(folder)
        return journal
    }

    /// Opens a match to go on with it. A line torn by a crash is set aside in `PATH.torn`.
    ///
    /// - Throws: `ArchiveError.inUse` when another process has it open; the file is touched only if all
    ///   of it was read and replayed.
    public static func open(_ path: String) throws(ArchiveError) -> (journal: Journal, file: MatchFile) {
        let descriptor = Glibc.open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(path: path, doing: "open it", reason: lastReason()) }
        let journal = Journal(path: path, descriptor: descriptor, length: 0)
        try journal.hold()
        let file = try MatchFile(path: path, bytes: try readAll(descriptor, path, limit: MatchFile.limit))
        journal.length = file.wholeLength
        if !file.torn.isEmpty { try journal.setAside(file.torn) }
        return (journal, file)
    }

    /// Adds events and returns once they are on the disk.
    public func append(_ events: [TimedEvent]) throws(ArchiveError) {
        for event in events {
            pending += Array((try line(EventLine(event), path) + "\n").utf8)
        }
        guard length + pending.count <= MatchFile.limit else {
            throw .tooLarge(path: path, limit: MatchFile.limit)
        }
        try checkPlace()
        do throws(ArchiveError) {
            try writeAll(pending, to: descriptor, path)
        } catch {
            // Half a line must not stay: the next try writes it whole.
            ftruncate(descriptor, off_t(length))
            throw error
        }
        length += pending.count
        pending = []
    }

    /// Takes the file until it is closed.
    private func hold() throws(ArchiveError) {
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
        if errno == EWOULDBLOCK { throw .inUse(path: path) }
        throw .system(path: path, doing: "hold it against other programs", reason: lastReason())
    }

    /// Makes sure that the path still names this file and that it ends where the last append ended.
    private func checkPlace() throws(ArchiveError) {
        var own = stat()
        var named = stat()
        guard fstat(descriptor, &own) == 0, stat(path, &named) == 0,
            (own.st_dev, own.st_ino) == (named.st_dev, named.st_ino)
        else { throw .vanished(path: path) }
        guard own.st_size == length else { throw .changed(path: path) }
    }

    private func setAside(_ torn: [UInt8]) throws(ArchiveError) {
        let aside = path + ".torn"
        let beside = Glibc.open(aside, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard beside >= 0 else {
            throw .system(path: aside, doing: "set the torn last line aside", reason: lastReason())
        }
        defer { close(beside) }
        try writeAll(torn + [UInt8(ascii: "\n")], to: beside, aside)
        syncFolder(folder(of: aside))
        guard ftruncate(descriptor, off_t(length)) == 0, fsync(descriptor) == 0 else {
            throw .system(path: path, doing: "cut off its torn last line", reason: lastReason())
        }
    }

    private static func text(of record: MatchRecord, _ path: String) throws(ArchiveError) -> String {
        var lines = [try line(record.header, path), RulesetDocument(record.ruleset).json]
        for event in record.events { lines.append(try line(EventLine(event), path)) }
        return lines.joined(separator: "\n") + "\n"
    }
}

private func line(_ value: some Encodable, _ path: String) throws(ArchiveError) -> String {
    do {
        return try jsonLine(value)
    } catch {
        throw .system(path: path, doing: "write it as JSON", reason: "\(error)")
    }
}

extension MatchHeader {
    /// Date, ruleset, mode and players, and enough of the id to be unique, such as
    /// `2026-11-21-0530-alice-hard-ana-ben-1f2e.jsonl`.
    public var fileName: String {
        let day = date.prefix(10) + "-" + date.dropFirst(11).prefix(5).filter(\.isNumber)
        let names = [players.divergence, players.training].map { player in
            String(player.name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(12))
        }
        var parts = [String(day), String(ruleset.prefix(40)), mode.rawValue]
        parts += names.filter { !$0.isEmpty }
        parts.append(String(id.prefix(6)))
        return parts.joined(separator: "-") + ".jsonl"
    }
}
