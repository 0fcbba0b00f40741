internal import CPty
internal import Glibc

extension PtyProcess {
    /// What the program left otherwise than it found it: settings of the terminal, and modes of the screen.
    ///
    /// Empty when all is restored. Meant to be asked after `waitForExit` or `waitForStop`.
    public var terminalFaults: [String] {
        changedSettings + screen.changedModes
    }

    private var changedSettings: [String] {
        var now = termios()
        guard tcgetattr(session.slave, &now) == 0 else { return ["the terminal is gone: \(reason(errno))"] }
        let before = session.before
        let input = [
            ("ICRNL", ICRNL), ("IXON", IXON), ("INLCR", INLCR), ("IGNCR", IGNCR), ("ISTRIP", ISTRIP),
        ]
        let output = [("OPOST", OPOST), ("ONLCR", ONLCR)]
        let local = [
            ("ECHO", ECHO), ("ICANON", ICANON), ("ISIG", ISIG), ("IEXTEN", IEXTEN), ("TOSTOP", TOSTOP),
        ]
        return Self.changes(input, before.c_iflag, now.c_iflag)
            + Self.changes(output, before.c_oflag, now.c_oflag)
            + Self.changes(local, before.c_lflag, now.c_lflag)
    }

    private static func changes(_ flags: [(String, Int32)], _ before: tcflag_t, _ now: tcflag_t) -> [String] {
        flags.filter { (before ^ now) & tcflag_t($0.1) != 0 }
            .map { "\($0.0) left \(now & tcflag_t($0.1) == 0 ? "off" : "on")" }
    }
}

extension TerminalEmulator {
    /// The modes that a shell's prompt would suffer from.
    fileprivate var changedModes: [String] {
        let faults: [(Bool, String)] = [
            (isAlternateScreen, "the alternate screen left on"),
            (!isCursorVisible, "the cursor left hidden"),
            (!mouseModes.isEmpty, "mouse modes left on: \(mouseModes.sorted())"),
            (modes.contains(1004), "reports of focus left on"),
            (isBracketedPaste, "bracketed paste left on"),
            (isApplicationCursor, "application cursor keys left on"),
            (isApplicationKeypad, "application keypad left on"),
            (!modes.contains(7), "wrapping left off"),
            (insertsCharacters, "insertion left on"),
            (region != 0..<rows, "scrolling left to rows \(region)"),
            (pen.style != TerminalStyle(), "a style left on: \(pen.style)"),
            (pen.sets.translate("q") != "q", "line drawing left on"),
        ]
        return faults.filter(\.0).map(\.1)
    }
}
