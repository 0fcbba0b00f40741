import Game
import TestSupport
import Testing

@Suite("A match ends")
struct EndingTests {
    /// `s` has `a` and `b` both ways; `t` has `a`.
    private let game = ruleset(
        [.naturalness: 2000, .plausibility: 4000],
        features: [feature("a"), feature("b", deliberate: 0.75)],
        patterns: [pattern("p", [0])],
        situations: [
            situation("s", [0, 1], ordinary: 0.25, deliberate: 0.5), situation("t", [0], ordinary: 0.5),
        ])

    @Test("in a hard win where every datum is ordinary, in either mode", arguments: Mode.allCases)
    func hardGrade(mode: Mode) throws {
        let moves = ["propose p", "counter s ordinary"]
        try game.expectEnd(moves, in: mode, winner: .training, grade: .hard, "no divergence left")
        #expect(try game.match(mode, moves).verdict?.divergenceKeepsCard == false)
    }

    @Test("in an easy win where any datum is deliberate, however early")
    func easyGrade() throws {
        let moves = ["propose p", "counter s deliberate"]
        try game.expectEnd(moves, in: .easy, winner: .training, grade: .easy, "no divergence left")
        #expect(try game.match(.easy, moves).verdict?.divergenceKeepsCard == true)
        var wide = game
        wide.features.append(feature("c", ordinary: 1, delay: 7))
        wide.situations[0].deliberate = credence(0.75)
        wide.deployments = [deployment("all", [0, 1, 2], arrives: 1)]
        let mixed = moves + ["sophisticate c", "counter t ordinary"]
        try wide.expectEnd(
            mixed, in: .easy, winner: .training, grade: .easy, "unnatural concept: sophisticate b")
    }

    @Test("with no grade where Divergence wins")
    func noGrade() throws {
        var hidden = game
        hidden.patterns[0].hidesFrom = .all
        try hidden.expectEnd(["propose p"], winner: .divergence, "no counter")
    }

    @Test("when either side concedes")
    func concede() throws {
        try game.expectEnd(["concede"], winner: .training, grade: .hard, "conceded")
        try game.expectEnd(["propose p", "concede"], winner: .divergence, "conceded")
        try game.expectEnd(
            ["propose p", "counter t ordinary", "concede"], winner: .training, grade: .hard, "conceded")
        var staged = game
        staged.situations[1].deliberate = credence(0.75)
        try staged.expectEnd(
            ["propose p", "counter t deliberate", "concede"], in: .easy, winner: .training, grade: .easy,
            "conceded")
    }

    @Test("for good: nothing may be played after it, not even a concession")
    func forGood() throws {
        let endings = [
            ["concede"], ["propose p", "concede"], ["propose p", "counter s ordinary"],
        ]
        for moves in endings {
            var match = try game.match(.hard, moves)
            let verdict = try #require(match.verdict)
            #expect(match.position.legalMoves.isEmpty && match.position.perft(1) == 0, "\(moves)")
            let error = #expect(throws: IllegalMove.self, "\(moves)") { try match.play(.concede) }
            #expect(error?.prospect.obstacle == .matchOver, "\(moves)")
            #expect(match.verdict == verdict, "\(moves)")
            #expect(ReferenceGame(game, mode: .hard, moves: moves + ["concede"]) == nil, "\(moves)")
        }
    }
}

@Suite("An adjudicated match")
struct AdjudicationTests {
    /// Waiting for `b` strains 2 of Divergence's bits in all, and countering `p` by `s` 1 of Training's.
    private func game(naturalness: Int = 4000, plausibility: Int = 4000) -> Ruleset {
        ruleset(
            [.naturalness: naturalness, .plausibility: plausibility],
            features: [feature("a"), feature("b"), feature("c")],
            patterns: [pattern("p", [0])],
            situations: [situation("s", [0], ordinary: 0.5, deliberate: 0.5)])
    }

    private let line = ["propose p", "counter s ordinary", "sophisticate b"]

    private func adjudicated(_ game: Ruleset, _ moves: [String], in mode: Mode = .hard) throws -> Verdict? {
        var match = try game.match(mode, moves)
        #expect(match.mayAdjudicate)
        let stopped = match.stop()
        #expect(stopped)
        let reference = try #require(ReferenceGame(game, mode: mode, moves: moves)).adjudication
        #expect(match.verdict.map(game.plain) == reference)
        return match.verdict
    }

    @Test("goes to whoever has used the smaller share of its own limit")
    func shares() throws {
        // 2 of 4 against 1 of 4; then 2 of 8 against 1 of 3.
        let training = try #require(try adjudicated(game(), line))
        #expect(training.winner == .training && training.grade == .hard)
        #expect(training.reasons.map(\.kind) == [.adjudicated])
        let divergence = try #require(
            try adjudicated(game(naturalness: 8000, plausibility: 3000), line))
        #expect(divergence.winner == .divergence && divergence.grade == nil)
    }

    @Test("is a draw only where the shares are equal to the millibit")
    func draw() throws {
        // 2 of 6 against 1 of 3.
        let draw = try #require(try adjudicated(game(naturalness: 6000, plausibility: 3000), line))
        #expect(draw.winner == nil && draw.grade == nil)
        #expect(draw.reasons.map(\.kind) == [.adjudicated])
        let closer = try adjudicated(game(naturalness: 6000, plausibility: 3001), line)
        #expect(closer?.winner == .training)
        let other = try adjudicated(game(naturalness: 6001, plausibility: 3000), line)
        #expect(other?.winner == .divergence)
    }

    @Test("is Training's where it has claimed nothing yet, and a draw where Divergence's claim is free")
    func beforeAnyCounter() throws {
        #expect(try adjudicated(game(), ["propose p"])?.winner == .training)
        var free = game()
        free.patterns[0].credence = .certain
        let draw = try #require(try adjudicated(free, ["propose p"]))
        #expect(draw.winner == nil)
    }

    @Test("is an easy win where a datum is deliberate")
    func easy() throws {
        let moves = ["propose p", "counter s deliberate", "sophisticate b"]
        #expect(try adjudicated(game(), moves, in: .easy)?.grade == .easy)
    }

    @Test("can be stopped on Training's turn only, and only while it goes on")
    func onlyThen() throws {
        for moves in [[], Array(line.prefix(2)), ["concede"], ["propose p", "concede"]] {
            var match = try game().match(.hard, moves)
            let verdict = match.verdict
            let stopped = match.stop()
            #expect(!stopped && match.verdict == verdict, "\(moves)")
        }
        var lost = game()
        lost.patterns[0].hidesFrom = .all
        #expect(try !lost.match(.hard, ["propose p"]).mayAdjudicate)
    }

    @Test("takes no more moves until it is undone")
    func undone() throws {
        var match = try game().match(.hard, line)
        _ = match.stop()
        let counter = try match.ruleset.move("counter s ordinary")
        #expect(throws: IllegalMove.self) { try match.play(counter) }
        #expect(match.moves.count == 3 && !match.mayAdjudicate)
        match.takeBack(plies: 1)
        #expect(match.verdict == nil && !match.position.isAdjudicated)
        let undone = match.takeBack(plies: 3)
        #expect(!undone && match.moves.count == 2)
    }
}
