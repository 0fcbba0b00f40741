import SystemPackage

/// Lines from a descriptor that is not trusted: none is ever larger in memory than the limit.
struct LineReader {
    /// What a line turned out to be.
    enum Line {
        case text(String)
        case notText
        case tooLong
    }

    private let descriptor: FileDescriptor
    /// Bytes in a line.
    let limit: Int
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private var unread: ArraySlice<UInt8> = []

    init(_ descriptor: FileDescriptor, limit: Int) {
        self.descriptor = descriptor
        self.limit = limit
    }

    /// The next line, without its end; `nil` at the end of the input.
    mutating func next() -> Line? {
        var line: [UInt8] = []
        var isTooLong = false
        while true {
            let newline = unread.firstIndex(of: UInt8(ascii: "\n"))
            let part = unread[..<(newline ?? unread.endIndex)]
            isTooLong = isTooLong || line.count + part.count > limit
            if isTooLong { line = [] } else { line += part }
            if let newline {
                unread = unread[(newline + 1)...]
                return isTooLong ? .tooLong : finished(line)
            }
            guard fill() else { return line.isEmpty ? nil : finished(line) }
        }
    }

    private func finished(_ line: [UInt8]) -> Line {
        let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
        return String(validating: bytes, as: UTF8.self).map(Line.text) ?? .notText
    }

    /// Reads on; false at the end, and where no more can be read.
    private mutating func fill() -> Bool {
        let count = (try? buffer.withUnsafeMutableBytes { try descriptor.read(into: $0) }) ?? 0
        unread = buffer[..<count]
        return count > 0
    }
}
