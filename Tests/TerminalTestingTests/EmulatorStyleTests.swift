import TerminalTesting
import Testing

@Suite("Colours and attributes are kept by cell")
struct EmulatorStyleTests {
    private func style(_ codes: String) -> TerminalStyle {
        screen("⎋[\(codes)mx").cell(row: 0, column: 0).style
    }

    @Test("Every attribute goes on and off")
    func attributes() {
        let on = style("1;2;3;4;5;7;8;9")
        let flags = [on.bold, on.dim, on.italic, on.underline, on.blink, on.reverse, on.invisible, on.struck]
        #expect(flags == Array(repeating: true, count: 8))
        #expect(style("1;2;3;4;5;7;8;9;22;23;24;25;27;28;29") == TerminalStyle())
        #expect(style("1;31;44;0") == TerminalStyle())
        #expect(style("1;31;44;") == TerminalStyle())
        #expect(style("4:3").underline && !style("4;4:0").underline)
    }

    @Test(
        "Colours in every notation",
        arguments: [
            ("31", TerminalColour.indexed(1)), ("97", .indexed(15)), ("38;5;200", .indexed(200)),
            ("38:5:200", .indexed(200)), ("38;2;1;2;3", .rgb(red: 1, green: 2, blue: 3)),
            ("38:2:1:2:3", .rgb(red: 1, green: 2, blue: 3)), ("38:2::1:2:3", .rgb(red: 1, green: 2, blue: 3)),
            ("31;39", .standard),
        ])
    func colours(_ codes: String, _ colour: TerminalColour) {
        #expect(style(codes).foreground == colour)
        let background = codes.replacing("38", with: "48").replacing("31", with: "41")
            .replacing("97", with: "107").replacing("39", with: "49")
        #expect(style(background).background == colour)
    }

    @Test("What follows a colour is not swallowed")
    func sequel() {
        let style = style("38;5;1;48;2;9;9;9;1")
        #expect(style.bold && style.foreground == .indexed(1))
        #expect(style.background == .rgb(red: 9, green: 9, blue: 9))
    }

    @Test("Erasing keeps the background and nothing else")
    func erasing() {
        let cell = screen("⎋[1;31;44mab⎋[2K").cell(row: 0, column: 7)
        #expect(cell.style == TerminalStyle(background: .indexed(4)) && cell.text == " ")
    }

    @Test("Saving the cursor saves its style and character set")
    func saving() {
        let screen = screen("⎋[1m⎋(0⎋7⎋[m⎋(B⎋8q")
        #expect(screen.cell(row: 0, column: 0).style.bold)
        #expect(screen.text == "─")
    }

    @Test("Unknown attributes are noted")
    func unknown() {
        #expect(
            screen("⎋[1;77m⎋[38;5m⎋[38;5;999m").unrecognised == ["\\e[1;77m", "\\e[38;5m", "\\e[38;5;999m"])
    }
}
