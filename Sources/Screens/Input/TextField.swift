import Text

/// Text being typed, with the usual line-editing keys.
struct TextField: Hashable, Sendable {
    private(set) var characters: [Character]
    /// Characters before the cursor.
    private(set) var cursor: Int
    /// The most characters it takes.
    let limit: Int
    /// Whether it may hold line feeds; Ctrl-J types one.
    let allowsLines: Bool

    init(_ text: String = "", limit: Int = 400, allowsLines: Bool = false) {
        characters = Array(text)
        cursor = characters.count
        self.limit = limit
        self.allowsLines = allowsLines
    }

    var text: String { String(characters) }

    /// The text without blanks around it.
    var trimmed: String { text.trimmed }

    /// - Returns: whether the key belonged to the field.
    mutating func type(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .control("j") where allowsLines: insert("\n")
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = lineStart
        case .end, .control("e"): cursor = lineEnd
        case .backspace: erase(from: max(0, cursor - 1))
        case .delete, .control("d"):
            if cursor < characters.count { characters.remove(at: cursor) }
        case .control("u"): erase(from: lineStart)
        case .control("k"): characters.removeSubrange(cursor..<lineEnd)
        case .control("w"): erase(from: wordStart)
        default: return false
        }
        return true
    }

    /// Inserts typed or pasted text; what cannot be shown is left out, and line feeds become blanks where
    /// the field has only one line.
    mutating func insert(_ text: String) {
        for character in text where characters.count < limit {
            var typed: Character = character == "\t" ? " " : character
            if character.isNewline { typed = allowsLines ? "\n" : " " }
            guard typed == "\n" || typed.unicodeScalars.allSatisfy(\.isPlain) else { continue }
            characters.insert(typed, at: cursor)
            cursor += 1
        }
    }

    private mutating func erase(from start: Int) {
        characters.removeSubrange(start..<cursor)
        cursor = start
    }

    private var lineStart: Int {
        characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    }

    private var lineEnd: Int {
        characters[cursor...].firstIndex(of: "\n") ?? characters.count
    }

    private var wordStart: Int {
        var start = cursor
        while start > 0, characters[start - 1].isWhitespace { start -= 1 }
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        return start
    }

    /// Moves the cursor a line up or down, as the text lies in that many columns.
    mutating func moveLine(by step: Int, width: Int) {
        let rows = rows(width: width)
        let row = row(in: rows)
        guard rows.indices.contains(row + step) else { return }
        let target = rows[row + step]
        let isLast = row + step == rows.count - 1
        cursor = min(
            target.lowerBound + cursor - rows[row].lowerBound, isLast ? target.upperBound : target.upperBound - 1)
    }

    /// The characters of each row as the text lies in that many columns; a row ends after its line feed or
    /// its last blank.
    private func rows(width: Int) -> [Range<Int>] {
        var rows: [Range<Int>] = []
        var start = 0, columns = 0
        var lastBlank: Int?
        for index in characters.indices {
            let character = characters[index]
            columns += character.columns
            if columns >= max(2, width), character != "\n" {
                let end = lastBlank.map { $0 + 1 } ?? index
                rows.append(start..<end)
                start = end
                columns = characters[start...index].reduce(0) { $0 + $1.columns }
                lastBlank = nil
            }
            if character == " " { lastBlank = index }
            if character == "\n" {
                rows.append(start..<(index + 1))
                start = index + 1
                columns = 0
                lastBlank = nil
            }
        }
        return rows + [start..<characters.count]
    }

    private func row(in rows: [Range<Int>]) -> Int {
        rows.lastIndex { $0.lowerBound <= cursor } ?? 0
    }
}

extension TextField {
    /// Draws the rows around the cursor, and puts the cursor in its place.
    func draw(in grid: inout Grid, _ area: Area) {
        guard area.rows > 0, area.columns > 0 else { return }
        let rows = allowsLines ? rows(width: area.columns) : [window(columns: area.columns)]
        let row = allowsLines ? row(in: rows) : 0
        let top = max(0, min(row - area.rows + 1, rows.count - area.rows))
        for (offset, range) in rows.dropFirst(top).prefix(area.rows).enumerated() {
            grid.put(String(characters[range].filter { $0 != "\n" }), row: area.row + offset, column: area.column)
        }
        let before = characters[rows[row].lowerBound..<cursor].reduce(0) { $0 + $1.columns }
        grid.cursor = (area.row + row - top, area.column + min(before, area.columns - 1))
        grid.isTyping = true
    }

    /// What of a single line fits around the cursor.
    private func window(columns: Int) -> Range<Int> {
        var start = 0
        while characters[start..<cursor].reduce(0, { $0 + $1.columns }) >= columns { start += 1 }
        var end = start, used = 0
        while end < characters.count, used + characters[end].columns <= columns {
            used += characters[end].columns
            end += 1
        }
        return start..<end
    }
}
