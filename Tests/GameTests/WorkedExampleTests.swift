import Game
import TestSupport
import Testing

@Suite("The worked example of RULES §13")
struct WorkedExampleTests {
    let ruleset = Ruleset.workedExample()

    /// What a move would come to after others.
    private func prospect(_ moves: [String], then move: String, in mode: Mode = .hard) throws -> Prospect {
        try ruleset.match(mode, moves).position.prospect(of: ruleset.move(move))
    }

    private func legal(_ moves: [String], in mode: Mode = .hard) throws -> [String] {
        try ruleset.match(mode, moves).position.legalMoves.map(ruleset.notation)
    }

    /// The price of safety after moves, by the reference.
    private func price(_ moves: [String], in mode: Mode = .hard) throws -> Int? {
        try #require(ReferenceGame(ruleset, mode: mode, moves: moves)).priceOfSafety()
    }

    @Test("has the strains and horizons of each divergence")
    func divergences() throws {
        let table: [([String], String, Int, Int)] = [
            ([], "propose p", 1000, 1),
            (["propose p", "counter s ordinary"], "sophisticate b", 3000, 4),
            (["propose p", "counter s ordinary"], "shallower q", 2000, 2),
            (
                ["propose p", "counter s ordinary", "shallower q", "counter t ordinary"], "sophisticate a",
                3000, 2
            ),
            ([], "propose q", 2000, 2),
            (["propose q", "counter t ordinary"], "sophisticate a", 3000, 2),
        ]
        for (moves, move, strain, horizon) in table {
            let prospect = try prospect(moves, then: move)
            #expect(prospect.isLegal, "\(moves) \(move)")
            #expect(prospect.bits.millibits == strain, "\(moves) \(move)")
            #expect(prospect.horizon == horizon, "\(moves) \(move)")
            let game = try #require(ReferenceGame(ruleset, mode: .hard, moves: moves + [move]))
            #expect(game.divergenceStrain == strain)
            #expect(game.horizon == horizon)
        }
    }

    @Test("has the costs of each counter")
    func counters() throws {
        let toQ = ["propose p", "counter s ordinary", "shallower q"]
        let table: [([String], String, Int)] = [
            (["propose p"], "counter s ordinary", 0),
            (["propose p"], "counter t ordinary", 3000),
            (["propose p", "counter s ordinary", "sophisticate b"], "counter s ordinary", 3000),
            (["propose p", "counter s ordinary", "sophisticate b"], "counter t ordinary", 3000),
            (toQ, "counter t ordinary", 2000),
            (toQ, "counter s ordinary", 3000),
            (toQ + ["counter t ordinary", "sophisticate a"], "counter s ordinary", 3000),
            (toQ + ["counter t ordinary", "sophisticate a"], "counter t ordinary", 3000),
            (["propose q"], "counter t ordinary", 2000),
            (["propose q"], "counter s ordinary", 3000),
            (["propose q", "counter t ordinary", "sophisticate a"], "counter s ordinary", 3000),
            (["propose q", "counter t ordinary", "sophisticate a"], "counter t ordinary", 3000),
        ]
        for (moves, move, cost) in table {
            let prospect = try prospect(moves, then: move)
            #expect(prospect.isLegal && prospect.bits.millibits == cost, "\(moves) \(move)")
        }
    }

    @Test("prices deliberate data at 0 for s, 1 for b, 1 for t and 0 for a")
    func deliberateCosts() throws {
        #expect(try prospect(["propose p"], then: "counter s deliberate", in: .easy).bits.millibits == 0)
        #expect(try prospect(["propose p"], then: "counter t deliberate", in: .easy).bits.millibits == 1000)
        #expect(try prospect(["propose q"], then: "counter s deliberate", in: .easy).bits.millibits == 1000)
        #expect(try prospect(["propose q"], then: "counter t deliberate", in: .easy).bits.millibits == 1000)
    }

    @Test("has the legal moves it names and no others")
    func legalMoves() throws {
        #expect(try legal([]) == ["propose p", "propose q", "concede"])
        #expect(try legal(["propose p"]) == ["counter s ordinary", "counter t ordinary", "concede"])
        let afterS = ["propose p", "counter s ordinary"]
        #expect(try legal(afterS) == ["sophisticate b", "shallower q", "concede"])
        #expect(try legal(["propose q", "counter t ordinary"]) == ["sophisticate a", "concede"])
        let afterT = afterS + ["shallower q", "counter t ordinary"]
        #expect(try legal(afterT) == ["sophisticate a", "concede"])
        #expect(
            try legal(["propose p"], in: .easy) == [
                "counter s ordinary", "counter s deliberate", "counter t ordinary", "counter t deliberate",
                "concede",
            ])
    }

    @Test(
        "leaves nothing where it says that nothing is left",
        arguments: [
            "sophisticate b,counter s ordinary", "sophisticate b,counter t ordinary",
            "shallower q,counter s ordinary",
            "shallower q,counter t ordinary,sophisticate a,counter s ordinary",
            "shallower q,counter t ordinary,sophisticate a,counter t ordinary",
        ])
    func nothingLeft(line: String) throws {
        let moves = ["propose p", "counter s ordinary"] + line.split(separator: ",").map(String.init)
        try ruleset.expectEnd(moves, winner: .training, grade: .hard, "no divergence left")
        let strain = try ruleset.match(.hard, moves).position.strain(of: .training).millibits
        #expect(strain == (line.contains("sophisticate a") ? 5000 : 3000))
    }

    @Test("has perft 2, 4, 3, 6, 1 in hard mode")
    func perft() {
        let counts = [1, 2, 4, 3, 6, 1, 2, 0]
        let position = Position(Rules(ruleset, mode: .hard))
        let reference = ReferenceGame(ruleset, mode: .hard)
        // The two answers to the one line of depth 5 end the longest games.
        #expect(counts.indices.map(position.perft) == counts)
        #expect(counts.indices.map(reference.perft) == counts)
    }

    @Test("costs Training 3 bits in hard mode, whatever is played first")
    func hardPrice() throws {
        #expect(try price([]) == 3000)
        #expect(try price(["propose p"]) == 3000)
        #expect(try price(["propose p", "counter s ordinary"]) == 3000)
        #expect(try price(["propose p", "counter s ordinary", "sophisticate b"]) == 3000)
        #expect(try price(["propose p", "counter s ordinary", "shallower q"]) == 3000)
        let afterT = ["propose p", "counter s ordinary", "shallower q", "counter t ordinary"]
        #expect(try price(afterT) == 5000)
        #expect(try price(["propose p", "counter t ordinary"]) == 3000)
        #expect(try price(["propose q"]) == 3000)
        #expect(try price(["propose q", "counter t ordinary"]) == 5000)
        #expect(try price(["propose q", "counter s ordinary"]) == 3000)
        let game = ReferenceGame(ruleset, mode: .hard)
        #expect(game.trainingWins(atLimit: 6000))
        #expect(game.trainingWins(atLimit: 3000))
        #expect(!game.trainingWins(atLimit: 2999))
    }

    @Test("costs Training 1 bit in easy mode, for a win of grade easy")
    func easyPrice() throws {
        #expect(try price([], in: .easy) == 1000)
        #expect(ReferenceGame(ruleset, mode: .hard).priceOfSafety(mode: .easy) == 1000)
        try ruleset.expectEnd(
            ["propose p", "counter t deliberate"], in: .easy, winner: .training, grade: .easy,
            "no divergence left")
    }

    @Test("ends in no divergence left once t with a has caught everything at once")
    func everythingCaught() throws {
        let moves = ["propose p", "counter t ordinary"]
        try ruleset.expectEnd(moves, winner: .training, grade: .hard, "no divergence left")
        #expect(try ruleset.match(.hard, moves).position.strain(of: .training).millibits == 3000)
    }

    @Test("ends in unnatural concept with naturalness 2.5")
    func unnatural() throws {
        let strict = Ruleset.workedExample([.naturalness: 2500])
        let moves = ["propose p", "counter s ordinary", "shallower q", "counter t ordinary"]
        try strict.expectEnd(
            moves, winner: .training, grade: .hard, "unnatural concept: sophisticate a")
        let forced = try strict.match(.hard, moves).verdict?.reasons.first?.forced
        #expect(forced?.bits.millibits == 3000)
    }

    @Test("ends in pivotal act first with pivotal_act 2")
    func late() throws {
        let soon = Ruleset.workedExample([.pivotalAct: 2])
        let start = Position(Rules(soon, mode: .hard))
        #expect(start.legalMoves.map(soon.notation) == ["propose p", "concede"])
        #expect(start.prospect(of: try soon.move("propose q")).breaks == .horizon)
        let moves = ["propose p", "counter s ordinary"]
        try soon.expectEnd(moves, winner: .training, grade: .hard, "pivotal act first: shallower q")
        let match = try soon.match(.hard, moves)
        #expect(match.verdict?.reasons.first?.forced?.horizon == 2)
        #expect(try match.position.prospect(of: soon.move("sophisticate b")).horizon == 4)
    }
}

@Suite("The worked example of RULES §13, varied,")
struct VariedWorkedExampleTests {
    private let moves = ["propose p", "counter s ordinary"]

    private func legal(_ ruleset: Ruleset, _ moves: [String]) throws -> [String] {
        let notations = try ruleset.match(.hard, moves).position.legalMoves.map(ruleset.notation)
        #expect(ReferenceGame(ruleset, mode: .hard, moves: moves)?.legalMoves == notations)
        return notations
    }

    @Test("ends in pivotal act first with pushes 3 and pivotal_act 4")
    func pushed() throws {
        let pushed = Ruleset.workedExample([.pushes: 3, .pivotalAct: 4])
        let start = Position(Rules(pushed, mode: .hard))
        #expect(start.prospect(of: try pushed.move("propose p")).horizon == 1)
        try pushed.expectEnd(moves, winner: .training, grade: .hard, "pivotal act first: sophisticate b")
        let position = try pushed.match(.hard, moves).position
        for move in ["sophisticate b", "shallower q"] {
            #expect(position.prospect(of: try pushed.move(move)).horizon == 4, "\(move)")
        }
    }

    @Test("ends in ambling around with both patterns useful and drive 0.5")
    func dull() throws {
        var useful = Ruleset.workedExample([.drive: 500])
        for index in useful.patterns.indices { useful.patterns[index].cis = true }
        try useful.expectEnd(["propose p"], winner: .divergence, "ambling around: counter s ordinary")
        let forced = try useful.match(.hard, ["propose p"]).verdict?.reasons.first?.forced
        #expect(forced?.driveLeft == 250_000)
        #expect(Position(Rules(useful, mode: .hard)).drive.whole == 750_000)
    }

    @Test("has no shallower q where p and q are of two families")
    func families() throws {
        var apart = Ruleset.workedExample()
        apart.patterns[0].family = "one"
        for other in ["two", nil] {
            apart.patterns[1].family = other
            #expect(try legal(apart, moves) == ["sophisticate b", "concede"])
        }
        apart.patterns[1].family = "one"
        #expect(try legal(apart, moves) == ["sophisticate b", "shallower q", "concede"])
    }

    @Test("has no counter that adds with additions 0")
    func additions() throws {
        let bare = Ruleset.workedExample([.additions: 0])
        #expect(try legal(bare, ["propose p"]) == ["counter s ordinary", "concede"])
        #expect(try legal(bare, ["propose q"]) == ["counter t ordinary", "concede"])
    }

    @Test("has neither sophisticate b nor t against p where a excludes b", arguments: [[0, 1], [1, 0]])
    func exclusion(pair: [Int]) throws {
        let exclusive = Ruleset.workedExample().excluding(pair[0], pair[1])
        #expect(try legal(exclusive, ["propose p"]) == ["counter s ordinary", "concede"])
        #expect(try legal(exclusive, moves) == ["shallower q", "concede"])
    }
}
