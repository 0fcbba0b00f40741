import Engine

/// A line of text being typed, with the usual line-editing keys.
struct TextField: Hashable, Sendable {
    private(set) var characters: [Character]
    /// Characters before the cursor.
    private(set) var cursor: Int
    /// The most characters it takes.
    var limit: Int

    init(_ text: String = "", limit: Int = 400) {
        characters = Array(text)
        cursor = characters.count
        self.limit = limit
    }

    var text: String { String(characters) }

    /// The text without blanks around it.
    var trimmed: String {
        var slice = Substring(text)
        while slice.first == " " { slice.removeFirst() }
        while slice.last == " " { slice.removeLast() }
        return String(slice)
    }

    /// - Returns: whether the key belonged to the field.
    mutating func type(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        case .backspace:
            guard cursor > 0 else { return true }
            cursor -= 1
            characters.remove(at: cursor)
        case .delete, .control("d"):
            if cursor < characters.count { characters.remove(at: cursor) }
        case .control("u"):
            characters.removeFirst(cursor)
            cursor = 0
        case .control("k"): characters.removeLast(characters.count - cursor)
        case .control("w"): eraseWord()
        default: return false
        }
        return true
    }

    /// Inserts typed or pasted text; line breaks become spaces, what cannot be shown is left out.
    mutating func insert(_ text: String) {
        for character in text where characters.count < limit {
            let typed: Character = character.isNewline || character == "\t" ? " " : character
            guard typed.unicodeScalars.allSatisfy(\.isPlain) else { continue }
            characters.insert(typed, at: cursor)
            cursor += 1
        }
    }

    private mutating func eraseWord() {
        while cursor > 0, characters[cursor - 1] == " " {
            cursor -= 1
            characters.remove(at: cursor)
        }
        while cursor > 0, characters[cursor - 1] != " " {
            cursor -= 1
            characters.remove(at: cursor)
        }
    }

    /// Draws as much as fits around the cursor, and puts the cursor there.
    func draw(in grid: inout Grid, row: Int, column: Int, width: Int, mask: Character? = nil) {
        let shown = mask.map { mask in characters.map { _ in mask } } ?? characters
        var start = 0
        while shown[start..<cursor].reduce(0, { $0 + $1.columns }) >= max(1, width) { start += 1 }
        var end = start
        var columns = 0
        while end < shown.count, columns + shown[end].columns <= width {
            columns += shown[end].columns
            end += 1
        }
        grid.put(String(shown[start..<end]), row: row, column: column)
        let before = shown[start..<cursor].reduce(0) { $0 + $1.columns }
        grid.cursor = (row, column + before)
        grid.isTyping = true
    }
}
