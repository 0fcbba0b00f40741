import Foundation

/// The lines of a match file, without what editors and tools that copy files leave at their ends: byte-order marks, other
/// line ends, blank lines, NULs, and a last line feed that is missing.
struct FileLines {
    /// Each without what ends it.
    let lines: [ArraySlice<UInt8>]
    /// The last line if it was cut off before its end; empty otherwise.
    let torn: [UInt8]
    /// How many bytes the whole lines take, with the last one's line feed if it has one.
    let length: Int
    /// Whether the last whole line has its line feed.
    let isEnded: Bool

    init(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes[(bytes.starts(with: mark) ? mark.count : 0)...]
        let end = text.lastIndex { !FileLines.filler.contains($0) }.map { $0 + 1 } ?? text.startIndex
        let feed = bytes[end...].firstIndex(of: FileLines.lineFeed)
        var lines = text[..<end].split(separator: FileLines.lineFeed, omittingEmptySubsequences: false)
            .map(FileLines.trimmed)
        if end == text.startIndex { lines = [] }
        guard feed == nil, let last = lines.last, !FileLines.isObject(last) else {
            self.lines = lines
            torn = []
            length = feed.map { $0 + 1 } ?? end
            isEnded = feed != nil || lines.isEmpty
            return
        }
        self.lines = lines.dropLast()
        torn = Array(bytes[last.startIndex...])
        length = last.startIndex
        isEnded = true
    }

    private static let lineFeed = UInt8(ascii: "\n")
    /// What a line of JSON may have at its end without meaning anything.
    private static let blank: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    /// What a file may end with: the last two are left by a power cut, and by systems that mark the end of a text.
    private static let filler = blank.union([lineFeed, 0, 0x1A])

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line[..<(line.lastIndex { !blank.contains($0) }.map { $0 + 1 } ?? line.startIndex)]
    }

    /// Whether a line without an end is whole: no object of JSON is the beginning of another.
    private static func isObject(_ line: ArraySlice<UInt8>) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(line))) is [String: Any]
    }
}
