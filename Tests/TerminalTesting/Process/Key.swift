/// A key of the keyboard, or a press of the mouse.
public enum Key: Hashable, Sendable {
    case up, down, left, right
    case home, end, pageUp, pageDown
    case insert, delete, backspace
    case enter, escape, tab, backtab
    /// F1 to F12.
    case function(Int)
    /// A letter, or one of `@[\]^_?`, with Ctrl.
    case control(Character)
    /// A character with Alt: after an escape.
    case alt(Character)
    /// The left button pressed and let go; the place counted from 0.
    case click(row: Int, column: Int)
}

extension Key {
    /// What the terminal of this name sends, in the modes it is in.
    func bytes(on screen: TerminalEmulator, terminalName: String) -> [UInt8] {
        Array(text(on: screen, terminalName: terminalName).utf8)
    }

    private func text(on screen: TerminalEmulator, terminalName: String) -> String {
        let isOfLinux = ["linux", "screen", "tmux"].contains { terminalName.hasPrefix($0) }
        let cursor = screen.isApplicationCursor ? "\u{1B}O" : "\u{1B}["
        switch self {
        case .up: return cursor + "A"
        case .down: return cursor + "B"
        case .right: return cursor + "C"
        case .left: return cursor + "D"
        case .home: return isOfLinux ? "\u{1B}[1~" : cursor + "H"
        case .end: return isOfLinux ? "\u{1B}[4~" : cursor + "F"
        case .insert: return "\u{1B}[2~"
        case .delete: return "\u{1B}[3~"
        case .pageUp: return "\u{1B}[5~"
        case .pageDown: return "\u{1B}[6~"
        case .backspace: return terminalName == "vt100" ? "\u{08}" : "\u{7F}"
        case .enter: return "\r"
        case .escape: return "\u{1B}"
        case .tab: return "\t"
        case .backtab: return terminalName == "linux" ? "\u{1B}\t" : "\u{1B}[Z"
        case .function(let number): return Self.function(number, terminalName)
        case .control(let character): return Self.control(character)
        case .alt(let character): return "\u{1B}\(character)"
        case .click(let row, let column): return Self.click(row, column, on: screen)
        }
    }

    private static func function(_ number: Int, _ terminalName: String) -> String {
        switch (number, terminalName) {
        case (1...5, "linux"): "\u{1B}[[" + String(Array("ABCDE")[number - 1])
        case (1...4, "xterm-mono"): "\u{1B}[\(10 + number)~"
        case (1...4, _): "\u{1B}O" + String(Array("PQRS")[number - 1])
        case (5...12, _): "\u{1B}[\([15, 17, 18, 19, 20, 21, 23, 24][number - 5])~"
        default: preconditionFailure("there is no key F\(number)")
        }
    }

    private static func control(_ character: Character) -> String {
        if character == "?" { return "\u{7F}" }
        let upper = character.uppercased().unicodeScalars.first?.value ?? 0
        precondition((0x40...0x5F).contains(upper), "no key sends Ctrl with \(character)")
        return String(Unicode.Scalar(UInt8(upper & 0x1F)))
    }

    /// In the newer encoding if the program asked for it; the older has 95 columns and rows for ASCII.
    private static func click(_ row: Int, _ column: Int, on screen: TerminalEmulator) -> String {
        if screen.mouseModes.contains(1006) {
            return "\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m"
        }
        precondition(row < 95 && column < 95, "the old encoding of the mouse does not reach there")
        let place = "\(Unicode.Scalar(UInt8(column + 33)))\(Unicode.Scalar(UInt8(row + 33)))"
        return "\u{1B}[M \(place)\u{1B}[M#\(place)"
    }
}
