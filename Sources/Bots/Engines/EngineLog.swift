import SystemPackage

/// A file that takes an engine's standard error: its first mebibyte.
final class EngineLog: Sendable {
    private let descriptor: FileDescriptor?
    private static let limit = 1 << 20

    /// Begins the file anew; without a path, or where there can be none, all is thrown away.
    init(_ path: String?) {
        descriptor = path.flatMap {
            try? FileDescriptor.open(
                $0, .writeOnly, options: [.create, .truncate, .append, .closeOnExec, .noFollow, .nonBlocking],
                permissions: .ownerReadWrite)
        }
    }

    deinit {
        try? descriptor?.close()
    }

    /// Writes what there is room for.
    ///
    /// - Returns: true, as the engine may go on writing whatever becomes of it.
    func append(_ bytes: [UInt8]) -> Bool {
        guard let descriptor, let size = try? Stat(descriptor).size else { return true }
        _ = try? descriptor.writeAll(bytes.prefix(max(EngineLog.limit - Int(size), 0)))
        return true
    }
}
