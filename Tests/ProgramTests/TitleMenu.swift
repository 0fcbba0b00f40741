import TerminalTesting

extension PtyProcess {
    /// Chooses what the title calls so.
    func choose(_ item: String) throws {
        try waitFor("How to play")
        // A frame comes in pieces, and so may the one before a key is answered.
        try waitForQuiet(30)
        for _ in 0..<10 where !screen.lines[screen.cursor.row].contains(item) {
            let before = screen.text
            try send(.down)
            try waitFor("the next line of the menu") { $0.text != before }
            try waitForQuiet(30)
        }
        try send(.enter)
    }
}
