import Testing
import Text

@Suite("Rows of cells")
struct CSVTests {
    @Test("are a line each, with quotes where they must be")
    func quoting() {
        #expect(csv([["a", "b,c", "d\"e"], ["", "f\ng", "1"]]) == "a,\"b,c\",\"d\"\"e\"\n,\"f\ng\",1\n")
        #expect(csv([["a"]], lineEnd: "\r\n") == "a\r\n")
    }

    @Test("are kept apart even where a mark hides a comma or a quote among characters")
    func marks() {
        #expect(csv([["a,\u{301}b", "c\"\u{301}"]]) == "\"a,\u{301}b\",\"c\"\"\u{301}\"\n")
    }

    @Test("are no formulas", arguments: ["=1", "+1", "-1", "@a", " =1"])
    func formula(cell: String) {
        #expect(csv([[cell]]) == "'\(cell)\n")
    }
}
