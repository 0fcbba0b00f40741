/// A value of JSON as it stands in a file, of which only as much is read as is asked for.
///
/// What is inside it may be no JSON; whoever reads that finds out.
struct JSONSlice {
    /// Without blanks around it.
    let bytes: ArraySlice<UInt8>

    /// The one value of a file; `nil` where there is none, or something behind it.
    init?(file bytes: [UInt8]) {
        var scanner = JSONScanner(bytes[...])
        scanner.skipMark()
        guard let value = scanner.value(), scanner.isAtEnd else { return nil }
        self.init(value)
    }

    fileprivate init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// What an object has, by key as it is written; `nil` for what is no object.
    var members: [(key: String, value: JSONSlice)]? {
        var scanner = JSONScanner(bytes)
        var members: [(key: String, value: JSONSlice)] = []
        let isWhole = scanner.list(between: "{", "}") { scanner in
            guard let key = scanner.string(), scanner.take(":"), let value = scanner.value() else { return false }
            members.append((String(decoding: key.dropFirst().dropLast(), as: UTF8.self), JSONSlice(value)))
            return true
        }
        return isWhole ? members : nil
    }

    /// What is in a list; `nil` for what is none.
    var elements: [JSONSlice]? {
        var scanner = JSONScanner(bytes)
        var elements: [JSONSlice] = []
        let isWhole = scanner.list(between: "[", "]") { scanner in
            guard let value = scanner.value() else { return false }
            elements.append(JSONSlice(value))
            return true
        }
        return isWhole ? elements : nil
    }

    /// The value of a key of an object; of several the first.
    subscript(key: String) -> JSONSlice? {
        members?.first { $0.key == key }?.value
    }
}

/// Finds where values of JSON end.
private struct JSONScanner {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return rest.isEmpty
        }
    }

    /// Passes over a byte-order mark.
    mutating func skipMark() {
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    }

    private mutating func skipBlanks() {
        rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }

    /// Passes over a character, if it comes next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Reads things with commas between them.
    mutating func list(
        between open: Unicode.Scalar, _ close: Unicode.Scalar, _ read: (inout JSONScanner) -> Bool
    ) -> Bool {
        guard take(open) else { return false }
        if take(close) { return isAtEnd }
        repeat {
            guard read(&self) else { return false }
        } while take(",")
        return take(close) && isAtEnd
    }

    /// A text with its quotes.
    mutating func string() -> ArraySlice<UInt8>? {
        skipBlanks()
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        var index = rest.startIndex + 1
        while index < rest.endIndex {
            switch rest[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "\""): return cut(at: index + 1)
            default: index += 1
            }
        }
        return nil
    }

    /// A value of any kind.
    mutating func value() -> ArraySlice<UInt8>? {
        skipBlanks()
        switch rest.first {
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "{"), UInt8(ascii: "["): return nested()
        default:
            let end = rest.firstIndex { $0 <= 0x20 || Self.structural.contains($0) } ?? rest.endIndex
            return end == rest.startIndex ? nil : cut(at: end)
        }
    }

    /// An object or a list, to the bracket that closes it.
    private mutating func nested() -> ArraySlice<UInt8>? {
        let whole = self
        var depth = 0
        while let next = rest.first {
            switch next {
            case UInt8(ascii: "\""):
                guard string() != nil else { return nil }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            rest = rest.dropFirst()
            if depth == 0 { return whole.rest[..<rest.startIndex] }
        }
        return nil
    }

    private static let structural = Set("{}[],:\"".utf8)

    private mutating func cut(at index: Int) -> ArraySlice<UInt8> {
        let head = rest[..<index]
        rest = rest[index...]
        return head
    }
}
