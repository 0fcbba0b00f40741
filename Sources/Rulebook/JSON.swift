/// A value of JSON, its keys in the order given.
enum JSON {
    case text(String)
    /// As written.
    case number(String)
    case flag(Bool)
    case list([JSON])
    case object([Member?])

    /// A key and its value.
    typealias Member = (key: String, value: JSON)

    static func number(_ count: Int) -> JSON { .number(String(count)) }

    static func list(_ words: some Sequence<String>) -> JSON { .list(words.map(JSON.text)) }

    /// On one line, without blanks; escapes only what must be.
    var line: String {
        var line = ""
        write(to: &line)
        return line
    }

    private func write(to line: inout String) {
        switch self {
        case .text(let text): JSON.write(text, to: &line)
        case .number(let number): line += number
        case .flag(let flag): line += flag ? "true" : "false"
        case .list(let items):
            line += "["
            for (index, item) in items.enumerated() {
                if index > 0 { line += "," }
                item.write(to: &line)
            }
            line += "]"
        case .object(let members):
            line += "{"
            for (index, member) in members.compacted.enumerated() {
                if index > 0 { line += "," }
                JSON.write(member.key, to: &line)
                line += ":"
                member.value.write(to: &line)
            }
            line += "}"
        }
    }

    private static func write(_ text: String, to line: inout String) {
        line += "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { line += "\\" }
            line.unicodeScalars.append(scalar)
        }
        line += "\""
    }
}

extension [JSON.Member?] {
    fileprivate var compacted: [JSON.Member] { compactMap(\.self) }
}
