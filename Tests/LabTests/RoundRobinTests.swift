import Bots
import Game
import Lab
import Rulebook
import Solver
import TestSupport
import Testing

@Suite("An interval")
struct IntervalTests {
    @Test("over single games is Wilson's")
    func wilson() {
        // (0.8 + z²/20) / (1 + z²/10) ± z √(0.016 + z²/400) / (1 + z²/10), z² = 3.8415.
        let interval = Interval.wilson(8, of: 10)
        #expect(abs(interval.lower - 0.4902) < 1e-4 && abs(interval.upper - 0.9433) < 1e-4)
        let none = Interval.wilson(0, of: 0)
        #expect(none.lower == 0 && none.upper == 1)
    }

    @Test("over pairs is normal, with one lost and one won imagined besides")
    func normal() {
        // 0, ½, ½, 1: mean ½, squares ½; ½ ± 1.96 √(½ / 16).
        let even = Interval.normal([0.5: 2])
        #expect(abs(even.lower - 0.1535) < 1e-4 && abs(even.upper - 0.8465) < 1e-4)
        // 0, ½, 1, 1, 1, 1: mean ¾, squares 0.875; ¾ ± 1.96 √(0.875 / 36), no more than 1.
        let good = Interval.normal([1: 3, 0.5: 1])
        #expect(abs(good.lower - 0.4444) < 1e-4 && good.upper == 1)
    }

    @Test("is narrower where the two games of a pair cancel out")
    func pairing() {
        let paired = Interval.normal([0.5: 100])
        let single = Interval.wilson(100, of: 200)
        #expect(paired.upper - paired.lower < (single.upper - single.lower) / 2)
    }
}

/// Plays the first move in canonical order.
private struct First: Bot {
    let name: String
    var sides = Side.allCases
    let summary = "first"

    func reply(to turn: Turn) -> Reply {
        Reply(turn.position.legalMoves.first ?? .concede)
    }
}

@Suite("A round-robin")
struct RoundRobinTests {
    private static func tournament(_ bots: [any Bot], seed: UInt64 = 1, games: Int = 3) -> RoundRobin {
        let house = Ruleset.random(seed: 11)
        return RoundRobin(
            of: bots, in: Mode.allCases.map { Rules(house, mode: $0) }, ruleset: house, games: games, seed: seed)
    }

    private static let both: [any Bot] = [Random(), Greedy(), Search(level: 2)]

    @Test("plays every pairing in every set-up with sides swapped, and scores what was won")
    func scoring() throws {
        let tournament = Self.tournament(Self.both)
        #expect(tournament.meetings.count == 3 * 3 * 2)
        for meeting in tournament.meetings {
            #expect(meeting.sides == Side.allCases && meeting.first < meeting.second)
            let encounter = try #require(tournament.play(meeting))
            #expect(encounter.acts.count == 2)
            for (index, side) in meeting.sides.enumerated() {
                var match = Match(encounter.rules(of: tournament))
                for act in encounter.acts[index] { try match.apply(act) }
                #expect(encounter.points[index] == (match.verdict?.winner == side ? 1 : 0))
            }
        }
    }

    @Test("replays games in which personas dispute from what happened in them, and tells them apart by that")
    func disputed() throws {
        let ruleset = try Rulebook(contentsOf: Fixtures.ruleset("disputed")).ruleset
        let bots = ruleset.bots.map(Scripted.init)
        let tournament = RoundRobin(
            of: bots, in: Mode.allCases.map { Rules(ruleset, mode: $0) }, ruleset: ruleset, games: 2, seed: 3)
        var wentBack = 0
        for meeting in tournament.meetings {
            let encounter = try #require(tournament.play(meeting))
            #expect(encounter.acts == tournament.play(meeting)?.acts)
            var match = Match(encounter.rules(of: tournament))
            for act in encounter.acts[0] { try match.apply(act) }
            #expect(encounter.acts[0].contains { $0.settlement != nil })
            #expect(encounter.points[0] == (match.verdict?.winner == meeting.sides[0] ? 1 : 0))
            wentBack += match.steps.count { $0.made != nil } - match.plies.count
        }
        #expect(wentBack > 0, "so that the moves alone are no game")
        let standings = tournament.run(threads: 2)
        #expect(standings.results.values.first?.different == 2)
    }

    @Test("has the same result from the same seed, however many games are played at once")
    func determinism() {
        let one = Self.tournament(Self.both).run(threads: 1)
        let two = Self.tournament(Self.both).run(threads: 2)
        #expect(one.pairings == two.pairings && one.pairings.count == 3)
        for pairing in one.pairings {
            #expect(one.results[pairing]?.tally == two.results[pairing]?.tally)
            #expect(one.results[pairing]?.tally.games == 12)
            #expect(one.results[pairing]?.different == two.results[pairing]?.different)
        }
    }

    @Test("gives each bot the other's points back")
    func totals() throws {
        let standings = Self.tournament(Self.both).run(threads: 2)
        let totals = (0..<3).map(standings.total)
        #expect(totals.allSatisfy { $0.games == 24 && $0.isPaired })
        #expect(abs(totals.map(\.score).reduce(0, +) - 1.5) < 1e-9)
        #expect(try #require(standings.time(of: 0)).longest >= #require(standings.time(of: 0)).median)
    }

    @Test("does not take the same game for another")
    func repetition() throws {
        let standings = Self.tournament([Greedy(), First(name: "first")], games: 9).run(threads: 1)
        let result = try #require(standings.results.values.first)
        #expect(result.tally.games == 36 && result.different <= 4)
    }

    @Test("matches who plays one side on that side alone")
    func oneSided() throws {
        let bots: [any Bot] = [
            First(name: "a", sides: [.training]), First(name: "b", sides: [.training]), Greedy(), Random(),
        ]
        let standings = Self.tournament(bots).run(threads: 1)
        #expect(standings.pairings.map { [$0.first, $0.second] } == [[0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
        #expect(standings.pairings.dropLast().allSatisfy { $0.sides == [.training] })
        #expect(standings.total(of: 0).games == 12 && !standings.total(of: 0).isPaired)
        #expect(standings.total(of: 2).games == 12 && standings.total(of: 2).isPaired)
    }

    @Test("that is stopped counts no game that was not over")
    func cancelled() {
        let cancellation = Cancellation()
        cancellation.cancel()
        let standings = Self.tournament(Self.both).run(threads: 2, cancellation: cancellation)
        #expect(standings.pairings.isEmpty && standings.total(of: 0).games == 0)
    }
}
