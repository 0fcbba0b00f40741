import TerminalTesting
import Testing

@Suite("Modes, queries and what is not understood")
struct EmulatorModeTests {
    @Test("1049 shows an empty screen, and the old one with its cursor again")
    func alternate() {
        var screen = screen("ab⎋[?1049h")
        #expect(screen.isAlternateScreen && screen.text == "")
        screen.feed("⎋[3;3Hx⎋7⎋[?1049l")
        #expect(!screen.isAlternateScreen && screen.text == "ab" && screen.place == [0, 2])
        screen.feed("⎋[?1049h")
        #expect(screen.text == "")
    }

    @Test("47 and 1047 show the other screen, the latter emptied on leaving")
    func olderAlternates() {
        #expect(screen("ab⎋[?47hcd⎋[?47lef⎋[?47h").text == "  cd")
        #expect(screen("ab⎋[?1047hcd⎋[?1047lef⎋[?1047h").text == "")
        #expect(screen("ab⎋[?47hcd⎋[?47lef").text == "ab  ef")
    }

    @Test("Modes are seen going on and off")
    func modes() {
        var screen = screen("⎋[?25l⎋[?2004h⎋[?1000;1006h⎋[?1h⎋=")
        #expect(!screen.isCursorVisible && screen.isBracketedPaste && screen.mouseModes == [1000, 1006])
        #expect(screen.isApplicationCursor && screen.isApplicationKeypad)
        screen.feed("⎋[?25h⎋[?2004l⎋[?1000;1006l⎋[?1l⎋>")
        #expect(screen.isCursorVisible && !screen.isBracketedPaste && screen.mouseModes == [])
        #expect(!screen.isApplicationCursor && !screen.isApplicationKeypad)
    }

    @Test("Line drawing comes by designation and by shift")
    func lineDrawing() {
        #expect(screen("⎋(0lqk⎋(Blqk").text == "┌─┐lqk")
        #expect(screen("⎋)0\u{0E}x\u{0F}x").text == "│x")
        #expect(screen("⎋(0ABC⎋(U").text == "ABC")
    }

    @Test("Queries are answered")
    func queries() {
        var screen = screen("⎋[2;3H⎋[6n⎋[5n⎋[c⎋[>c⎋[?25$p⎋[18t")
        let replies = String(decoding: screen.takeReplies(), as: UTF8.self).replacing("\u{1B}", with: "⎋")
        #expect(replies == "⎋[2;3R⎋[0n⎋[?62;22c⎋[>0;10;0c⎋[?25;1$y⎋[8;4;10t")
        #expect(screen.takeReplies() == [])
    }

    @Test("Titles, palettes and private sequences are skipped silently")
    func skipped() {
        let screen = screen(
            "a⎋]0;title\u{07}b⎋]4;1;rgb:00/00/00⎋\\c⎋P+q436f⎋\\d⎋[?12;5h⎋[>4;2m⎋[2 q⎋[22;0;0te⎋]Rf⎋]P1aabbccg⎋kname⎋\\",
            columns: 20)
        #expect(screen.text == "abcdefg")
        #expect(screen.unrecognised == [])
        #expect(screen.controlStrings.first == "]0;title")
        #expect(screen.controlStrings.count == 6)
    }

    @Test("Strays are noted and draw nothing")
    func strays() {
        let screen = screen("a\u{01}b\u{7F}\u{9B}c⎋[5vd⎋Qe⎋[1⎋[mf⎋⎋[mg\u{1A}", columns: 20)
        #expect(screen.text == "abcdefg")
        #expect(screen.controlCharactersSeen == 4)
        #expect(screen.unrecognised == ["^A", "^?", "U+009B", "\\e[5v", "\\eQ", "\\e[1", "\\e", "^Z"])
        #expect(screen.bells == 0)
    }

    @Test("A character or sequence may be cut anywhere")
    func cuts() {
        let bytes = Array("a漢🙂e\u{301}\u{1B}[1;31mx\u{1B}]0;t\u{07}\u{1B}(0q".utf8)
        let whole = screen("a漢🙂e\u{301}⎋[1;31mx⎋]0;t\u{07}⎋(0q")
        var cut = TerminalEmulator(columns: 10, rows: 4)
        for byte in bytes { cut.feed([byte]) }
        #expect(cut.lines == whole.lines && cut.lines[0] == "a漢🙂e\u{301}x─")
        #expect(cut.unrecognised == [] && cut.place == whole.place)
    }

    @Test(
        "Bytes that are not UTF-8 are noted and shown as a replacement",
        arguments: [
            ([0xFF, 0x61], "\u{FFFD}a", ["not UTF-8: FF"]),
            ([0xC3, 0x61], "\u{FFFD}a", ["not UTF-8: C3"]),
            ([0xE2, 0x82, 0xC3, 0xA9], "\u{FFFD}é", ["not UTF-8: E2 82"]),
            (
                [0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}",
                ["not UTF-8: ED", "not UTF-8: A0", "not UTF-8: 80"]
            ),
            ([0xC0, 0x80], "\u{FFFD}\u{FFFD}", ["not UTF-8: C0", "not UTF-8: 80"]),
        ] as [([UInt8], String, [String])])
    func invalid(_ bytes: [UInt8], _ shown: String, _ noted: [String]) {
        var screen = TerminalEmulator(columns: 10, rows: 1)
        screen.feed(bytes)
        #expect(screen.text == shown && screen.unrecognised == noted)
    }

    @Test("No input stops the emulator, whatever its size")
    func noise() {
        var generator = SplitMix(state: 20)
        let alphabet = Array(
            "\u{1B}\u{1B}\u{1B}[[[;;;0123456789?ABCDEFGHJKLMPSTXZ@`abdefgmrhl78()0\n\r\t\u{08}漢🙂\u{301}xyz"
                .utf8)
        for size in [(1, 1), (2, 2), (1, 5), (7, 3), (80, 24)] {
            var screen = TerminalEmulator(columns: size.0, rows: size.1)
            for _ in 0..<20_000 {
                screen.feed(CollectionOfOne(alphabet.randomElement(using: &generator) ?? 0))
            }
            screen.resize(columns: size.1, rows: size.0)
            #expect(screen.lines.count == size.0)
        }
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
