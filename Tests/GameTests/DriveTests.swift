import Game
import TestSupport
import Testing

@Suite("Drive")
struct DriveTests {
    /// `p` on `a` and `q` on `b`, both useful, and what is not useful on `c`.
    private func game(_ drive: Int, p: Double = 0.5, q: Double = 0.5, hidesFrom: Channels = []) -> Ruleset {
        ruleset(
            [.drive: drive, .plausibility: 90_000, .naturalness: 90_000, .proposals: 3, .disputes: 1, .coins: 1],
            features: ["a", "b", "c"].map { feature($0) },
            patterns: [
                pattern("p", [0], credence: p, cis: true),
                pattern("q", [1], credence: q, hidesFrom: hidesFrom, cis: true), pattern("idle", [2]),
            ],
            situations: [
                situation("on-a", [0]), situation("all", [0, 1, 2]), situation("on-c", [2]),
                situation("thought", [0, 1, 2], channel: .thoughts),
            ])
    }

    private func counters(_ game: Ruleset, _ moves: [String]) throws -> [String] {
        let notations = try game.match(.hard, moves).position.legalMoves.dropLast().map(game.notation)
        let reference = try #require(ReferenceGame(game, mode: .hard, moves: moves)).legalMoves.dropLast()
        #expect(Array(reference) == notations)
        return notations.map { String($0.split(separator: " ")[1]) }
    }

    @Test(
        "has a floor that is compared exactly",
        arguments: [
            // One millionth of three is more than 0.333, and less than 0.334.
            (0.000_002, 0.000_001, 333, true), (0.000_002, 0.000_001, 334, false),
            (0.7, 0.3, 300, true), (0.7, 0.3, 301, false), (0.700_001, 0.3, 300, false),
            (0.35, 0.15, 300, true), (0.9, 0.1, 100, true), (0.000_001, 0.999_999, 1000, false),
            (0.5, 0.5, 0, true),
        ])
    func exact(p: Double, q: Double, drive: Int, isAllowed: Bool) throws {
        let game = game(drive, p: p, q: q)
        let prospect = try game.match(.hard, ["propose p"]).position.prospect(of: game.move("counter on-a ordinary"))
        #expect(prospect.isLegal == isAllowed && prospect.breaks == (isAllowed ? [] : .drive))
        #expect(try counters(game, ["propose p"]).contains("on-a") == isAllowed)
    }

    @Test("is taken by a datum against anything, from every useful pattern that it would have whacked")
    func taken() throws {
        #expect(try counters(game(500), ["propose p"]) == ["on-a", "on-c"])
        #expect(try counters(game(501), ["propose p"]) == [])
        // What shows `c` alone takes nothing; “idle” is no use.
        #expect(try counters(game(1000), ["propose idle"]) == ["on-c"])
        #expect(try counters(game(500), ["propose idle"]) == ["on-a", "on-c"])
        #expect(try counters(game(0), ["propose idle"]) == ["on-a", "all", "on-c", "thought"])
    }

    @Test("is not taken twice, nor where the pattern hides, nor by what only its conditions need")
    func standing() throws {
        let moves = ["propose p", "counter on-a ordinary", "sophisticate c", "counter on-a ordinary"]
        let positions = try game(500).match(.hard, moves).positions
        #expect(positions.map(\.drive.left) == [1_000_000, 1_000_000, 500_000, 500_000, 500_000])
        #expect(positions.last?.drive.share == 0.5)
        let hiding = game(500, hidesFrom: [Channels(.thoughts)])
        #expect(try counters(hiding, ["propose p"]) == ["on-a", "on-c", "thought"])
    }

    @Test("is 1 where nothing is useful, whatever the data")
    func nothingUseful() throws {
        var game = game(1000)
        for index in game.patterns.indices { game.patterns[index].cis = false }
        #expect(Position(Rules(game, mode: .hard)).drive.share == 1)
        #expect(try counters(game, ["propose p"]) == ["on-a", "all", "on-c", "thought"])
    }

    @Test("goes by the numbers of the file under the profile, whatever is disputed or coined")
    func weights() throws {
        let match = Match(Rules(game(500), mode: .hard))
        let disputed = try match.after("propose p", "dispute pattern p divergence=0.01 training=0.01", "propose p")
        #expect(disputed.position.drive == match.position.drive)
        #expect(try disputed.after("counter on-a ordinary").position.drive.left == 500_000)
        let coined = try match.after("coin propose x trigger=a")
        #expect(coined.position.drive == match.position.drive)
        #expect(try coined.after("counter on-a ordinary").position.drive.left == 500_000)
        var game = game(500)
        game.profiles = [Profile(identifier: "ann", title: "Ann")]
        game.profiles[0].patterns = [Pattern.ID(0): credence(0.75)]
        let ann = try #require(game.under(profile: "ann"))
        #expect(Position(Rules(ann, mode: .hard)).drive.whole == 1_250_000)
        #expect(try counters(ann, ["propose p"]) == [])
    }

    @Test("that a move would leave is said in percent where it is too little")
    func explained() throws {
        let game = game(501)
        let position = try game.match(.hard, ["propose p"]).position
        let prospect = position.prospect(of: try game.move("counter all ordinary"))
        #expect(
            position.objections(to: prospect) == [
                "it would leave 0% of what makes it useful, under the floor of 50.1%"
            ])
    }
}
