import Game
import Play
import Review
import Screens
import TestSupport
import Testing
import Text

@Suite("Random keys and sizes")
struct RandomKeyTests {
    private static let keys: [Key] =
        [.enter, .escape, .tab, .backtab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace]
        + "jkhl/usw?zUaCSqyngormceit!p+- 7é王~\u{202E}".map { Key.character($0) } + "aeuwkl".map { Key.control($0) }

    @Test("never break a screen", arguments: Thoroughness.seeds(ofFull: 200))
    func keys(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var theatre = try Theatre(unicode: seed % 3 != 0, ruleset: seed % 2 == 0 ? "evening" : "worked-example")
        if seed % 5 < 2 {
            // A person against a bot, or two bots, to begin with.
            theatre = try Theatre(seed % 5 == 0 ? Theatre.ana : Theatre.greedy, Theatre.greedy)
        }
        theatre.opens = try Theatre.playedMatch(seed: seed)
        theatre.saved = [Theatre.saved(try Theatre.playedMatch(seed: seed), at: "/saves/one.jsonl")]
        for step in 0..<300 where !theatre.hasQuit {
            switch Int.random(in: 0..<40, using: &random) {
            case 0:
                theatre.resize(Int.random(in: 0...220, using: &random), Int.random(in: 0...70, using: &random))
            case 1:
                theatre.paste("pasted \u{1B}[2J text\nq\n王")
            case 2:
                let kind: Pointer.Kind = [.click, .wheelUp, .wheelDown][Int.random(in: 0..<3, using: &random)]
                theatre.point(
                    Pointer(
                        kind, row: Int.random(in: 0..<70, using: &random),
                        column: Int.random(in: 0..<220, using: &random)))
            case 3:
                theatre.ring()
            case 4:
                theatre.isHolding.toggle()
                theatre.deliver()
            case 5...8:
                theatre.press(.enter)
            default:
                theatre.press(Self.keys.randomElement(using: &random) ?? .enter)
            }
            check(theatre.grid, "seed \(seed), step \(step)")
        }
    }

    /// What holds on every screen.
    private func check(_ grid: Grid, _ place: String) {
        #expect(grid.cells.count == grid.size.columns * grid.size.rows, "\(place)")
        let problem: String? = (0..<grid.size.rows).lazy.compactMap { self.problem(of: grid, row: $0) }.first
        #expect(problem == nil, "\(place)")
    }

    private func problem(of grid: Grid, row: Int) -> String? {
        var column = 0
        while column < grid.size.columns {
            guard let character = grid[row, column].character else { return "half a wide character in row \(row)" }
            let isPlain = character.unicodeScalars.allSatisfy { $0.isPlain }
            guard isPlain, grid.look.unicode || character.isASCII else { return "\(character) in row \(row)" }
            column += max(1, character.columns)
        }
        return column > grid.size.columns ? "a wide character over the edge of row \(row)" : nil
    }
}
