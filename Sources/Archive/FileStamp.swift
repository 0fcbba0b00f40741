import Glibc

/// What tells a file from what it was: a file that is changed, replaced, moved or renamed has another.
struct FileStamp: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int
    /// When it was last written to, and when the system last noted anything about it, in nanoseconds.
    let written: Int
    let noted: Int

    /// - Returns: `nil` where there is no such file.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        written = FileStamp.nanoseconds(status.st_mtim)
        noted = FileStamp.nanoseconds(status.st_ctim)
    }

    /// As `text` wrote it.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 5, let device = UInt64(parts[0]), let inode = UInt64(parts[1]), let size = Int(parts[2]),
            let written = Int(parts[3]), let noted = Int(parts[4])
        else { return nil }
        (self.device, self.inode, self.size, self.written, self.noted) = (device, inode, size, written, noted)
    }

    var text: String { "\(device).\(inode).\(size).\(written).\(noted)" }

    /// The moment it was last written to.
    var moment: timespec { timespec(tv_sec: written / 1_000_000_000, tv_nsec: written % 1_000_000_000) }

    /// Whether the file could have been written to again since, without another stamp: clocks of file systems are coarse.
    var isFresh: Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return noted > FileStamp.nanoseconds(now) - 2_000_000_000
    }

    private static func nanoseconds(_ time: timespec) -> Int {
        time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
    }
}
