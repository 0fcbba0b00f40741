import Bots
import Game
import Play
import Solver
import TestSupport
import Testing

@Suite("Bids")
struct BiddingTests {
    private func setup(_ ruleset: Ruleset, _ divergence: Player = Player(name: "Ana")) -> Setup {
        var setup = Setup(
            ruleset: ruleset, profile: nil, mode: .hard,
            players: Players(divergence: divergence, training: Player(name: "Ben")))
        setup.limit = .toBeBid
        return setup
    }

    /// Two bids, one of them now and then beside the price.
    private func bids(_ range: ClosedRange<Bits>, _ price: Int?, _ random: inout SplitMix64) -> [Side: Bits] {
        let all = range.lowerBound.millibits...range.upperBound.millibits
        func clamped(_ millibits: Int) -> Int { min(max(all.lowerBound, millibits), all.upperBound) }
        let first = Int.random(in: all, using: &random)
        // As far off on the other side of the price, give or take a little.
        let mirrored = clamped(2 * (price ?? 0) - first + Int.random(in: -2...2, using: &random))
        let second = Bool.random(using: &random) ? mirrored : Int.random(in: all, using: &random)
        return [.divergence: Bits(millibits: first), .training: Bits(millibits: second)]
    }

    /// Source: RULES §15, tried on the slow and obvious game. The limit is a whole millibit, halves up: where both bids are
    /// off by the same but for one millibit, the lower wins all the same.
    @Test("make whoever bid nearer to the price win with best play", arguments: Thoroughness.seeds(ofFull: 2000))
    func nearer(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed, size: .tiny)
        var random = SplitMix64(seed: seed &+ 77)
        let price = ReferenceGame(ruleset, mode: .hard).priceOfSafety()
        for _ in 0..<4 {
            let settled = setup(ruleset).settled(by: bids(ruleset.bids, price, &random))
            guard case .bid(let bids) = settled.limit else { throw Missing() }
            let (lower, higher) = (bids.training.millibits, bids.divergence.millibits)
            #expect(lower <= higher, "seed \(seed)")
            let isLowerNearer = price.map { abs(lower - $0) <= abs(higher - $0) } ?? false
            // The mean itself, not yet a whole number of millibits.
            #expect(
                lower == higher || isLowerNearer == (price.map { lower + higher >= 2 * $0 } ?? false), "seed \(seed)")
            guard lower != higher, price.map({ lower + higher != 2 * $0 - 1 }) ?? true else { continue }
            let limited = ruleset.limiting(plausibility: bids.mean)
            let wins = ReferenceGame(limited, mode: .hard).trainingWins(atLimit: bids.mean.millibits)
            #expect(wins == isLowerNearer, "seed \(seed): \(lower) and \(higher), price \(price ?? -1)")
            let solution = Analysis(of: Position(Rules(limited, mode: .hard))).solution(to: .winner)
            #expect(solution.winner == (wins ? .training : .divergence), "seed \(seed)")
        }
    }

    private struct Missing: Error {}

    @Test("swap the seats where the lower is Divergence's, and leave them where they are equal")
    func seats() {
        let setup = setup(.workedExample())
        func players(_ divergence: Int, _ training: Int) -> String {
            let bids: [Side: Bits] = [.divergence: Bits(millibits: divergence), .training: Bits(millibits: training)]
            return setup.settled(by: bids).players.training.name
        }
        #expect(players(2000, 3000) == "Ana" && players(3000, 2000) == "Ben" && players(2000, 2000) == "Ben")
        let mean = setup.settled(by: [.divergence: Bits(millibits: 2001), .training: Bits(millibits: 1000)])
        #expect(mean.limit == .bid(BySide(divergence: Bits(millibits: 2001), training: Bits(millibits: 1000))))
        let own = setup.rules.ruleset.limits.plausibility
        #expect(setup.settled(by: [:]).limit == .bid(BySide(divergence: own, training: own)))
    }

    @Test("of bots and of engines from outside are the price of the argument")
    func bots() {
        let greedy = setup(.workedExample(), Player(name: "Greedy", seat: "bot:greedy"))
        #expect(greedy.botBids() == [.divergence: Bits(millibits: 3000)])
        let engine = setup(.workedExample(), Player(name: "E", seat: "engine:none"))
        #expect(engine.botBids() == [.divergence: Bits(millibits: 3000)])
        #expect(setup(.workedExample()).botBids().isEmpty)
    }

    @Test("bind what engines and the solver are told, under profiles too")
    func told() throws {
        var ruleset = Ruleset.workedExample()
        var other = Profile(identifier: "other", title: "Other")
        other.limits = [.plausibility: 9000]
        ruleset.profiles = [other]
        var setup = setup(ruleset)
        setup.profile = "other"
        let settled = setup.settled(by: [.divergence: Bits(millibits: 5000), .training: Bits(millibits: 2000)])
        let record = try settled.record(date: "", id: "", hash: "", seed: 1)
        let turn = Session(record).turn(as: .divergence)
        #expect(turn.ruleset.limits.plausibility == Bits(millibits: 3500))
        #expect(turn.ruleset.under(profile: "other")?.limits.plausibility == Bits(millibits: 3500))
        #expect(record.position.limit(of: .training) == Bits(millibits: 3500))
        #expect(record.unplayed.match.plies.isEmpty)
    }
}

@Suite("Two legs")
struct LegTests {
    private func first(_ acts: [String]) throws -> MatchRecord {
        var setup = Setup(
            ruleset: .workedExample(), profile: nil, mode: .hard,
            players: Players(divergence: Player(name: "Ana"), training: Player(name: "Ben")))
        setup.leg = .first
        setup.judge = "Cy"
        return try played(setup, acts)
    }

    private func played(_ setup: Setup, _ acts: [String]) throws -> MatchRecord {
        var session = Session(try setup.record(date: "", id: "0123456789abcdef", hash: "", seed: 7))
        for act in acts { try session.apply([Entry(session.match.ruleset.act(act))]) }
        return session.record
    }

    @Test("count the bits that the winner has left, and have one result")
    func result() throws {
        let first = try first(["propose p", "counter t ordinary", "close"])
        #expect(first.score == LegScore(winner: .training, margin: Bits(millibits: 3000)))
        let setup = try #require(first.secondLeg)
        #expect(setup.players.training.name == "Ana" && setup.judge == "Cy" && setup.leg?.number == 2)
        // Divergence, now Ben, wins with 2 of its 3 bits left.
        let second = try played(setup, ["propose p", "concede", "close"])
        #expect(second.score == LegScore(winner: .divergence, margin: Bits(millibits: 2000)))
        #expect(second.result == LegScore(winner: .divergence, margin: Bits(millibits: 5000)))
        #expect(second.secondLeg == nil)
        // Training, now Ana, wins with as much left as Ben had.
        let level = try played(setup, ["propose p", "counter t ordinary", "close"])
        #expect(level.result == LegScore(winner: nil, margin: .zero))
    }

    @Test("begin again in a rematch, with the judge, and what was bid for is bid for anew")
    func rematch() throws {
        let again = try first(["concede", "close"]).rematch
        #expect(again.leg == .first && again.judge == "Cy" && again.players.training.name == "Ana")
        #expect(again.limit == .ruleset)
        let settled = again.settled(by: [:])
        #expect(try settled.record(date: "", id: "", hash: "", seed: 1).rematch.limit == .toBeBid)
    }
}
