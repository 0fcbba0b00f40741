import Glibc

/// What tells a file from what it was: a file that is changed, replaced, moved or renamed has another.
struct FileStamp: Hashable, Sendable {
    let device: Int
    let inode: Int
    let size: Int
    /// When it was last written to, and when the system last noted anything about it, in nanoseconds.
    let written: Int
    let noted: Int

    /// - Returns: `nil` where there is no such file.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = Int(truncatingIfNeeded: status.st_dev)
        inode = Int(truncatingIfNeeded: status.st_ino)
        size = Int(status.st_size)
        written = FileStamp.nanoseconds(status.st_mtim)
        noted = FileStamp.nanoseconds(status.st_ctim)
    }

    /// The stamp that a line begins with, as `text` writes it, and what follows the tab behind it.
    static func first(in line: ArraySlice<UInt8>) -> (FileStamp, rest: ArraySlice<UInt8>)? {
        var numbers: [Int] = []
        var number = 0, digits = 0
        for index in line.indices {
            switch line[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9") where digits < 18 || digits == 18 && number < .max / 10:
                number = number * 10 + Int(line[index] - UInt8(ascii: "0"))
                digits += 1
            case UInt8(ascii: ".") where digits > 0 && numbers.count < 4:
                numbers.append(number)
                (number, digits) = (0, 0)
            case UInt8(ascii: "\t") where digits > 0 && numbers.count == 4:
                return (FileStamp(numbers + [number]), line[(index + 1)...])
            default: return nil
            }
        }
        return nil
    }

    private init(_ numbers: [Int]) {
        (device, inode, size, written, noted) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
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
