extension TerminalEmulator {
    /// Private sequences; all those in order are let pass, known or not.
    mutating func performPrivate(_ sequence: ControlSequence) -> Bool {
        switch (sequence.prefix, sequence.intermediates, sequence.final) {
        case ("?", "", "h"), ("?", "", "l"):
            for mode in sequence.values { set(mode: mode, on: sequence.final == "h") }
        case ("?", "$", "p"):
            let mode = sequence.value(0)
            reply("\u{1B}[?\(mode);\(modes.contains(mode) ? 1 : 2)$y")
        case ("?", "", "n"): return reportStatus(sequence.value(0), prefix: "?")
        case (">", "", "c"): reply("\u{1B}[>0;10;0c")
        case (nil, "!", "p"): softReset()
        case (nil, " ", "q"), (nil, "\"", "q"), (nil, "$", "p"): break
        default: return sequence.prefix != nil
        }
        return true
    }

    private mutating func set(mode: Int, on isOn: Bool) {
        if isOn { modes.insert(mode) } else { modes.remove(mode) }
        switch mode {
        case 6:
            pen.isRelativeToRegion = isOn
            move(row: 0, column: 0)
        case 7: pen.wraps = pen.wraps && isOn
        case 47: showAlternateScreen(isOn)
        case 1047:
            if !isOn && isAlternateScreen { clear() }
            showAlternateScreen(isOn)
        case 1048: perform(escape: isOn ? "7" : "8")
        case 1049:
            if isOn && !isAlternateScreen { perform(escape: "7") }
            let wasAlternate = isAlternateScreen
            showAlternateScreen(isOn)
            if isOn && !wasAlternate { clear() }
            if !isOn && wasAlternate { restoreCursor() }
        default: break
        }
    }

    /// The cursor stays where it is.
    private mutating func showAlternateScreen(_ isOn: Bool) {
        guard isOn != isAlternateScreen else { return }
        isAlternateScreen = isOn
        swap(&grid, &otherGrid)
        pen.wraps = false
    }

    private mutating func clear() {
        grid.eraseRows(0..<rows, with: blank)
    }
}
