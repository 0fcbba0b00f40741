package import SystemPackage

/// Why a file cannot be had.
package enum Unreadable: Error {
    case system(Errno)
    case notAFile(FileType)
    case tooLarge(limit: Int)

    fileprivate init(_ error: any Error) {
        self = error as? Unreadable ?? .system(error as? Errno ?? .ioError)
    }

    /// A plain clause.
    var reason: String {
        switch self {
        case .system(let error): "cannot read it: \(error)"
        case .notAFile(.directory): "cannot read it: it is a folder, not a file"
        case .notAFile(.fifo): "cannot read it: it is a pipe, not a file"
        case .notAFile: "cannot read it: it is a device, not a file"
        case .tooLarge(let limit): "larger than \(limit / 1_048_576) MiB, which no ruleset is"
        }
    }
}

/// The bytes of the regular file at a path.
func fileBytes(at path: String, limit: Int) throws(Unreadable) -> [UInt8] {
    do {
        // A pipe that nobody writes to would be waited for if it blocked.
        let descriptor = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
        return try descriptor.closeAfter { try fileBytes(of: descriptor, limit: limit) }
    } catch {
        throw Unreadable(error)
    }
}

/// The bytes of a regular file that was just opened; reads little beyond the limit, whatever size the file claims.
package func fileBytes(of descriptor: FileDescriptor, limit: Int) throws(Unreadable) -> [UInt8] {
    do {
        let status = try Stat(descriptor)
        guard status.type == .regular else { throw Unreadable.notAFile(status.type) }
        guard status.size <= limit else { throw Unreadable.tooLarge(limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.size))
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = try chunk.withUnsafeMutableBytes { try descriptor.read(into: $0) }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
        throw Unreadable.tooLarge(limit: limit)
    } catch {
        throw Unreadable(error)
    }
}
