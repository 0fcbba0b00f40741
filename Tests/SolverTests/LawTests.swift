import Game
import Solver
import TestSupport
import Testing

@Suite("Laws of the price of safety")
struct LawTests {
    static let seeds = Thoroughness.seeds(ofFull: 1000)

    /// The price, `.max` where none is enough; `nil` where the search was stopped.
    private func price(_ ruleset: Ruleset, _ mode: Mode) -> Int? {
        let limits = SearchLimits(nodes: 100_000, memory: 1 << 18)
        let solution = Analysis(of: Position(Rules(ruleset, mode: mode)), limits: limits).solution(to: .price)
        guard solution.isProven else { return nil }
        return solution.isInfinite ? .max : solution.priceLower.millibits
    }

    @Test("Easy mode never costs more", arguments: seeds)
    func easier(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed, size: LimitTests.size)
        guard let easy = price(ruleset, .easy), let hard = price(ruleset, .hard) else { return }
        #expect(easy <= hard, "seed \(seed)")
    }

    @Test("The limit of plausibility does not matter to it", arguments: seeds)
    func limitless(seed: UInt64) {
        var ruleset = Ruleset.random(seed: seed, size: LimitTests.size)
        guard let before = price(ruleset, .easy) else { return }
        ruleset.limits[.plausibility] = Int(seed * 7919 % 30000)
        #expect(price(ruleset, .easy) == before, "seed \(seed)")
    }

    @Test("Likelier data never cost more", arguments: seeds, Mode.allCases)
    func likelier(seed: UInt64, mode: Mode) {
        var ruleset = Ruleset.random(seed: seed, size: LimitTests.size)
        var random = SplitMix64(seed: seed)
        guard let before = price(ruleset, mode) else { return }
        if Bool.random(using: &random) {
            let index = Int.random(in: ruleset.features.indices, using: &random)
            (ruleset.features[index].ordinary, ruleset.features[index].deliberate) = raised(
                ruleset.features[index].ordinary, ruleset.features[index].deliberate, &random)
        } else {
            let index = Int.random(in: ruleset.situations.indices, using: &random)
            (ruleset.situations[index].ordinary, ruleset.situations[index].deliberate) = raised(
                ruleset.situations[index].ordinary, ruleset.situations[index].deliberate, &random)
        }
        guard let after = price(ruleset, mode) else { return }
        #expect(after <= before, "seed \(seed), \(mode) mode")
    }

    private func raised(
        _ ordinary: Credence?, _ deliberate: Credence?, _ random: inout SplitMix64
    ) -> (Credence?, Credence?) {
        let raised = Credence(millionths: Int.random(in: (ordinary?.millionths ?? 1)...1_000_000, using: &random))
        return (raised, deliberate.flatMap { own in raised.map { max($0, own) } })
    }

    @Test("Likelier conditions, and patterns that are not useful, never cost less", arguments: seeds, Mode.allCases)
    func likelierDivergence(seed: UInt64, mode: Mode) {
        var ruleset = Ruleset.random(seed: seed, size: LimitTests.size)
        var random = SplitMix64(seed: seed)
        guard let before = price(ruleset, mode) else { return }
        let others = ruleset.patterns.indices.filter { !ruleset.patterns[$0].cis }
        if let index = others.randomElement(using: &random), Bool.random(using: &random) {
            ruleset.patterns[index].credence = raised(ruleset.patterns[index].credence, &random)
        } else {
            let index = Int.random(in: ruleset.features.indices, using: &random)
            ruleset.features[index].condition = raised(ruleset.features[index].condition, &random)
        }
        guard let after = price(ruleset, mode) else { return }
        #expect(after >= before, "seed \(seed), \(mode) mode")
    }

    private func raised(_ credence: Credence, _ random: inout SplitMix64) -> Credence {
        Credence(millionths: Int.random(in: credence.millionths...1_000_000, using: &random)) ?? credence
    }

    @Test("Names do not matter to anything", arguments: seeds)
    func renaming(seed: UInt64) {
        let ruleset = Ruleset.random(seed: seed, size: LimitTests.size)
        var renamed = ruleset
        for index in renamed.patterns.indices { renamed.patterns[index].label = CardLabel("x\(index)", text: "") }
        for index in renamed.situations.indices { renamed.situations[index].label = CardLabel("y\(index)", text: "") }
        let limits = SearchLimits(nodes: 20_000, memory: 1 << 18)
        var answers = [ruleset, renamed].map {
            Analysis(of: Position(Rules($0, mode: .easy)), limits: limits).solution(to: .price)
        }
        answers[0].seconds = answers[1].seconds
        #expect(answers[0] == answers[1], "seed \(seed)")
    }

    @Test("Order does not matter to it", arguments: seeds)
    func reordering(seed: UInt64) {
        let ruleset = Ruleset.random(seed: seed, size: LimitTests.size)
        var other = ruleset
        other.patterns.reverse()
        other.situations.reverse()
        guard let before = price(ruleset, .easy), let after = price(other, .easy) else { return }
        #expect(before == after, "seed \(seed)")
    }
}
