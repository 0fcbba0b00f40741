import TerminalTesting
import Testing

/// A screen to which this was fed; `⎋` stands for escape.
func screen(_ text: String, columns: Int = 10, rows: Int = 4) -> TerminalEmulator {
    var screen = TerminalEmulator(columns: columns, rows: rows)
    screen.feed(text)
    return screen
}

extension TerminalEmulator {
    mutating func feed(_ text: String) {
        feed(text.flatMap { $0 == "⎋" ? Array("\u{1B}".utf8) : Array(String($0).utf8) })
    }

    var place: [Int] { [cursor.row, cursor.column] }
}

/// What an emulator fed with `text` should show, and where the cursor should be.
struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var lines: [String]
    var place: [Int]?

    init(_ name: String, _ text: String, _ lines: [String], _ place: [Int]? = nil) {
        self.name = name
        self.text = text
        self.lines = lines
        self.place = place
    }

    var testDescription: String { name }
}
