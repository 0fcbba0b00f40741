import Testing

@testable import Screens

@Suite("What a terminal is shown")
struct LookTests {
    private let look = Look(unicode: true, color: false)

    @Test(
        "is the character itself in any script, and of joined emoji the first",
        arguments: [
            ("é", "é"), ("कि", "कि"), ("م\u{200C}", "م\u{200C}"), ("日", "日"), ("👩\u{200D}💻", "👩"), ("👍🏽", "👍🏽"),
            ("\u{202E}", "\u{FFFD}"), ("\u{7}", "\u{FFFD}"),
        ] as [(Character, Character)])
    func shown(character: Character, shown: Character) {
        #expect(look.shown(character) == shown)
    }

    @Test("takes no cell for what is not seen")
    func width() {
        var grid = Grid(size: Size(columns: 10, rows: 1), look: look)
        #expect(grid.put("a\u{200E}👩\u{200D}💻b", row: 0, column: 0) == 4)
    }
}
