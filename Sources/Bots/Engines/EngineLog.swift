import Glibc

/// A file that takes an engine's standard error: its first mebibyte.
final class EngineLog: Sendable {
    private let descriptor: Int32
    private static let limit = 1 << 20

    /// Begins the file anew; without a path, or where there can be none, all is thrown away.
    init(_ path: String?) {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        descriptor = path.map { open($0, flags, 0o600) } ?? -1
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Writes what there is room for.
    ///
    /// - Returns: true, as the engine may go on writing whatever becomes of it.
    func append(_ bytes: [UInt8]) -> Bool {
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else { return true }
        let room = EngineLog.limit - Int(status.st_size)
        if room > 0 { _ = write(descriptor, bytes, min(room, bytes.count)) }
        return true
    }
}
