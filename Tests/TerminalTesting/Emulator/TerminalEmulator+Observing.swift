extension TerminalEmulator {
    /// The rows from the top, without the blanks that end them.
    public var lines: [String] {
        grid.rows.map { row in
            let text = row.map(\.text).joined()
            let blanks = text.reversed().prefix { $0 == " " }
            return String(text.dropLast(blanks.count))
        }
    }

    /// The lines, without the empty ones that end the screen, joined by newlines.
    public var text: String {
        let lines = lines
        let empty = lines.reversed().prefix(while: \.isEmpty)
        return lines.dropLast(empty.count).joined(separator: "\n")
    }

    /// Counted from 0; on the last column also while the next character would wrap.
    public var cursor: (row: Int, column: Int) {
        (pen.row, pen.column)
    }

    /// - Precondition: `row` and `column`, counted from 0, are on the screen.
    public func cell(row: Int, column: Int) -> TerminalCell {
        grid.rows[row][column]
    }

    /// Where the text first stands within a row, counted from 0.
    public func position(of text: String) -> (row: Int, column: Int)? {
        for (number, row) in grid.rows.enumerated() {
            for column in row.indices where row[column].width > 0 {
                if row[column...].map(\.text).joined().hasPrefix(text) { return (number, column) }
            }
        }
        return nil
    }

    public var isCursorVisible: Bool { modes.contains(25) }

    public var isBracketedPaste: Bool { modes.contains(2004) }

    public var isApplicationCursor: Bool { modes.contains(1) }

    /// The modes of reporting the mouse that are on.
    public var mouseModes: Set<Int> {
        modes.intersection([9, 1000, 1001, 1002, 1003, 1005, 1006, 1015, 1016])
    }
}

extension TerminalEmulator: CustomStringConvertible {
    /// The screen in a frame, for messages of failed tests.
    public var description: String {
        let rule = String(repeating: "─", count: columns)
        let body = grid.rows.map { "│\($0.map(\.text).joined())│" }.joined(separator: "\n")
        var facts = ["cursor at row \(pen.row), column \(pen.column)\(isCursorVisible ? "" : ", hidden")"]
        if isAlternateScreen { facts.append("alternate screen") }
        if !unrecognised.isEmpty { facts.append("not understood: \(unrecognised)") }
        return "┌\(rule)┐\n\(body)\n└\(rule)┘\n\(facts.joined(separator: "; "))"
    }
}
