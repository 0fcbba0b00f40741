import Text

/// Writes a value as YAML for people to read and change: blocks, with braces and brackets for what fits on a line.
///
/// Yams' own emitter escapes every character beyond U+FFFF, sets no blank lines between cards, and cannot tell the text
/// `0.5` from the number without a style for each.
struct YAMLText {
    private static let width = 100

    private(set) var text = ""

    /// - Parameter isApart: whether a blank line comes before each list of mappings and between those of its blocks.
    init(_ value: JSON, apart isApart: Bool) {
        guard case .object(let members) = value else { preconditionFailure("a file of YAML is a mapping here") }
        for (key, value) in members.compactMap(\.self) {
            let isApart = isApart && value.isListOfMappings
            if isApart { text += "\n" }
            write(key, value, behind: "", isApart: isApart)
        }
    }

    /// - Parameter lead: what stands before the key on its line, blanks or the dash of an item.
    private mutating func write(_ key: String, _ value: JSON, behind lead: String, isApart: Bool = false) {
        let start = lead + key.yamlScalar + ":"
        let indent = lead.count
        let room = YAMLText.width - start.columns - 1
        switch value {
        case .list(let items) where !items.isEmpty && (value.isListOfMappings || value.flow.columns > room):
            text += start + "\n"
            write(items, indent: indent + 2, isApart: isApart)
        case .object(let members) where value.flow.columns > room || lead.isEmpty && !members.isEmpty:
            text += start + "\n"
            write(members, behind: blanks(indent + 2), then: blanks(indent + 2))
        case .text(let words) where words.blockScalar.columns > room && words.mayBeFolded:
            let lines = wrapped(words, width: YAMLText.width - indent - 2)
            text += ([start + " >-"] + lines.map { blanks(indent + 2) + $0 }).joined(separator: "\n") + "\n"
        case .text(let words):
            text += start + " " + words.blockScalar + "\n"
        default:
            text += start + " " + value.flow + "\n"
        }
    }

    private mutating func write(_ members: [JSON.Member?], behind first: String, then others: String) {
        for (index, member) in members.compactMap(\.self).enumerated() {
            write(member.key, member.value, behind: index == 0 ? first : others)
        }
    }

    /// The items of a list: each on a line if they all fit, else the mappings among them as blocks.
    private mutating func write(_ items: [JSON], indent: Int, isApart: Bool) {
        let areShort = items.allSatisfy { $0.flow.columns <= YAMLText.width - indent - 2 }
        for (index, item) in items.enumerated() {
            guard !areShort, case .object(let members) = item else {
                text += blanks(indent) + "- " + item.inBlock + "\n"
                continue
            }
            if isApart, index > 0 { text += "\n" }
            write(members, behind: blanks(indent) + "- ", then: blanks(indent + 2))
        }
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension JSON {
    /// Whether it is a list of mappings, such as one of cards.
    fileprivate var isListOfMappings: Bool {
        guard case .list(let items) = self, case .object = items.first else { return false }
        return true
    }

    /// On one line, as an item of a block.
    fileprivate var inBlock: String {
        if case .text(let text) = self { text.blockScalar } else { flow }
    }

    /// On one line, in braces or brackets.
    fileprivate var flow: String {
        switch self {
        case .text(let text): text.yamlScalar
        case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.compactMap(\.self).map { "\($0.key.yamlScalar): \($0.value.flow)" }.joined(separator: ", ")
                + "}"
        case .null, .number, .flag: line
        }
    }
}

extension String {
    /// As it may stand anywhere in YAML.
    fileprivate var yamlScalar: String { isPlainScalar(without: ",[]{}\"") ? self : JSON.text(self).line }

    /// As it may stand outside braces and brackets.
    fileprivate var blockScalar: String { isPlainScalar(without: "[]{}") ? self : JSON.text(self).line }

    /// Whether nobody could take it for anything but text, without quotation marks.
    private func isPlainScalar(without marks: String) -> Bool {
        let isWord = unicodeScalars.first?.properties.isAlphabetic ?? false
        let isTaken = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(lowercased())
        return isWord && !isTaken && !unicodeScalars.contains { "#:\n\(marks)".unicodeScalars.contains($0) }
    }

    /// Whether it reads back the same from a block that is broken at its blanks, none of whose lines `YAMLGuard` could
    /// take for anything but text.
    fileprivate var mayBeFolded: Bool {
        let words = split(separator: " ", omittingEmptySubsequences: false)
        return !contains("\n")
            && words.allSatisfy { word in
                word.first.map { !"*&!?%-".contains($0) } ?? false && word.columns <= Self.longestWord
            }
    }

    /// Beyond it a word might be cut up.
    private static var longestWord: Int { 40 }
}
