extension TerminalEmulator {
    mutating func perform(_ sequence: ControlSequence) {
        let isPlain = sequence.prefix == nil && sequence.intermediates.isEmpty
        let isDone =
            isPlain
            ? moveCursor(sequence) || edit(sequence) || configure(sequence)
            : performPrivate(sequence)
        if !isDone { unrecognised.append(sequence.source) }
    }

    /// The sequences that move the cursor; false when it is none of them.
    private mutating func moveCursor(_ sequence: ControlSequence) -> Bool {
        let count = sequence.count()
        switch sequence.final {
        case "A", "k": moveVertically(-count)
        case "B", "e": moveVertically(count)
        case "C", "a": moveHorizontally(count)
        case "D", "j": moveHorizontally(-count)
        case "E", "F":
            moveVertically(sequence.final == "E" ? count : -count)
            pen.column = 0
        case "G", "`": moveHorizontally(count - 1 - pen.column)
        case "H", "f": move(row: count - 1, column: sequence.count(1) - 1)
        case "d": move(row: count - 1, column: pen.column)
        case "I": tab(count)
        case "Z": tabBack(count)
        case "s": perform(escape: "7")
        case "u": perform(escape: "8")
        default: return false
        }
        return true
    }

    /// The sequences that change cells; false when it is none of them.
    private mutating func edit(_ sequence: ControlSequence) -> Bool {
        let count = sequence.count()
        switch sequence.final {
        case "@": grid.insertCells(count, row: pen.row, column: pen.column, blank: blank)
        case "P": grid.deleteCells(count, row: pen.row, column: pen.column, blank: blank)
        case "X":
            grid.erase(row: pen.row, columns: pen.column..<pen.column + count, with: blank)
        case "J": return eraseScreen(sequence.value(0))
        case "K": return eraseLine(sequence.value(0))
        case "L", "M": moveRows(count, down: sequence.final == "L")
        case "S": grid.scrollUp(count, region: region, blank: blank)
        case "T": grid.scrollDown(count, region: region, blank: blank)
        case "b":
            repeatLast(count)
            return true
        default: return false
        }
        pen.wraps = false
        return true
    }

    private mutating func eraseLine(_ part: Int) -> Bool {
        pen.wraps = false
        switch part {
        case 0: grid.erase(row: pen.row, columns: pen.column..<columns, with: blank)
        case 1: grid.erase(row: pen.row, columns: 0..<pen.column + 1, with: blank)
        case 2: grid.erase(row: pen.row, columns: 0..<columns, with: blank)
        default: return false
        }
        return true
    }

    private mutating func eraseScreen(_ part: Int) -> Bool {
        switch part {
        case 0:
            grid.eraseRows(pen.row + 1..<rows, with: blank)
            return eraseLine(0)
        case 1:
            grid.eraseRows(0..<pen.row, with: blank)
            return eraseLine(1)
        case 2: grid.eraseRows(0..<rows, with: blank)
        case 3: break  // the lines scrolled away, of which we keep none
        default: return false
        }
        pen.wraps = false
        return true
    }

    /// Inserts or deletes rows at the cursor, which does nothing outside the region.
    private mutating func moveRows(_ count: Int, down: Bool) {
        guard region.contains(pen.row) else { return }
        let below = pen.row..<region.upperBound
        if down {
            grid.scrollDown(count, region: below, blank: blank)
        } else {
            grid.scrollUp(count, region: below, blank: blank)
        }
        pen.column = 0
    }

    /// The sequences that set something or ask for it; false when it is none of them.
    private mutating func configure(_ sequence: ControlSequence) -> Bool {
        switch sequence.final {
        case "m": return pen.style.apply(sequence.parameters)
        case "r": setRegion(sequence)
        case "g":
            if sequence.value(0) == 3 { tabStops = [] } else { tabStops.remove(pen.column) }
        case "h", "l":
            if sequence.values.contains(4) { insertsCharacters = sequence.final == "h" }
            // Keyboard lock, local echo, newline and tmux's cursor shapes change nothing here.
            return sequence.values.allSatisfy([2, 4, 12, 20, 34].contains)
        case "c": reply("\u{1B}[?62;22c")
        case "n": return reportStatus(sequence.value(0), prefix: "")
        case "t":
            if sequence.value(0) == 18 { reply("\u{1B}[8;\(rows);\(columns)t") }
        case "i": break  // printing
        default: return false
        }
        return true
    }

    func reportablePosition() -> String {
        let row = pen.isRelativeToRegion ? pen.row - region.lowerBound : pen.row
        return "\(row + 1);\(pen.column + 1)"
    }

    mutating func reportStatus(_ question: Int, prefix: String) -> Bool {
        switch question {
        case 5: reply("\u{1B}[\(prefix)0n")
        case 6: reply("\u{1B}[\(prefix)\(reportablePosition())R")
        default: return !prefix.isEmpty
        }
        return true
    }

    private mutating func setRegion(_ sequence: ControlSequence) {
        let top = sequence.count(0) - 1
        let bottom = sequence.value(1) == 0 ? rows : min(sequence.value(1), rows)
        guard top < bottom - 1 || rows == 1 else { return }
        region = top..<bottom
        move(row: 0, column: 0)
    }
}
