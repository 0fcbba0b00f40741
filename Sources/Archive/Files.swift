import Glibc

/// The operating system's word for the last failure.
func lastReason() -> String {
    String(cString: strerror(errno))
}

/// A whole regular file.
///
/// - Throws: `ArchiveError.system` or `.tooLarge`.
func readFile(_ path: String, limit: Int) throws(ArchiveError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(path: path, doing: "open it", reason: lastReason()) }
    defer { close(descriptor) }
    return try readAll(descriptor, path, limit: limit)
}

/// Everything from the start of an open regular file.
func readAll(_ descriptor: Int32, _ path: String, limit: Int) throws(ArchiveError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
        throw .system(path: path, doing: "read it", reason: lastReason())
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAMatch(path: path, reason: "not a file") }
    guard status.st_size <= limit else { throw .tooLarge(path: path, limit: limit) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
        let count = bytes.withUnsafeMutableBytes {
            pread(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled, off_t(filled))
        }
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { throw .system(path: path, doing: "read it", reason: lastReason()) }
        guard count > 0 else { break }
        filled += count
    }
    return Array(bytes[..<filled])
}

/// Writes all bytes and waits until they are on the disk.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(ArchiveError) {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes {
            write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
        }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw .system(path: path, doing: "write to it", reason: lastReason()) }
        written += count
    }
    guard fsync(descriptor) == 0 else {
        throw .system(path: path, doing: "write it to disk", reason: lastReason())
    }
}

/// Makes a folder with those above it, if it is not there.
func makeFolder(_ path: String) throws(ArchiveError) {
    if mkdir(path, 0o777) == 0 { return syncFolder(folder(of: path)) }
    if errno == EEXIST { return }
    if errno == ENOENT, let parent = path.lastIndex(of: "/"), parent > path.startIndex {
        try makeFolder(String(path[..<parent]))
        if mkdir(path, 0o777) == 0 { return syncFolder(folder(of: path)) }
        if errno == EEXIST { return }
    }
    throw .system(path: path, doing: "make this folder", reason: lastReason())
}

/// Gives a file a name that nothing has yet.
func nameFile(_ draft: String, _ path: String) throws(ArchiveError) {
    // Unlike a renaming, a second link never replaces what is there.
    if link(draft, path) == 0 { return }
    var status = stat()
    if errno == EEXIST || lstat(path, &status) == 0 {
        throw .system(path: path, doing: "write a new match there", reason: "the file exists already")
    }
    // Some file systems have no links.
    guard rename(draft, path) == 0 else { throw .system(path: path, doing: "name it", reason: lastReason()) }
}

/// Where a path's last name stands.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Makes a new name in a folder survive a power cut.
func syncFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}
