import Game
import Text

/// A file's name and its bytes, without the byte order mark; makes diagnostics of complaints.
struct SourceFile: Hashable {
    let name: String
    let bytes: [UInt8]

    init(_ bytes: [UInt8], named name: String) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.name = name
        self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    }

    init(contentsOf path: String) throws(RulebookError) {
        do {
            self.init(try fileBytes(at: path, limit: Rulebook.sizeLimit), named: path)
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
    }

    /// The root of its YAML; `nil`, and reported, where it is not fit to be parsed.
    func root(_ report: Report, for wanted: String = "a ruleset") -> YAMLNode? {
        guard isText(report) else { return nil }
        let text = plainText(report)
        return YAMLGuard(text).passes(report) ? parseYAML(text, report, for: wanted) : nil
    }

    /// Whether it is UTF-8; reports the first byte that is not.
    func isText(_ report: Report) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            var cursor = SourceCursor(bytes)
            cursor.advance(to: error.byteOffsets.lowerBound)
            let byte = String(bytes[cursor.offset], radix: 16, uppercase: true)
            report.error("not UTF-8: the byte 0x\(byte) is out of place", at: cursor.place)
            return false
        }
    }

    /// The text for the parser; every character that is not plain is reported and becomes a `_`.
    ///
    /// - Precondition: `isText`.
    func plainText(_ report: Report) -> [UInt8] {
        var plain: [UInt8] = []
        var copied = 0
        var cursor = SourceCursor(bytes)
        while !cursor.isAtEnd {
            let character = cursor.character
            if !isPlain(character) {
                report.error(scalar(character).refusal, at: cursor.place)
                plain += bytes[copied..<character.lowerBound]
                plain.append(UInt8(ascii: "_"))
                copied = character.upperBound
            }
            cursor.advance()
        }
        return copied == 0 ? bytes : plain + bytes[copied...]
    }

    private func isPlain(_ character: Range<Int>) -> Bool {
        guard character.count == 1 else { return scalar(character).isPlain }
        switch bytes[character.lowerBound] {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: return true
        default: return false
        }
    }

    private func scalar(_ character: Range<Int>) -> Unicode.Scalar {
        String(decoding: bytes[character], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    }

    /// Complaints in the order of the file, each with its line.
    func diagnostics(_ complaints: [Complaint]) -> [Diagnostic] {
        var cursor = SourceCursor(bytes)
        return complaints.sorted { $0.place < $1.place }.map { complaint in
            cursor.advance(to: complaint.place)
            let (excerpt, indent) = excerpt(at: cursor)
            return Diagnostic(
                severity: complaint.severity, file: name, line: complaint.place.line,
                column: complaint.place.column, message: complaint.message, excerpt: excerpt, indent: indent)
        }
    }

    /// What to show of the line at hand, at most 100 bytes, and how many columns of that come before the
    /// place.
    private func excerpt(at cursor: SourceCursor) -> (text: String, indent: Int) {
        let caret = cursor.offset
        let ahead = bytes[caret...].prefix(100).prefix { !$0.endsLine }.endIndex
        var start = max(cursor.lineStart, min(caret - 60, ahead - 100))
        while start < caret && bytes[start].isContinuation { start += 1 }
        var end = min(ahead, start + 100)
        while end < bytes.count && end > caret && bytes[end].isContinuation { end -= 1 }
        let goesOn = end < bytes.count && !bytes[end].endsLine
        let before = (start > cursor.lineStart ? "…" : "") + harmless(start..<caret)
        return (before + harmless(caret..<end) + (goesOn ? "…" : ""), before.columns)
    }

    private func harmless(_ range: Range<Int>) -> String {
        let blanks = bytes[range].map { $0 == 0x09 ? 0x20 : $0 }
        return String(decoding: blanks, as: UTF8.self).madePlain
    }
}

extension Unicode.Scalar {
    /// Why the character may not stand in a ruleset.
    var refusal: String {
        "the character \(codePoint) is not plain text: \(objection)"
    }

    private var objection: String {
        switch properties.generalCategory {
        case .control: "a terminal would obey it"
        case .lineSeparator, .paragraphSeparator: "it breaks the line"
        case .privateUse: "it is a sign in some fonts only"
        case .unassigned, .surrogate: "no script has it"
        default: properties.isBidiControl ? "it turns the text around it" : "it cannot be seen"
        }
    }
}
