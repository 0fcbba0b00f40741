import Game
import Glibc
import Screens
import Text

/// The columns of the terminal that is standard output; `nil` where it is none.
var terminalColumns: Int? {
    var size = winsize()
    let isTerminal = isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isTerminal && size.ws_col > 0 ? Int(size.ws_col) : nil
}

// Where numbered lines go: broken at words on a terminal, whole in a pipe.
extension PlainGame {
    /// Prints a line, with nothing in it that a terminal would obey; what it is indented by, all of it is.
    func say(_ line: String) {
        let line = line.madePlain
        let indent = String(line.prefix { $0 == " " })
        guard let columns, line.columns > columns, indent.columns < columns / 2 else { return print(line) }
        for part in wrapped(line, width: columns - indent.columns) { print(indent + part) }
    }

    /// Prints what the player is asked, and leaves the cursor behind it.
    func prompt(_ text: String) {
        print(text.madePlain, terminator: "")
        Output.push()
    }

    /// Yes or no; `nil` at the end of the input.
    func ask(_ question: String) -> Bool? {
        while true {
            prompt(question)
            guard let line = readLine() else { return nil }
            if line.hasPrefix("y") || line.hasPrefix("Y") { return true }
            if line.hasPrefix("n") || line.hasPrefix("N") { return false }
        }
    }
}
