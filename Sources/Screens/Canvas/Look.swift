import Text

/// What the terminal can show.
public struct Look: Hashable, Sendable {
    /// Whether anything beyond ASCII may be drawn.
    public var unicode: Bool
    public var color: Bool

    public init(unicode: Bool, color: Bool) {
        self.unicode = unicode
        self.color = color
    }

    var rule: Character { unicode ? "─" : "-" }
    var divider: Character { unicode ? "│" : "|" }
    var filled: Character { unicode ? "█" : "#" }
    var empty: Character { unicode ? "░" : "." }
    /// What stands but comes too late.
    var late: Character { unicode ? "▄" : "=" }
    var marker: Character { unicode ? "▸" : ">" }
    var ellipsis: Character { unicode ? "…" : "~" }
    /// A place on a line, and the one that counts.
    var point: Character { unicode ? "○" : "o" }
    var middle: Character { unicode ? "●" : "X" }
    var sealed: Character { unicode ? "•" : "*" }

    /// The nearest thing to a character that the terminal can show; never a control character.
    func shown(_ character: Character) -> Character {
        guard character.unicodeScalars.allSatisfy(\.isPlain) else { return unicode ? "\u{FFFD}" : "?" }
        guard !unicode, !character.isASCII else { return character.alone }
        switch character {
        case "‘", "’", "‚", "′": return "'"
        case "“", "”", "„", "″": return "\""
        case "–", "—", "−", "‐", "‑", "─": return "-"
        case "…": return "~"
        case "×": return "x"
        case "·", "•": return "*"
        case "→": return ">"
        case "←": return "<"
        case "○": return "o"
        case "●": return "X"
        case "├", "┤": return "|"
        case "▴": return "^"
        default: return plainLetter(character) ?? "?"
        }
    }

    /// The letter under the accent.
    private func plainLetter(_ character: Character) -> Character? {
        let name = character.unicodeScalars.first?.properties.name ?? ""
        for (prefix, isSmall) in [("LATIN SMALL LETTER ", true), ("LATIN CAPITAL LETTER ", false)]
        where name.hasPrefix(prefix) {
            let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
            guard letter.count == 1, let found = letter.first else { return nil }
            return isSmall ? Character(found.lowercased()) : found
        }
        return nil
    }
}

extension Character {
    /// Without the emoji that are joined to it, which not every terminal puts in the same cell.
    fileprivate var alone: Character {
        guard columns == 2, unicodeScalars.contains("\u{200D}") else { return self }
        return Character(String(String.UnicodeScalarView(unicodeScalars.prefix { $0 != "\u{200D}" })))
    }
}
