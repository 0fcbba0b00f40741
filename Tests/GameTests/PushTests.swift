import Game
import TestSupport
import Testing

@Suite("Each whack pushes the next divergence out")
struct PushTests {
    private func game(_ pushes: Int, pivotalAct: Int = 20) -> Ruleset {
        ruleset(
            [.pushes: pushes, .pivotalAct: pivotalAct, .proposals: 2, .disputes: 1],
            features: [
                feature("a", ordinary: 1), feature("b", ordinary: 1), feature("c", ordinary: 1, delay: 9),
            ],
            patterns: [
                pattern("p", [0], depth: 2), pattern("q", [1]), pattern("r", [1], depth: 2, misattributes: true),
            ], situations: [situation("s", [0], ordinary: 1)])
    }

    private let whacked = ["propose p", "counter s ordinary"]

    private func horizons(_ game: Ruleset, _ moves: [String]) throws -> [Int?] {
        let positions = try game.match(.hard, moves).positions.dropFirst()
        let reference = (1...moves.count).map {
            ReferenceGame(game, mode: .hard, moves: Array(moves.prefix($0)))?.horizon
        }
        #expect(reference == positions.map(\.horizon))
        return positions.map(\.horizon)
    }

    @Test("by so many steps, whichever move names it", arguments: [1, 4])
    func everyMove(pushes: Int) throws {
        for move in ["propose q", "sophisticate b", "shallower q", "misattribute r"] {
            #expect(try horizons(game(pushes), whacked + [move]) == [1, 1, 1 + pushes], "\(move)")
        }
    }

    @Test("and again, as long as they are whacked")
    func adding() throws {
        let moves = whacked + ["sophisticate b", "counter s ordinary", "sophisticate c", "counter s ordinary"]
        // Waiting for c takes 9 steps by itself, which is later than 3 + 2.
        #expect(try horizons(game(2), moves) == [1, 1, 3, 3, 10, 10])
        #expect(try horizons(game(8), moves) == [1, 1, 9, 9, 17, 17])
    }

    @Test("not at all where the limit is 0")
    func none() throws {
        let moves = whacked + ["sophisticate b", "counter s ordinary", "sophisticate c"]
        #expect(try horizons(game(0), moves) == [1, 1, 1, 1, 10])
    }

    @Test("until the pivotal act comes first")
    func tooLate() throws {
        #expect(try game(3, pivotalAct: 5).match(.hard, whacked).verdict == nil)
        try game(4, pivotalAct: 5).expectEnd(
            whacked, winner: .training, grade: .hard, "pivotal act first: propose q")
    }

    @Test("not when it is named again after a dispute")
    func namedAgain() throws {
        let start = Match(Rules(game(4), mode: .hard))
        let back = try start.after("propose p", "dispute pattern p divergence=0.25 training=0.25")
        #expect(back.position.horizon == nil && back.position.live == nil)
        #expect(try back.after("propose p").position.horizon == 1)
        let later = try start.after(
            "propose p", "counter s ordinary", "sophisticate b",
            "dispute condition b divergence=0.25 training=0.25")
        #expect(later.position.horizon == 1)
        #expect(try later.after("sophisticate b").position.horizon == 5)
    }
}
