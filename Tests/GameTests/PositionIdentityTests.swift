import Game
import TestSupport
import Testing

@Suite("The identity of a position")
struct PositionIdentityTests {
    private static let seeds = Thoroughness.seeds(ofFull: 300)

    @Test("is the same where the same data were asserted in another order", arguments: seeds)
    func transposed(seed: UInt64) throws {
        var ruleset = Ruleset.random(seed: seed)
        ruleset.limits = ruleset.limits.replacing([.plausibility: 900_000, .proposals: 4, .naturalness: 900_000])
        let rules = Rules(ruleset, mode: .easy)
        var seen: [Position.Identity: Position] = [:]
        for attempt in 0..<6 as Range<UInt64> {
            for position in Match.random(rules, seed: seed &* 31 &+ attempt).positions {
                guard let other = seen[position.identity] else {
                    seen[position.identity] = position
                    continue
                }
                // The same moves at the same prices, and the same again after each of them.
                let moves = position.legalProspects.filter { $0.move != .concede }
                let others = other.legalProspects.filter { $0.move != .concede }
                #expect(moves.map(\.move) == others.map(\.move), "seed \(seed)")
                #expect(moves.map(\.bits) == others.map(\.bits), "seed \(seed)")
                for move in moves.map(\.move) {
                    #expect(
                        try position.playing(move).identity == other.playing(move).identity, "seed \(seed)")
                }
            }
        }
    }

    @Test("does not hang on the order of the data, and does on their number")
    func order() throws {
        let ruleset = ruleset(
            [.proposals: 4, .plausibility: 90_000], features: ["a", "b", "c"].map { feature($0) },
            patterns: [pattern("p", [0]), pattern("q", [1]), pattern("r", [2])],
            situations: [situation("s", [0]), situation("t", [1]), situation("u", [0, 1])])
        let rules = Rules(ruleset, mode: .easy)
        func identity(_ moves: String...) throws -> Position.Identity {
            try Match(rules, moves: moves.map(ruleset.move)).position.identity
        }
        let one = try identity(
            "propose p", "counter s ordinary", "propose q", "counter t ordinary", "propose r")
        let other = try identity(
            "propose q", "counter t ordinary", "propose p", "counter s ordinary", "propose r")
        #expect(one == other && one.hashValue == other.hashValue)
        // Other data, or as many fewer proposals left, or another divergence live.
        #expect(try identity("propose p", "counter u ordinary", "propose r") != one)
        #expect(try identity("propose p", "counter s ordinary", "propose q", "counter t ordinary") != one)
        let open = try identity("propose p", "counter s ordinary", "propose q", "counter t ordinary")
        #expect(try identity("propose q", "counter t ordinary", "propose p", "counter s ordinary") != open)
    }

    @Test("is met on different ways in random matches")
    func coverage() {
        var transposed = 0
        for seed in 1...60 as ClosedRange<UInt64> {
            var ruleset = Ruleset.random(seed: seed)
            ruleset.limits = ruleset.limits.replacing([.plausibility: 900_000, .proposals: 4, .naturalness: 900_000])
            let rules = Rules(ruleset, mode: .easy)
            var ways: [Position.Identity: Set<[Move]>] = [:]
            for attempt in 0..<40 as Range<UInt64> {
                let match = Match.random(rules, seed: seed &* 31 &+ attempt)
                for (ply, position) in match.positions.enumerated() {
                    ways[position.identity, default: []].insert(Array(match.moves.prefix(ply)))
                }
            }
            transposed += ways.values.count { $0.count > 1 }
        }
        #expect(transposed > 0)
    }

    @Test("hangs on numbers, limits and mode, and not on words")
    func rules() throws {
        let ruleset = Ruleset.workedExample()
        var worded = ruleset
        worded.patterns[0].label.text = "otherwise"
        let start = Position(Rules(ruleset, mode: .hard)).identity
        #expect(Position(Rules(worded, mode: .hard)).identity == start)
        #expect(Position(Rules(ruleset, mode: .easy)).identity != start)
        #expect(Position(Rules(ruleset.limiting(plausibility: Bits(millibits: 1)), mode: .hard)).identity != start)
        var priced = ruleset
        priced.patterns[0].credence = Credence(millionths: 400_000) ?? .certain
        #expect(Position(Rules(priced, mode: .hard)).identity != start)
    }

    @Test("beliefs on rows are read back as they were written, and only on rows that there are")
    func rowBeliefs() throws {
        var ruleset = Ruleset.workedExample()
        ruleset.rows = [Ruleset.Row(identifier: "far-is-far", text: "Far.", patterns: [Pattern.ID(0)], features: [])]
        let act = try ruleset.act("believe training row far-is-far 0.25")
        #expect(act == .believe(.training, .row(0), Credence(millionths: 250_000) ?? .certain))
        #expect(ruleset.notation(of: act) == "believe training row far-is-far 0.25")
        let unknown = #expect(throws: NotationError.self) { try ruleset.act("believe training row far-is-fra 0.25") }
        #expect(unknown?.description == "no row “far-is-fra”; did you mean “far-is-far”?")
        #expect(throws: NotationError.self) { try ruleset.act("believe training row 0.25") }
        #expect(throws: NotationError.self) { try ruleset.act("believe training row far-is-far ordinary 0.25") }
        var match = Match(Rules(ruleset, mode: .hard))
        try match.apply(act)
        #expect(match.believed(row: 0, by: .training, .before)?.millionths == 250_000 && match.mayPredict)
        for act in ["propose p", "concede", "close", "believe training row far-is-far 0.75"] {
            try match.apply(ruleset.act(act))
        }
        #expect(match.believed(row: 0, by: .training, .after)?.millionths == 750_000)
        #expect(match.believed(row: 0, by: .divergence, .after) == nil && match.rowsLeanedOn == [0])
        let absent = #expect(throws: IllegalAct.self) { try match.apply(.believe(.training, .row(1), .certain)) }
        #expect(absent == .noSuchRow)
        let certain = #expect(throws: IllegalAct.self) { try match.apply(.believe(.training, .row(0), .certain)) }
        #expect(certain == .certainBelief)
    }
}
