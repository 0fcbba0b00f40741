/// The cells of one screen, in rows of equal length; never half a wide character.
struct CellGrid: Hashable, Sendable {
    private(set) var rows: [[TerminalCell]]
    private(set) var columns: Int

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = Array(repeating: Array(repeating: TerminalCell(), count: columns), count: rows)
    }

    /// Cuts or pads at the right and below, after dropping rows at the top.
    mutating func resize(columns: Int, rows count: Int, droppingFirst dropped: Int) {
        self.columns = columns
        rows.removeFirst(min(dropped, rows.count))
        rows = rows.prefix(count).map { row in
            row.prefix(columns) + Array(repeating: TerminalCell(), count: max(0, columns - row.count))
        }
        while rows.count < count { rows.append(Array(repeating: TerminalCell(), count: columns)) }
        for row in rows.indices { repair(row) }
    }

    /// Puts a cell, with the right half of a wide one, and blanks what it cuts in two.
    mutating func put(_ cell: TerminalCell, row: Int, column: Int) {
        split(row: row, at: column)
        split(row: row, at: column + cell.width)
        rows[row][column] = cell
        if cell.width == 2 { rows[row][column + 1] = .rightHalf(of: cell.style) }
    }

    /// Adds a mark to the character that covers the column.
    mutating func join(_ mark: Unicode.Scalar, row: Int, column: Int) {
        let lead = rows[row][column].width == 0 && column > 0 ? column - 1 : column
        rows[row][lead].text.unicodeScalars.append(mark)
    }

    mutating func erase(row: Int, columns range: Range<Int>, with blank: TerminalCell) {
        for column in range.clamped(to: 0..<columns) { rows[row][column] = blank }
        repair(row)
    }

    mutating func eraseRows(_ range: Range<Int>, with blank: TerminalCell) {
        for row in range.clamped(to: 0..<rows.count) { erase(row: row, columns: 0..<columns, with: blank) }
    }

    mutating func insertCells(_ count: Int, row: Int, column: Int, blank: TerminalCell) {
        let count = min(count, columns - column)
        split(row: row, at: column)
        rows[row].removeLast(count)
        rows[row].insert(contentsOf: Array(repeating: blank, count: count), at: column)
        repair(row)
    }

    mutating func deleteCells(_ count: Int, row: Int, column: Int, blank: TerminalCell) {
        let count = min(count, columns - column)
        rows[row].removeSubrange(column..<column + count)
        rows[row] += Array(repeating: blank, count: count)
        repair(row)
    }

    /// Moves the rows of the region up, blank ones entering below.
    mutating func scrollUp(_ count: Int, region: Range<Int>, blank: TerminalCell) {
        let count = min(count, region.count)
        rows.removeSubrange(region.lowerBound..<region.lowerBound + count)
        rows.insert(contentsOf: blankRows(count, blank), at: region.upperBound - count)
    }

    /// Moves the rows of the region down, blank ones entering above.
    mutating func scrollDown(_ count: Int, region: Range<Int>, blank: TerminalCell) {
        let count = min(count, region.count)
        rows.removeSubrange(region.upperBound - count..<region.upperBound)
        rows.insert(contentsOf: blankRows(count, blank), at: region.lowerBound)
    }

    private func blankRows(_ count: Int, _ blank: TerminalCell) -> [[TerminalCell]] {
        Array(repeating: Array(repeating: blank, count: columns), count: count)
    }

    /// Blanks the wide character that reaches over the left edge of the column.
    private mutating func split(row: Int, at column: Int) {
        guard column < columns, column > 0, rows[row][column].width == 0 else { return }
        for half in [column - 1, column] { rows[row][half] = TerminalCell(style: rows[row][half].style) }
    }

    /// Blanks every half of a wide character whose other half is gone.
    private mutating func repair(_ row: Int) {
        for column in 0..<columns {
            let cell = rows[row][column]
            let follows = column > 0 && rows[row][column - 1].width == 2
            let isLed = column + 1 < columns && rows[row][column + 1].width == 0
            if cell.width == 0 && !follows || cell.width == 2 && !isLed {
                rows[row][column] = TerminalCell(style: cell.style)
            }
        }
    }
}
