/// Walks a file's bytes from start to end, character by character, and counts lines and columns.
struct SourceCursor {
    private let bytes: [UInt8]
    /// From 1, as YAML counts.
    private(set) var place = Place.start
    /// Where the character at hand begins.
    private(set) var offset = 0
    /// Where its line begins.
    private(set) var lineStart = 0

    /// - Precondition: the bytes are UTF-8 as far as the cursor is moved.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset >= bytes.count }

    /// The bytes of the character at hand.
    var character: Range<Int> {
        offset..<min(offset + bytes[offset].sequenceLength, bytes.count)
    }

    /// Moves to the next character; not at the end.
    mutating func advance() {
        let last = bytes[offset]
        offset = character.upperBound
        place.column += 1
        // Lines end with LF, CR or both.
        guard last.endsLine, last == 0x0A || isAtEnd || bytes[offset] != 0x0A else { return }
        place = Place(line: place.line + 1, column: 1)
        lineStart = offset
    }

    /// Moves to a place further on, or to the end of its line or of the bytes.
    mutating func advance(to goal: Place) {
        while place < goal && !isAtEnd && !(place.line == goal.line && bytes[offset].endsLine) {
            advance()
        }
    }

    /// Moves to an offset further on.
    mutating func advance(to goal: Int) {
        while offset < goal && !isAtEnd { advance() }
    }
}

extension UInt8 {
    /// Whether it is LF or CR.
    var endsLine: Bool { self == 0x0A || self == 0x0D }

    /// Whether it continues a character of UTF-8.
    var isContinuation: Bool { self & 0xC0 == 0x80 }

    /// The bytes of the character of UTF-8 that it begins.
    fileprivate var sequenceLength: Int {
        switch self {
        case ..<0xC0: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }
}
