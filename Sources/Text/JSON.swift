/// A value of JSON, its keys in the order given.
public enum JSON {
    case text(String)
    /// As written.
    case number(String)
    case flag(Bool)
    case list([JSON])
    case object([Member?])

    /// A key and its value.
    public typealias Member = (key: String, value: JSON)

    public static func number(_ count: Int) -> JSON { .number(String(count)) }

    public static func list(_ words: some Sequence<String>) -> JSON { .list(words.map(JSON.text)) }

    /// On one line, without blanks; escapes only what must be.
    public var line: String {
        var line: [UInt8] = []
        write(to: &line)
        return String(decoding: line, as: UTF8.self)
    }

    private func write(to line: inout [UInt8]) {
        switch self {
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
        let quote = UInt8(ascii: "\""), backslash = UInt8(ascii: "\\")
        line.append(quote)
        for byte in text.utf8 {
            if byte == quote || byte == backslash { line.append(backslash) }
            line.append(byte)
        }
        line.append(quote)
    }
}
