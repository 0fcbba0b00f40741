import Glibc
import TerminalTesting
import TestSupport
import Testing

private let hasPython: Bool = {
    let probe = try? runProcess("/usr/bin/env", ["python3", "-c", "import curses"])
    return probe?.status == .exited(0)
}()

/// `cursesdraw.py` draws at random; what curses believes is on the screen must be what the emulator shows.
@Suite(
    "What ncurses believes is on the screen is there", .serialized,
    .enabled(if: Thoroughness.isFull && hasPython, "takes half a minute, and Python's curses"))
struct CursesTests {
    static let terminals = [
        "xterm-256color", "xterm", "xterm-mono", "vt100", "linux", "screen", "tmux-256color",
        "screen-256color",
    ]

    @Test("Random drawing", arguments: terminals, ["ascii", "wide"])
    func drawing(_ terminal: String, _ kind: String) throws {
        let probe = try runProcess(
            "/usr/bin/env", ["python3", "-c", "import curses; curses.setupterm()"],
            environment: standardEnvironment(term: terminal))
        try #require(probe.status == .exited(0), "\(probe.stderrText)")
        let script = #filePath.replacing("CursesTests.swift", with: "cursesdraw.py")
        let file = "/tmp/credulity-curses-\(getpid()).txt"
        for seed in 1...2 {
            unlink(file)
            let pty = try PtyProcess(
                "/usr/bin/env", ["python3", script, "\(seed)", "40", kind, file], columns: 60,
                rows: 16,
                environment: standardEnvironment(term: terminal))
            try pty.waitFor("the drawing to be done") { _ in access(file, R_OK) == 0 }
            try pty.waitForQuiet(150)
            let expected = try runProcess("/bin/cat", [file]).stdoutText
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let shown = ["\(pty.screen.cursor.row) \(pty.screen.cursor.column)"] + pty.screen.lines
            #expect(shown == Array(expected.prefix(17)), "seed \(seed)\n\(pty.screen)")
            if terminal == "xterm-256color" {
                let styles = Set(expected.dropFirst(17))
                #expect(styles.subtracting(Self.styles(of: pty.screen)) == [], "seed \(seed)")
            }
            #expect(pty.screen.unrecognised == [])
            try pty.send(.enter)
            #expect(try pty.waitForExit() == .exited(0))
            #expect(pty.terminalFaults == [], "seed \(seed)")
        }
        unlink(file)
    }

    /// As the script writes them.
    private static func styles(of screen: TerminalEmulator) -> Set<String> {
        var styles: Set<String> = []
        for row in 0..<screen.rows {
            for column in 0..<screen.columns {
                let cell = screen.cell(row: row, column: column)
                let (style, isBlank) = (cell.style, cell.text == " ")
                let flags = [
                    (style.bold && !isBlank, "b"), (style.dim && !isBlank, "d"), (style.reverse, "r"),
                    (style.underline, "u"),
                ]
                let on = flags.filter(\.0).map(\.1).joined()
                let colour = isBlank ? "" : "\(number(style.foreground))"
                styles.insert("\(row),\(column):\(on)/\(colour)/\(number(style.background))")
            }
        }
        return styles
    }

    private static func number(_ colour: TerminalColour) -> Int {
        if case .indexed(let number) = colour { number } else { -1 }
    }
}
