import TerminalTesting
import Testing

@Suite("Characters land where terminals put them")
struct EmulatorWritingTests {
    @Test("On a screen of 10 × 4", arguments: wrapping + wide)
    func shows(_ example: Case) {
        let screen = screen(example.text)
        #expect(
            screen.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                == example.lines)
        if let place = example.place { #expect(screen.place == place) }
        #expect(screen.unrecognised == [])
    }

    static let ten = "0123456789"

    static let wrapping: [Case] = [
        Case("a full row does not wrap yet", ten, [ten], [0, 9]),
        Case("the next character wraps", ten + "a", [ten, "a"], [1, 1]),
        Case("a carriage return undoes the wrap", ten + "\ra", ["a123456789"], [0, 1]),
        Case("backspace undoes the wrap", ten + "\u{08}a", ["01234567a9"], [0, 9]),
        Case("a line feed keeps the column", ten + "\na", [ten, "         a"]),
        Case("a colour does not undo the wrap", ten + "⎋[1ma", [ten, "a"]),
        Case("movement undoes the wrap", ten + "⎋[Ca", ["012345678a"]),
        Case("the wrap is saved with the cursor", ten + "⎋7⎋[3;3H⎋8a", [ten, "a"]),
        Case("the last row scrolls", "⎋[4;1H" + ten + "a", ["", "", ten, "a"]),
        Case("without wrapping the last column is overwritten", "⎋[?7l" + ten + "ab⎋[?7h", ["012345678b"]),
    ]

    static let wide: [Case] = [
        Case("a wide character takes two columns", "漢字x", ["漢字x"], [0, 5]),
        Case("emoji are wide", "🙂x", ["🙂x"], [0, 3]),
        Case("a wide character wraps early", "012345678漢", ["012345678", "漢"], [1, 2]),
        Case("a wide character fills the last columns", "01234567漢", ["01234567漢"], [0, 9]),
        Case("overwriting its left half blanks the right", "漢⎋[Hx", ["x"]),
        Case("overwriting its right half blanks the left", "漢⎋[2Gx", [" x"]),
        Case("a wide one over two others", "漢字⎋[2G語x", [" 語x"]),
        Case("erasing half of one", "漢字⎋[2G⎋[X", ["  字"]),
        Case("deleting half of one", "漢字⎋[2G⎋[P", [" 字"]),
        Case("inserting in the middle of one", "漢字⎋[2G⎋[@x", [" x 字"]),
        Case("pushing one over the edge", "01234567漢⎋[H⎋[@", [" 01234567"]),
        Case("combining marks join", "e\u{301}x", ["e\u{301}x"], [0, 2]),
        Case("combining marks join wide characters", "か\u{3099}x", ["か\u{3099}x"], [0, 3]),
        Case("a mark joins the last column", ten + "\u{301}", [ten + "\u{301}"], [0, 9]),
        Case("a variation selector takes no column", "✔\u{FE0F}x", ["✔\u{FE0F}x"], [0, 2]),
        Case("REP of a wide character", "漢⎋[2b", ["漢漢漢"]),
    ]

    @Test("A cell knows its character and width")
    func cells() {
        let screen = screen("a漢e\u{301}")
        #expect((0..<5).map { screen.cell(row: 0, column: $0).text } == ["a", "漢", "", "e\u{301}", " "])
        #expect((0..<5).map { screen.cell(row: 0, column: $0).width } == [1, 2, 0, 1, 1])
    }

    @Test("Text is found at its column on the screen, not in the string")
    func position() throws {
        let screen = screen("ab\r\n漢字go")
        let found = try #require(screen.position(of: "go"))
        #expect(found == (1, 4))
        #expect(screen.position(of: "no") == nil)
    }

    @Test("Lines lose their trailing blanks, coloured or not, and text its trailing lines")
    func trimming() {
        let screen = screen("ab  ⎋[44m  \r\n\r\n  c ")
        #expect(screen.lines == ["ab", "", "  c", ""])
        #expect(screen.text == "ab\n\n  c")
    }

    @Test("A smaller screen keeps the cursor's row, a larger one the text")
    func resizing() {
        var screen = screen("one\r\ntwo\r\nthree\r\nfour 漢")
        screen.resize(columns: 6, rows: 2)
        #expect(screen.lines == ["three", "four"])
        #expect(screen.place == [1, 5])
        screen.resize(columns: 8, rows: 3)
        #expect(screen.lines == ["three", "four", ""])
        screen.feed("⎋[3;8Hx")
        #expect(screen.place == [2, 7])
    }
}
