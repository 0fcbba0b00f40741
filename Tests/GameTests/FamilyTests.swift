import Game
import TestSupport
import Testing

@Suite("A family of patterns")
struct FamilyTests {
    /// After `deep`, one of each kind in its own family, in another and in none.
    private let game = ruleset(
        [.proposals: 9], features: ["a", "b"].map { feature($0, ordinary: 1) },
        patterns: [
            pattern("deep", [0], depth: 2, family: "escape"),
            pattern("shallow", [1], family: "escape"), pattern("shallow-other", [1], family: "deceive"),
            pattern("shallow-none", [1]), pattern("false", [1], depth: 2, misattributes: true, family: "escape"),
            pattern("false-other", [1], depth: 2, misattributes: true, family: "deceive"),
            pattern("false-none", [1], depth: 2, misattributes: true),
            pattern("deep-none", [0], depth: 2),
        ], situations: [situation("s", [0])])

    private func turns(_ moves: [String]) throws -> [String] {
        let notations = try game.match(.hard, moves).position.legalMoves.map(game.notation)
        #expect(ReferenceGame(game, mode: .hard, moves: moves)?.legalMoves == notations)
        return notations.filter { $0.hasPrefix("shallower") || $0.hasPrefix("misattribute") }
    }

    @Test("is what a shallower pattern and a misreading stay in; a sophistication and a proposal go anywhere")
    func stays() throws {
        let moves = ["propose deep", "counter s ordinary"]
        #expect(try turns(moves) == ["shallower shallow", "misattribute false"])
        let position = try game.match(.hard, moves).position
        for move in ["shallower shallow-other", "shallower shallow-none", "misattribute false-other"] {
            #expect(position.prospect(of: try game.move(move)).obstacle == .otherFamily, "\(move)")
        }
        for move in ["sophisticate b", "propose shallow-other", "propose false-none"] {
            #expect(position.prospect(of: try game.move(move)).isLegal, "\(move)")
        }
    }

    @Test("is also what the patterns without one form")
    func none() throws {
        #expect(
            try turns(["propose deep-none", "counter s ordinary"]) == [
                "shallower shallow-none", "misattribute false-none",
            ])
    }

    @Test("takes in a coined pattern: the live one's, or the one that a proposal names")
    func coined() throws {
        var game = game
        game.limits = game.limits.replacing([.coins: 2])
        let match = try game.match(.hard, ["propose deep", "counter s ordinary"])
        let shallower = try match.after("coin shallower r trigger=b").ruleset.patterns
        #expect(shallower.last?.family == "escape")
        let named = try match.after("coin propose r trigger=b family=deceive")
        #expect(named.ruleset.patterns.last?.family == "deceive")
        let next = try named.after("counter s ordinary").position.legalMoves.map(named.ruleset.notation)
        #expect(next.filter { $0.hasPrefix("shallower") } == [])
        #expect(try match.after("coin propose r trigger=b").ruleset.patterns.last?.family == nil)
    }
}

@Suite("Features that exclude each other")
struct ExclusionTests {
    private let open = ruleset(
        [.coins: 1, .proposals: 2], features: ["a", "b", "c"].map { feature($0, condition: 1, ordinary: 1) },
        patterns: [pattern("p", [0], depth: 2), pattern("q", [1]), pattern("r", [2], depth: 3)],
        situations: [situation("s", [0]), situation("t", [1]), situation("u", [2])])

    private func legal(_ game: Ruleset, _ moves: [String]) throws -> [String] {
        let notations = try game.match(.hard, moves).position.legalMoves.map(game.notation)
        #expect(ReferenceGame(game, mode: .hard, moves: moves)?.legalMoves == notations)
        return notations
    }

    @Test("do so whichever of them says it", arguments: [[0, 1], [1, 0]])
    func symmetric(pair: [Int]) throws {
        let game = open.excluding(pair[0], pair[1])
        #expect(game.features.map(\.excludes.rawValue) == [2, 1, 0])
        let moves = ["propose p", "counter s ordinary"]
        #expect(
            try legal(game, moves) == ["propose q", "propose r", "sophisticate c", "shallower q", "concede"])
        let refused = try game.match(.hard, moves).position.prospect(of: game.move("sophisticate b"))
        guard case .excluded(let conflict) = refused.obstacle else { return #expect(Bool(false), "\(refused)") }
        #expect([conflict.feature, conflict.other] == [Feature.ID(0), Feature.ID(1)])
    }

    @Test("bar a pattern whose trigger would not go with the conditions that stay")
    func conditionsThatStay() throws {
        let moves = ["propose r", "counter u ordinary", "sophisticate b", "counter u ordinary"]
        let free = try legal(open, moves)
        #expect(free.contains("shallower p") && free.contains("sophisticate a"))
        let barred = try legal(open.excluding(0, 1), moves)
        #expect(!barred.contains("shallower p") && !barred.contains("sophisticate a"))
        // q's own trigger is b; the condition goes into it.
        #expect(barred.contains("shallower q") == free.contains("shallower q"))
    }

    @Test("bar a datum that would add one to the other, not one that shows it or need not add")
    func data() throws {
        let game = open.excluding(0, 1)
        #expect(try legal(game, ["propose p"]) == ["counter s ordinary", "counter u ordinary", "concede"])
        #expect(try legal(game, ["propose q"]) == ["counter t ordinary", "counter u ordinary", "concede"])
        #expect(
            try legal(game, ["propose r"]) == [
                "counter s ordinary", "counter t ordinary", "counter u ordinary", "concede",
            ])
    }

    @Test("may both be in a deployment, and leave no counter where no other way is open")
    func noCounter() throws {
        var game = open.excluding(0, 1)
        game.situations = [situation("t", [1])]
        #expect(game.deployments[0].features.count == 3)
        try game.expectEnd(["propose p"], winner: .divergence, "no counter")
    }

    @Test("are refused in a coined card: in a trigger, and in what a situation shows")
    func coined() throws {
        let game = open.excluding(0, 1)
        let start = Match(Rules(game, mode: .hard))
        let pattern = #expect(throws: IllegalAct.self) { try start.after("coin propose x trigger=a+b") }
        let after = try start.after("propose p")
        let datum = #expect(throws: IllegalAct.self) {
            try after.after("coin counter x ordinary exhibits=a+b channel=outcome")
        }
        for error in [pattern, datum] {
            guard case .coin(.move(let illegal)) = error, case .excluded = illegal.prospect.obstacle else {
                return #expect(Bool(false), "\(String(describing: error))")
            }
        }
        let apart = try after.after("coin counter x ordinary exhibits=a+c channel=outcome")
        #expect(apart.position.corpus.count == 1)
    }
}
