import Engine

/// The bytes of a file, without its byte order mark, as complaints show them.
///
/// Lines end as YAML's do: with LF, CR or both.
struct Source {
    let name: String
    let bytes: [UInt8]

    init(_ bytes: [UInt8], named name: String) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.name = name
        self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    }

    /// Whether it is UTF-8; reports the first byte that is not.
    func isText(_ report: Report) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            let offset = error.byteOffsets.lowerBound
            let start = lineStarts.last { $0 <= offset } ?? 0
            let line = lineStarts.count { $0 <= offset }
            let column = bytes[start..<offset].count { !$0.isContinuation } + 1
            let byte = String(bytes[offset], radix: 16, uppercase: true)
            report.error(
                "not UTF-8: the byte 0x\(byte) is out of place", at: Place(line: line, column: column))
            return false
        }
    }

    /// The text for the parser; every character that is not plain is reported and becomes a question mark.
    ///
    /// - Precondition: `isText`.
    func plainText(_ report: Report) -> String {
        var place = Place.start
        var plain: [UInt8] = []
        var copied = 0
        var index = 0
        while index < bytes.count {
            let length = bytes[index].sequenceLength
            if !isPlain(at: index, length) {
                report.error(scalar(at: index, length).refusal, at: place)
                plain += bytes[copied..<index] + [UInt8(ascii: "?")]
                copied = index + length
            }
            place.column += 1
            index += length
            if breaksLine(index) {
                place = Place(line: place.line + 1, column: 1)
            }
        }
        return String(decoding: copied == 0 ? bytes : plain + bytes[copied...], as: UTF8.self)
    }

    private func isPlain(at index: Int, _ length: Int) -> Bool {
        guard length == 1 else { return scalar(at: index, length).isPlain }
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: return true
        default: return false
        }
    }

    private func scalar(at index: Int, _ length: Int) -> Unicode.Scalar {
        String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    }

    /// Whether a line begins at an index.
    private func breaksLine(_ index: Int) -> Bool {
        switch bytes[index - 1] {
        case 0x0A: true
        case 0x0D: index == bytes.count || bytes[index] != 0x0A
        default: false
        }
    }

    /// The index at which each line begins.
    private var lineStarts: [Int] {
        [0] + bytes.indices.lazy.map { $0 + 1 }.filter(breaksLine)
    }

    /// Complaints in the order of the file, each with its line.
    func diagnostics(_ complaints: [Complaint]) -> [Diagnostic] {
        guard !complaints.isEmpty else { return [] }
        let lineStarts = self.lineStarts
        return complaints.sorted { $0.place < $1.place }.map { complaint in
            let place = complaint.place
            let line = min(place.line, lineStarts.count)
            let start = lineStarts[line - 1]
            let next = line < lineStarts.count ? lineStarts[line] : bytes.count
            let (excerpt, indent) = excerpt(of: start..<next, column: place.column)
            return Diagnostic(
                severity: complaint.severity, file: name, line: place.line, column: place.column,
                message: complaint.message, excerpt: excerpt, indent: indent)
        }
    }

    /// What to show of a line, and how many columns of that come before a column of the line.
    private func excerpt(of line: Range<Int>, column: Int) -> (text: String, indent: Int) {
        let end = bytes[line].lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? line.lowerBound
        var caret = line.lowerBound
        for _ in 1..<column where caret < end {
            caret += bytes[caret].sequenceLength
        }
        caret = min(caret, end)
        var shown = line.lowerBound..<end
        if shown.count > 100 {
            let start = max(line.lowerBound, min(caret - 60, end - 100))
            shown = start..<min(end, start + 100)
        }
        let from = bytes[shown].firstIndex { !$0.isContinuation } ?? shown.lowerBound
        let to =
            end == shown.upperBound ? end : bytes[..<shown.upperBound].lastIndex { !$0.isContinuation } ?? end
        let before = (from > line.lowerBound ? "…" : "") + harmless(from..<caret)
        let after = harmless(caret..<max(caret, to)) + (to < end ? "…" : "")
        return (before + after, before.columns)
    }

    private func harmless(_ range: Range<Int>) -> String {
        let blanks = bytes[range].map { $0 == 0x09 ? 0x20 : $0 }
        return String(decoding: blanks, as: UTF8.self).madePlain
    }
}

extension Unicode.Scalar {
    /// Why the character may not stand in a ruleset.
    var refusal: String {
        "the character \(codePoint) is not plain text: it may hide, reorder text or act on the terminal"
    }
}

extension UInt8 {
    /// Whether it continues a character of UTF-8.
    fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }

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
