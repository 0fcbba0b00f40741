import Ensemble
import Game
import Rulebook
import TestSupport
import Testing

/// The match of RULES §13's last list, after some more acts.
private func example(_ acts: String...) throws -> Match {
    var ruleset = Ruleset.workedExample([.disputes: 2, .coins: 1, .unlisted: 250_000, .whack: 20_000])
    ruleset.intended.credence = try #require(Credence(millionths: 500_000))
    var match = Match(Rules(ruleset, mode: .hard))
    for act in acts { try match.apply(match.ruleset.act(act)) }
    return match
}

extension Ensemble {
    /// The amounts of a pattern, in ten-thousandths.
    fileprivate func amounts(_ index: Int) -> [Int] {
        let bar = bars.first { $0.pattern.index == index }
        return [bar?.weight, bar?.standing, bar?.inTime].map { Int((($0 ?? 0) * 10_000).rounded()) }
    }
}

@Suite("The ensemble of the worked example")
struct EnsembleExampleTests {
    @Test("stands whole at the start, with the intended thing beside it")
    func start() throws {
        let ensemble = Ensemble(try example().position)
        #expect(ensemble.amounts(0) == [5000, 5000, 5000] && ensemble.amounts(1) == [2500, 2500, 2500])
        #expect(ensemble.intended == 0.5 && ensemble.standing == 1 && ensemble.figure == "100.0% stands")
    }

    @Test("has p at 0.4 and 0.1, q at 0.1667 and 0.0833; the datum s leaves 47.7%")
    func whacked() throws {
        let position = try example("propose p", "counter s ordinary").position
        let ensemble = Ensemble(position)
        // 0.4 · 0.02 + 0.1
        #expect(ensemble.amounts(0) == [5000, 1080, 1080])
        #expect(ensemble.amounts(1) == [2500, 2500, 2500])
        #expect(ensemble.figure == "47.7% stands")
        // The datum t catches {b}, and not {a, b}: what q has left is 0.1667 · 0.02 + 0.0833.
        let other = Ensemble(try example("propose q", "counter t ordinary").position)
        #expect(other.amounts(0) == [5000, 5000, 5000] && other.amounts(1) == [2500, 867, 867])
    }

    @Test("has one variant of p once b is settled at 0.2, and 34.7% stands")
    func disputed() throws {
        let match = try example(
            "propose p", "counter s ordinary", "sophisticate b",
            "dispute condition b divergence=0.2 training=0.125")
        let ensemble = Ensemble(match.position)
        #expect(ensemble.amounts(0) == [5000, 100, 100] && ensemble.amounts(1) == [2500, 2500, 2500])
        #expect(ensemble.figure == "34.7% stands")
    }

    @Test("keeps 2.0% after the coined r and u, and no divergence is left")
    func coined() throws {
        let match = try example(
            "propose p", "counter s ordinary", "coin shallower r trigger=b divergence=1 training=0.2",
            "coin counter u ordinary exhibits=a+b channel=outcome")
        let ensemble = Ensemble(match.position)
        #expect(ensemble.amounts(0) == [5000, 100, 100] && ensemble.amounts(1) == [2500, 50, 50])
        #expect(ensemble.amounts(2) == [2000, 40, 40])
        #expect(ensemble.figure == "2.0% stands")
        #expect(match.verdict?.reasons.map(\.kind) == [.noDivergenceLeft] && match.unsaid.isEmpty)
    }

    @Test("tells what comes too late, which q with a push of 3 does")
    func late() throws {
        var ruleset = Ruleset.workedExample([.pushes: 3, .pivotalAct: 4])
        ruleset.intended.credence = .certain
        var match = Match(Rules(ruleset, mode: .hard))
        // b waits two steps longer.
        #expect(Ensemble(match.position).amounts(0) == [5000, 5000, 4000])
        try match.play(ruleset.move("propose p"))
        // Whatever is named next comes after the live one was whacked.
        #expect(Ensemble(match.position).amounts(0) == [5000, 5000, 4000])
        #expect(Ensemble(match.position).amounts(1) == [2500, 2500, 0])
        try match.play(ruleset.move("counter s ordinary"))
        let ensemble = Ensemble(match.position)
        // What little is left of the live one came before.
        #expect(ensemble.amounts(0) == [5000, 1080, 80] && ensemble.amounts(1) == [2500, 2500, 0])
    }

    @Test("has nothing to give a figure for where no pattern is natural")
    func nothing() {
        let ensemble = Ensemble(Position(Rules(.workedExample([.naturalness: 500]), mode: .hard)))
        #expect(ensemble.bars.isEmpty && ensemble.standing == nil && ensemble.figure == "no pattern can happen")
    }
}

@Suite("What still stands and was never said")
struct UnsaidTests {
    @Test("leaves out what was live, the claim without an answer among it")
    func live() throws {
        let match = try example("propose p", "counter s ordinary", "shallower q", "concede")
        #expect(match.unsaid.map(match.ruleset.label) == ["P + b", "Q + a"])
        let start = try example("concede")
        #expect(start.unsaid.map(start.ruleset.label) == ["P", "Q", "P + b", "Q + a"])
    }

    @Test("leaves out a claim that went back, and not one taken back")
    func back() throws {
        let settled = try example(
            "propose p", "counter s ordinary", "shallower q", "dispute pattern q divergence=0.2 training=0.2",
            "concede")
        #expect(settled.moves.count == 3 && settled.unsaid.map(settled.ruleset.label) == ["P + b"])
        let taken = try example("propose p", "take-back 1", "concede")
        #expect(taken.unsaid.count == 4)
    }
}

@Suite("The ensemble agrees with a naive enumeration")
struct EnsembleReferenceTests {
    @Test("on random matches with settled numbers and coined cards", arguments: Thoroughness.seeds(ofFull: 3000))
    func disputed(seed: UInt64) {
        var ruleset = Ruleset.disputed(seed: seed)
        ruleset.limits = ruleset.limits.replacing([.whack: [0, 20_000, 350_000, 1_000_000][Int(seed % 4)]])
        let match = Match.randomActs(Rules(ruleset, mode: seed % 2 == 0 ? .hard : .easy), seed: seed).0
        compare(match, "seed \(seed)")
    }

    @Test("on random matches to their end", arguments: Thoroughness.seeds(ofFull: 3000))
    func played(seed: UInt64) {
        let match = Match.random(Rules(.random(seed: seed), mode: seed % 2 == 0 ? .hard : .easy), seed: seed)
        compare(match, "seed \(seed)")
    }

    private func compare(_ match: Match, _ place: Comment) {
        for position in match.steps.map(\.position) + [match.start] {
            let ensemble = Ensemble(position), reference = ReferenceEnsemble(position)
            #expect(ensemble.bars.map(\.pattern.index) == reference.bars.map(\.pattern), place)
            for (bar, expected) in zip(ensemble.bars, reference.bars) {
                let amounts = [
                    bar.weight - expected.weight, bar.standing - expected.standing, bar.inTime - expected.inTime,
                ]
                #expect(amounts.allSatisfy { abs($0) < 1e-12 }, place)
            }
            #expect(abs((ensemble.standing ?? 0) * 100 - (reference.percent ?? 0)) < 1e-9, place)
            let standing = Set(EnsembleBook(position.rules).standing(in: position).map(key))
            #expect(standing == Set(reference.standing.map { "\($0.pattern) \($0.conditions)" }), place)
        }
        let said = match.steps.compactMap(\.position.live).map(key)
        let unsaid = ReferenceEnsemble(match.position).standing.map { "\($0.pattern) \($0.conditions)" }
        #expect(Set(match.unsaid.map(key)) == Set(unsaid).subtracting(said), place)
    }

    private func key(_ divergence: Divergence) -> String {
        "\(divergence.pattern.index) \(divergence.conditions.rawValue)"
    }
}
