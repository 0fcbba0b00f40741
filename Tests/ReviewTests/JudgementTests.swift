import Game
import Play
import Review
import Solver
import TestSupport
import Testing

@Suite("Judgement")
struct JudgementTests {
    private static let limits = SearchLimits(memory: 1 << 18)

    @Test(
        "losses and marks are those that minimax as it stands in the laws gives",
        arguments: Thoroughness.seeds(ofFull: 600))
    func reference(seed: UInt64) throws {
        let mode: Mode = seed % 2 == 0 ? .hard : .easy
        let ruleset = Ruleset.random(seed: seed, size: .tiny)
        let match = Match.random(Rules(ruleset, mode: mode), seed: seed)
        let judgement = Judge(try record(ruleset, mode, match.moves.map(Act.move)), limits: Self.limits).judgement()
        #expect(judgement.isFinished && judgement.acts.count == match.moves.count)
        let reference = ReferenceJudgement(ruleset, mode, match.moves.map(ruleset.notation))
        for (step, act) in judgement.acts.enumerated() {
            #expect(act.loss?.millibits == reference.loss(step), "seed \(seed), step \(step)")
            #expect(act.mark?.rawValue == reference.mark(step), "seed \(seed), step \(step)")
        }
        for side in Side.allCases {
            #expect(judgement.accuracy(of: side)?.text == reference.accuracy(of: side.rawValue), "seed \(seed)")
        }
    }

    @Test("losses and swings add up to what the evaluation changed by", arguments: Thoroughness.seeds(ofFull: 600))
    func telescoping(seed: UInt64) throws {
        let mode: Mode = seed % 2 == 0 ? .hard : .easy
        let ruleset = Ruleset.disputed(seed: seed)
        let (match, acts) = Match.randomActs(Rules(ruleset, mode: mode), seed: seed)
        let judgement = Judge(try record(ruleset, mode, acts), limits: Self.limits).judgement()
        #expect(judgement.positions.last?.corpusStrain == match.position.corpusStrain)
        for (step, value) in judgement.values.enumerated() {
            let value = try #require(value)
            let fresh = SharedSearch(limits: Self.limits).value(of: judgement.positions[step])
            #expect(value == fresh && value.isProven, "seed \(seed), step \(step)")
        }
        // Between prices that are finite the changes add up; a loss is what its side's act changed for the worse.
        var sum = Bits.zero
        var first: Bits?
        for step in judgement.acts.indices {
            let act = judgement.acts[step]
            guard let change = judgement.change(at: step) else {
                first = nil
                if act.move == nil { #expect(act.loss == nil && act.mark == nil, "seed \(seed)") }
                continue
            }
            if first == nil { (first, sum) = (judgement.values[step]?.finite, .zero) }
            if act.move == nil {
                #expect(act.loss == nil && act.mark == nil, "seed \(seed)")
                sum += change
            } else if case .bits(let loss)? = act.loss {
                #expect(loss >= .zero, "seed \(seed), step \(step)")
                if act.side == .training { sum += loss } else { sum -= loss }
            }
            #expect(judgement.values[step + 1]?.finite == first.map { $0 + sum }, "seed \(seed), step \(step)")
        }
    }

    @Test("of what there was the best comes first, conceding last, and what was played is among it")
    func ranking() throws {
        let record = try worked(["propose p", "counter t ordinary"])
        let judgement = Judge(record, limits: Self.limits).judgement()
        let first = judgement.acts[1]
        #expect(
            first.ranking.map { record.match.ruleset.notation(of: $0.move) } == [
                "counter s ordinary", "counter t ordinary", "concede",
            ])
        #expect(first.loss == Loss.none && first.mark == nil)
        #expect(first.alternatives().map(\.move) == [.counter(Situation.ID(0), .ordinary)])
        #expect(judgement.acts[1].line.map(record.match.ruleset.notation).first == "counter s ordinary")
        #expect(judgement.lostThroughout == .divergence)
    }

    @Test("conceding a proven win is a blunder, conceding what is lost at any price is no loss")
    func conceding() throws {
        let won = Judge(try worked(["propose p", "concede"]), limits: Self.limits).judgement()
        #expect(won.acts[1].mark == .blunder && won.acts[1].loss == .infinite)
        #expect(won.accuracy(of: .training)?.text == "0%" && won.lostThroughout == nil)
    }

    @Test("nothing that is not proven is marked")
    func unproven() throws {
        let cancellation = Cancellation()
        cancellation.cancel()
        let judgement = Judge(try worked(["propose p", "concede"]), cancellation: cancellation).judgement()
        #expect(judgement.acts.allSatisfy { $0.mark == nil && $0.loss == nil })
        #expect(judgement.accuracy(of: .training) == nil && judgement.lostThroughout == nil)
    }

    @Test("thresholds can be set")
    func thresholds() throws {
        let moves = ["propose q", "counter t ordinary"]
        func marks(_ thresholds: Thresholds) throws -> [Mark?] {
            Judge(try worked(moves), thresholds: thresholds, limits: Self.limits).judgement().acts.map(\.mark)
        }
        #expect(try marks(Thresholds()) == [nil, .mistake])
        #expect(try marks(Thresholds(mistake: Bits(millibits: 2001))) == [nil, .inaccuracy])
        let most = Bits(millibits: 3000)
        #expect(try marks(Thresholds(mistake: most, inaccuracy: most)) == [nil, nil])
    }

    private func worked(_ acts: [String]) throws -> MatchRecord {
        let ruleset = Ruleset.workedExample()
        return try record(ruleset, .hard, acts.map { try ruleset.act($0) })
    }

    private func record(_ ruleset: Ruleset, _ mode: Mode, _ acts: [Act]) throws -> MatchRecord {
        let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        let setup = Setup(ruleset: ruleset, profile: nil, mode: mode, players: players)
        var record = try setup.record(date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: "", seed: 1)
        for act in acts { try record.apply(Entry(act)) }
        return record
    }
}

extension Loss {
    /// `.max`: infinite.
    fileprivate var millibits: Int {
        switch self {
        case .bits(let bits): bits.millibits
        case .infinite: .max
        }
    }
}
