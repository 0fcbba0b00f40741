/// A value of JSON, its keys in the order given. Source: RFC 8259.
public enum JSON {
    case null
    case text(String)
    /// As written.
    case number(String)
    case flag(Bool)
    case list([JSON])
    case object([Member?])

    /// A key and its value.
    public typealias Member = (key: String, value: JSON)

    public static func number(_ number: some BinaryInteger) -> JSON { .number(String(number)) }

    /// As few digits as read back as the same number; `null` for what JSON has no number for.
    public static func number(_ number: Double) -> JSON {
        guard number.isFinite else { return .null }
        let text = number.description
        return .number(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    public static func list(_ words: some Sequence<String>) -> JSON { .list(words.map(JSON.text)) }

    /// On one line, without blanks; escapes only what must be.
    public var line: String {
        var line: [UInt8] = []
        write(to: &line)
        return String(decoding: line, as: UTF8.self)
    }

    private func write(to line: inout [UInt8]) {
        switch self {
        case .null:
            line += "null".utf8
        case .text(let text):
            JSON.write(text, to: &line)
        case .number(let number):
            line += number.utf8
        case .flag(let flag):
            line += (flag ? "true" : "false").utf8
        case .list(let items):
            JSON.write(items, between: (UInt8(ascii: "["), UInt8(ascii: "]")), to: &line) {
                $0.write(to: &$1)
            }
        case .object(let members):
            JSON.write(members.compactMap(\.self), between: (UInt8(ascii: "{"), UInt8(ascii: "}")), to: &line) {
                member, line in
                JSON.write(member.key, to: &line)
                line.append(UInt8(ascii: ":"))
                member.value.write(to: &line)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], between brackets: (UInt8, UInt8), to line: inout [UInt8],
        _ write: (Part, inout [UInt8]) -> Void
    ) {
        line.append(brackets.0)
        for (index, part) in parts.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            write(part, &line)
        }
        line.append(brackets.1)
    }

    private static func write(_ text: String, to line: inout [UInt8]) {
        var text = text
        line.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            var unwritten = bytes[...]
            while let index = unwritten.firstIndex(where: mustBeEscaped) {
                line += unwritten[..<index]
                line += escape(unwritten[index]).utf8
                unwritten = unwritten[(index + 1)...]
            }
            line += unwritten
        }
        line.append(UInt8(ascii: "\""))
    }

    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): #"\""#
        case UInt8(ascii: "\\"): #"\\"#
        case UInt8(ascii: "\n"): #"\n"#
        case UInt8(ascii: "\r"): #"\r"#
        case UInt8(ascii: "\t"): #"\t"#
        default: #"\u00"# + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
