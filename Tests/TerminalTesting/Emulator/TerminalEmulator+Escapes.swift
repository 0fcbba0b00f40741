extension TerminalEmulator {
    mutating func perform(control scalar: Unicode.Scalar) {
        switch scalar {
        case "\u{00}": break  // padding
        case "\u{07}": bells += 1
        case "\u{08}": moveHorizontally(-1)
        case "\t": tab(1)
        case "\n", "\u{0B}", "\u{0C}": lineFeed()
        case "\r":
            pen.column = 0
            pen.wraps = false
        case "\u{0E}": pen.sets.shift = 1
        case "\u{0F}": pen.sets.shift = 0
        default:
            controlCharactersSeen += 1
            unrecognised.append(Self.name(ofControl: scalar))
        }
    }

    /// `^A` for the first control characters, `U+009B` for the rest.
    private static func name(ofControl scalar: Unicode.Scalar) -> String {
        if scalar.value < 0x80 { return "^\(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))" }
        return "U+00\(String(scalar.value, radix: 16, uppercase: true))"
    }

    mutating func perform(escape text: String) {
        switch text {
        case "7": saved[isAlternateScreen ? 1 : 0] = pen
        case "8": restoreCursor()
        case "D": lineFeed()
        case "E":
            pen.column = 0
            lineFeed()
        case "M": reverseLineFeed()
        case "H": tabStops.insert(pen.column)
        case "Z": reply("\u{1B}[?62;22c")
        case "=": isApplicationKeypad = true
        case ">": isApplicationKeypad = false
        case "c": reset()
        case "n": pen.sets.shift = 2
        case "o": pen.sets.shift = 3
        case "#8": fillForAlignment()
        // ANSI mode, end of string, locked memory, flash, line sizes, 7-bit replies, UTF-8.
        case "<", "\\", "l", "m", "g", "#3", "#4", "#5", "#6", " F", " G", "%G": break
        default:
            if !pen.sets.designate(text) { unrecognised.append("\\e\(text)") }
        }
    }

    mutating func restoreCursor() {
        pen = saved[isAlternateScreen ? 1 : 0]
        pen.row = min(pen.row, rows - 1)
        pen.column = min(pen.column, columns - 1)
    }

    mutating func reply(_ text: String) {
        replies += Array(text.utf8)
    }

    /// As switched on, but for what was counted and noted.
    private mutating func reset() {
        grid = CellGrid(columns: columns, rows: rows)
        otherGrid = grid
        isAlternateScreen = false
        saved = [Pen(), Pen()]
        tabStops = Self.tabStops(until: columns)
        pen = Pen()
        softReset()
        modes = Self.initialModes
    }

    /// The state that `CSI ! p` puts back, which leaves the screen as it is.
    mutating func softReset() {
        modes.formUnion(Self.initialModes)
        modes.subtract([1, 6])
        isApplicationKeypad = false
        insertsCharacters = false
        region = 0..<rows
        pen.style = TerminalStyle()
        pen.sets = CharacterSets()
        pen.isRelativeToRegion = false
        saved[isAlternateScreen ? 1 : 0] = Pen()
    }

    private mutating func fillForAlignment() {
        region = 0..<rows
        grid.eraseRows(0..<rows, with: TerminalCell("E"))
        move(row: 0, column: 0)
    }
}
