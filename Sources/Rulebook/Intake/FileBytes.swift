internal import Glibc

/// Why a file cannot be had.
enum Unreadable: Error {
    case system(Int32)
    case notAFile(String)
    case tooLarge(Int)

    /// A plain clause.
    var reason: String {
        switch self {
        case .system(let code): "cannot read it: \(String(cString: strerror(code)))"
        case .notAFile(let kind): "cannot read it: it is \(kind), not a file"
        case .tooLarge(let limit): "larger than \(limit / 1_048_576) MiB, which no ruleset is"
        }
    }
}

/// The bytes of the regular file at a path; never reads more than one beyond the limit.
func fileBytes(at path: String, limit: Int) throws(Unreadable) -> [UInt8] {
    // Without O_NONBLOCK, a pipe that nobody writes to would be waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .notAFile("a folder")
    case S_IFIFO: throw .notAFile("a pipe")
    default: throw .notAFile("a device")
    }
    guard status.st_size <= limit else { throw .tooLarge(limit) }
    return try readAll(descriptor, sizeHint: Int(status.st_size), limit: limit)
}

private func readAll(_ descriptor: Int32, sizeHint: Int, limit: Int) throws(Unreadable) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizeHint + 1)
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let wanted = min(chunk.count, limit + 1 - bytes.count)
        let count = read(descriptor, &chunk, wanted)
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { throw .system(errno) }
        guard count > 0 else { return bytes }
        bytes += chunk[..<count]
        guard bytes.count <= limit else { throw .tooLarge(limit) }
    }
}
