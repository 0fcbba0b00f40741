import Glibc
import Rulebook
import SystemPackage

/// Makes calls of the operating system for a file; what it refuses becomes an error that names the file.
@discardableResult
func attempt<Value>(
    _ operation: ArchiveError.Operation, _ path: String, _ calls: () throws -> Value
) throws(ArchiveError) -> Value {
    do {
        return try calls()
    } catch {
        guard let error = error as? Errno else { preconditionFailure("\(error) is no error of the system") }
        throw .system(error, operation, path: path)
    }
}

/// Opens a file, and makes it if that is among the options; an error names the target, if that is another path.
func openFile(
    _ path: String, _ mode: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions = [],
    for operation: ArchiveError.Operation = .open, of target: String? = nil
) throws(ArchiveError) -> FileDescriptor {
    try attempt(operation, target ?? path) {
        // A pipe that nobody writes to would be waited for if it blocked.
        try FileDescriptor.open(
            path, mode, options: options.union([.closeOnExec, .nonBlocking]), permissions: .init(rawValue: 0o666))
    }
}

/// A whole regular file.
///
/// - Throws: `ArchiveError.system`, `.notAMatch` or `.tooLarge`.
func readFile(_ path: String, limit: Int) throws(ArchiveError) -> [UInt8] {
    let descriptor = try openFile(path, .readOnly)
    defer { try? descriptor.close() }
    return try readAll(descriptor, path, limit: limit)
}

/// The first bytes of a regular file, at most so many.
///
/// - Throws: `ArchiveError.system` or `.notAMatch`.
func readBeginning(of path: String, count: Int) throws(ArchiveError) -> [UInt8] {
    let descriptor = try openFile(path, .readOnly)
    defer { try? descriptor.close() }
    let type = try attempt(.read, path) { try Stat(descriptor).type }
    guard type == .regular else { throw .notAMatch(path: path, reason: .notAFile(type)) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = try attempt(.read, path) { try bytes.withUnsafeMutableBytes { try descriptor.read(into: $0) } }
    return Array(bytes[..<read])
}

/// Everything in a regular file that was just opened.
func readAll(_ descriptor: FileDescriptor, _ path: String, limit: Int) throws(ArchiveError) -> [UInt8] {
    do {
        return try fileBytes(of: descriptor, limit: limit)
    } catch .system(let error) {
        throw .system(error, .read, path: path)
    } catch .notAFile(let type) {
        throw .notAMatch(path: path, reason: .notAFile(type))
    } catch {
        throw .tooLarge(path: path, limit: limit)
    }
}

/// Writes all bytes and waits until they are on the disk.
func writeAll(_ bytes: [UInt8], to descriptor: FileDescriptor, _ path: String) throws(ArchiveError) {
    try attempt(.write, path) { try descriptor.writeAll(bytes) }
    try attempt(.sync, path) { try descriptor.sync() }
}

/// Takes a file until it is closed.
func hold(_ descriptor: FileDescriptor, _ path: String) throws(ArchiveError) {
    do {
        try descriptor.lock()
    } catch {
        throw error == .wouldBlock ? .inUse(path: path) : .system(error, .lock, path: path)
    }
}

/// Makes a folder with those above it, if it is not there.
func makeFolder(_ path: FilePath) throws(ArchiveError) {
    let parent = path.removingLastComponent()
    var isMade = mkdir(path.string, 0o777) == 0
    if !isMade, errno == ENOENT, !parent.isEmpty {
        try makeFolder(parent)
        isMade = mkdir(path.string, 0o777) == 0
    }
    if isMade { return syncFolder(parent) }
    let error = Errno(rawValue: errno)
    guard error == .fileExists else { throw .system(error, .makeFolder, path: path.string) }
}

/// Gives a file a name that nothing has yet.
func nameFile(_ draft: FilePath, _ path: String) throws(ArchiveError) {
    // Unlike a renaming, a second link never replaces what is there.
    if link(draft.string, path) == 0 { return }
    if errno == EEXIST || (try? Stat(path, followTargetSymlink: false)) != nil { throw .exists(path: path) }
    // Some file systems have no links.
    try attempt(.name, path) { try check(rename(draft.string, path)) }
}

/// Makes a new name in a folder survive a power cut.
func syncFolder(_ path: FilePath) {
    let folder = try? FileDescriptor.open(
        path.isEmpty ? "." : path, .readOnly, options: [.directory, .closeOnExec])
    try? folder?.closeAfter { try folder?.sync() }
}

// What the library of the system's calls lacks.
extension FileDescriptor {
    /// Waits until all that was written is on the disk.
    func sync() throws(Errno) {
        try check(fsync(rawValue))
    }

    /// Takes the file until it is closed; throws `Errno.wouldBlock` where another has it.
    func lock() throws(Errno) {
        try check(flock(rawValue, LOCK_EX | LOCK_NB))
    }
}

private func check(_ result: CInt) throws(Errno) {
    guard result == 0 else { throw Errno(rawValue: errno) }
}
