import Curses
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

/// Where numbered lines go and come from: broken at words on a terminal, whole in a pipe.
final class Paper {
    private let columns = terminalColumns
    private let editor = LineEditor()
    /// Lines that were read too early.
    private var unread: [String] = []

    /// Prints a line, with nothing in it that a terminal would obey; what it is indented by, all of it is.
    func say(_ line: String) {
        let line = line.madePlain
        let indent = String(line.prefix { $0 == " " })
        guard let columns, line.columns > columns, indent.columns < columns / 2 else { return print(line) }
        for part in wrapped(line, width: columns - indent.columns) { print(indent + part) }
    }

    /// Prints what can be typed in a column of its own.
    func say(_ line: PlainText.HelpLine) {
        let width = 13
        let room = columns.map { max(20, $0 - width) } ?? .max
        for (index, part) in wrapped(line.meaning, width: room).enumerated() {
            print((index == 0 ? line.typed : "").padded(width) + part)
        }
    }

    /// What is typed next, after a prompt; `nil` at the end of the input.
    func read(_ prompt: String) -> String? {
        if !unread.isEmpty { return unread.removeFirst() }
        guard let line = type(prompt) else { return nil }
        // What is sealed is not to be found by going back.
        if !line.isEmpty, !["predict", "believe"].contains(where: line.trimmed.hasPrefix) { editor?.remember(line) }
        return line
    }

    /// Leaves a line for who reads next.
    func leave(_ line: String) {
        unread.append(line)
    }

    /// Yes or no; `nil` at the end of the input.
    func ask(_ question: String) -> Bool? {
        while true {
            guard let line = type(question + " y or n> ") else { return nil }
            if line.hasPrefix("y") || line.hasPrefix("Y") { return true }
            if line.hasPrefix("n") || line.hasPrefix("N") { return false }
        }
    }

    /// What is typed next, kept nowhere.
    func type(_ prompt: String) -> String? {
        if let editor { return editor.read(prompt.madePlain) }
        print(prompt.madePlain, terminator: "")
        Output.push()
        return readLine()
    }
}
