extension TerminalEmulator {
    var blank: TerminalCell { .blank(after: pen.style) }

    /// Writes a character at the cursor, wrapping and scrolling as its width needs.
    mutating func print(_ scalar: Unicode.Scalar) {
        let width = min(scalar.columnWidth, columns)
        guard width > 0 else { return join(scalar) }
        if pen.wraps || pen.column + width > columns {
            if modes.contains(7) {
                pen.column = 0
                lineFeed()
            } else {
                pen.column = columns - width
            }
        }
        pen.wraps = false
        if insertsCharacters {
            grid.insertCells(width, row: pen.row, column: pen.column, blank: blank)
        }
        let cell = TerminalCell(String(scalar), width: width, style: pen.style)
        grid.put(cell, row: pen.row, column: pen.column)
        lastPrinted = scalar
        pen.column += width
        if pen.column == columns {
            pen.column = columns - 1
            pen.wraps = modes.contains(7)
        }
    }

    /// A mark joins the character before the cursor, if there is one on its row.
    private mutating func join(_ mark: Unicode.Scalar) {
        guard pen.wraps || pen.column > 0 else { return }
        grid.join(mark, row: pen.row, column: pen.wraps ? pen.column : pen.column - 1)
    }

    mutating func repeatLast(_ count: Int) {
        guard let lastPrinted else { return }
        for _ in 0..<min(count, columns * rows) { print(lastPrinted) }
    }

    /// A row down, scrolling at the bottom of the region.
    mutating func lineFeed() {
        pen.wraps = false
        if pen.row == region.upperBound - 1 {
            grid.scrollUp(1, region: region, blank: blank)
        } else if pen.row < rows - 1 {
            pen.row += 1
        }
    }

    /// A row up, scrolling at the top of the region.
    mutating func reverseLineFeed() {
        pen.wraps = false
        if pen.row == region.lowerBound {
            grid.scrollDown(1, region: region, blank: blank)
        } else if pen.row > 0 {
            pen.row -= 1
        }
    }

    /// Moves the cursor, within the screen; rows count from the region's top in origin mode.
    mutating func move(row: Int, column: Int) {
        let reachable = pen.isRelativeToRegion ? region : 0..<rows
        pen.row = min(max(row + reachable.lowerBound, reachable.lowerBound), reachable.upperBound - 1)
        pen.column = min(max(column, 0), columns - 1)
        pen.wraps = false
    }

    /// Moves the cursor up or down, not out of the region if it is inside.
    mutating func moveVertically(_ distance: Int) {
        let top = pen.row >= region.lowerBound ? region.lowerBound : 0
        let bottom = pen.row < region.upperBound ? region.upperBound - 1 : rows - 1
        pen.row = min(max(pen.row + distance, top), bottom)
        pen.wraps = false
    }

    mutating func moveHorizontally(_ distance: Int) {
        pen.column = min(max(pen.column + distance, 0), columns - 1)
        pen.wraps = false
    }

    mutating func tab(_ count: Int) {
        for _ in 0..<min(count, columns) {
            pen.column = tabStops.filter { $0 > pen.column && $0 < columns }.min() ?? columns - 1
        }
        pen.wraps = false
    }

    mutating func tabBack(_ count: Int) {
        for _ in 0..<min(count, columns) { pen.column = tabStops.filter { $0 < pen.column }.max() ?? 0 }
        pen.wraps = false
    }
}
