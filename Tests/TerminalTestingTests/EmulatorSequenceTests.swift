import TerminalTesting
import Testing

@Suite("Each sequence does what terminals do")
struct EmulatorSequenceTests {
    @Test(
        "On a screen of 10 × 4, filled with letters where rows matter", arguments: moving + erasing + shifting
    )
    func shows(_ example: Case) {
        let screen = screen(example.text)
        #expect(
            screen.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                == example.lines)
        if let place = example.place { #expect(screen.place == place) }
        #expect(screen.unrecognised == [])
    }

    static let full = "⎋[1;1Haaaa⎋[2;1Hbbbb⎋[3;1Hcccc⎋[4;1Hdddd"

    static let moving: [Case] = [
        Case("CUP", "⎋[2;3Hx", ["", "  x"], [1, 3]),
        Case("CUP without numbers", "ab⎋[Hx", ["xb"], [0, 1]),
        Case("CUP beyond the edges", "⎋[99;99Hx", ["", "", "", "         x"], [3, 9]),
        Case("HVP", "⎋[3;2fx", ["", "", " x"]),
        Case("CUU", "⎋[3;1H⎋[2Ax", ["x"]),
        Case("CUU stops at the top", "⎋[9Ax", ["x"]),
        Case("CUD", "⎋[Bx", ["", "x"]),
        Case("CUD stops at the bottom", "⎋[9Bx", ["", "", "", "x"]),
        Case("CUF and CUB", "⎋[5Ca⎋[3Db", ["   b a"]),
        Case("CUB stops at the left", "ab⎋[9Dx", ["xb"]),
        Case("CHA", "abc⎋[2Gx", ["axc"]),
        Case("HPA", "abc⎋[2`x", ["axc"]),
        Case("VPA", "ab⎋[3dx", ["ab", "", "  x"]),
        Case("CNL and CPL", "ab⎋[2Ex⎋[Fy", ["ab", "y", "x"]),
        Case("VPR and HPR", "⎋[2e⎋[3ax", ["", "", "   x"]),
        Case("backspace", "abc\u{08}\u{08}x", ["axc"], [0, 2]),
        Case("carriage return and line feed", "ab\r\ncd\ne", ["ab", "cd", "  e"]),
        Case("tab", "a\tb", ["a       b"]),
        Case("tab at the last stop", "\t\tx", ["         x"]),
        Case("CBT", "⎋[10G⎋[Zx", ["        x"]),
        Case("CHT", "⎋[Ix", ["        x"]),
        Case("tab stops set and cleared", "⎋[3g⎋[4G⎋H\r\tx\r⎋[4G⎋[g\r\ty", ["   x     y"]),
        Case("IND scrolls at the bottom", full + "⎋[4;2H⎋Dx", ["bbbb", "cccc", "dddd", " x"]),
        Case("RI scrolls at the top", full + "⎋[1;2H⎋Mx", [" x", "aaaa", "bbbb", "cccc"]),
        Case("NEL", "ab⎋Ex", ["ab", "x"]),
        Case("DECSC and DECRC", "ab⎋7⎋[3;3H⎋8x", ["abx"]),
        Case("SCOSC and SCORC", "ab⎋[s⎋[3;3H⎋[ux", ["abx"]),
        Case("origin mode", "⎋[2;3r⎋[?6h⎋[Hx⎋[9;1Hy⎋[?6l⎋[Hz", ["z", "x", "y"]),
    ]

    static let erasing: [Case] = [
        Case("EL to the right", "abcdef⎋[3G⎋[K", ["ab"], [0, 2]),
        Case("EL to the left", "abcdef⎋[3G⎋[1K", ["   def"]),
        Case("EL whole", "abcdef⎋[3G⎋[2Kx", ["  x"]),
        Case("ED below", full + "⎋[2;3H⎋[J", ["aaaa", "bb"]),
        Case("ED above", full + "⎋[3;2H⎋[1J", ["", "", "  cc", "dddd"]),
        Case("ED whole leaves the cursor", full + "⎋[2;2H⎋[2Jx", ["", " x"]),
        Case("ED of history leaves the screen", "ab⎋[3J", ["ab"]),
        Case("ECH", "abcdef⎋[2G⎋[3X", ["a   ef"], [0, 1]),
        Case("ECH beyond the edge", "abcdef⎋[4G⎋[99X", ["abc"]),
        Case("DECALN", "⎋#8", Array(repeating: "EEEEEEEEEE", count: 4), [0, 0]),
        Case("RIS", full + "⎋[2;3r⎋(0⎋cq", ["q"]),
    ]

    static let shifting: [Case] = [
        Case("ICH", "abcdef⎋[2G⎋[2@x", ["ax bcdef"]),
        Case("ICH pushes out", "abcdefghij⎋[2G⎋[2@", ["a  bcdefgh"]),
        Case("DCH", "abcdef⎋[2G⎋[2Px", ["axef"]),
        Case("IL", full + "⎋[2;3H⎋[Lx", ["aaaa", "x", "bbbb", "cccc"]),
        Case("DL", full + "⎋[2;3H⎋[2M", ["aaaa", "dddd"], [1, 0]),
        Case(
            "IL and DL only within the region", full + "⎋[1;3r⎋[4;1H⎋[L⎋[2;1H⎋[L",
            ["aaaa", "", "bbbb", "dddd"]),
        Case("SU", full + "⎋[2S", ["cccc", "dddd"], [3, 4]),
        Case("SD", full + "⎋[T", ["", "aaaa", "bbbb", "cccc"]),
        Case("DECSTBM", full + "⎋[2;3r⎋[3;1H\nx", ["aaaa", "cccc", "x", "dddd"]),
        Case(
            "below the region nothing scrolls", full + "⎋[1;2r⎋[4;1H\n\nx", ["aaaa", "bbbb", "cccc", "xddd"]),
        Case("REP", "a⎋[4bz", ["aaaaaz"]),
        Case("REP of a drawn line", "⎋(0q⎋[3b⎋(Bq", ["────q"]),
        Case("insert mode", "abc⎋[2G⎋[4hxy⎋[4lz", ["axyzc"]),
    ]
}
