import Game
import Play
import Review
import Solver
import TestSupport
import Testing

/// Cruxes found by trying every set of them, with prices found by trying every game; no word of monotonicity.
private struct NaiveCruxes {
    let ruleset: Ruleset
    let mode: Mode
    let held: BySide<[QuotedNumber: Credence]>
    let limit: Int

    /// The numbers on which they differ by a millibit or more.
    var differing: [QuotedNumber] {
        held.divergence.keys.filter { number in
            held.training[number].map { $0.bits != held.divergence[number]?.bits } ?? false
        }
    }

    func winner(_ side: Side, granting granted: Set<QuotedNumber> = []) -> Side {
        let numbers = held[side].merging(held[side.opponent].filter { granted.contains($0.key) }) { $1 }
        let price = ReferenceGame(ruleset.holding(numbers), mode: mode, weighing: ruleset).priceOfSafety()
        return price.map { $0 <= limit } == true ? .training : .divergence
    }

    /// The smallest sets by granting which a side would lose what it wins, or win what it loses.
    func reversals(_ side: Side) -> Set<Set<QuotedNumber>> {
        let own = winner(side)
        let numbers = differing
        var found: Set<Set<QuotedNumber>> = []
        for bits in 0..<(1 << numbers.count) {
            let set = Set(numbers.indices.filter { bits >> $0 & 1 == 1 }.map { numbers[$0] })
            if winner(side, granting: set) != own { found.insert(set) }
        }
        let least = found.map(\.count).min()
        return found.filter { $0.count == least }
    }
}

extension Ruleset {
    /// The same with some credences replaced; deliberate data no less likely than ordinary, as RULES §7 has it.
    fileprivate func holding(_ numbers: [QuotedNumber: Credence]) -> Ruleset {
        func both(_ number: Number, _ ordinary: Credence?, _ deliberate: Credence?) -> (Credence?, Credence?) {
            let said = (numbers[QuotedNumber(number)], numbers[QuotedNumber(number, at: .deliberate)])
            var held = (said.0 ?? ordinary, said.1 ?? deliberate)
            guard let one = held.0, let other = held.1, other < one else { return held }
            if said.1 != nil { held.0 = other } else { held.1 = one }
            return held
        }
        var ruleset = self
        for id in patternIDs {
            ruleset.patterns[id.index].credence = numbers[QuotedNumber(.pattern(id))] ?? self[id].credence
        }
        for id in featureIDs {
            ruleset.features[id.index].condition = numbers[QuotedNumber(.condition(id))] ?? self[id].condition
            let data = both(.feature(id), self[id].ordinary, self[id].deliberate)
            (ruleset.features[id.index].ordinary, ruleset.features[id.index].deliberate) = data
        }
        for id in situationIDs {
            let data = both(.situation(id), self[id].ordinary, self[id].deliberate)
            (ruleset.situations[id.index].ordinary, ruleset.situations[id.index].deliberate) = data
        }
        return ruleset
    }

    /// Every number that a claim can be priced by.
    fileprivate var numbers: [QuotedNumber] {
        let all =
            patternIDs.map { QuotedNumber(.pattern($0)) } + featureIDs.map { QuotedNumber(.condition($0)) }
            + Provenance.allCases.flatMap { provenance in
                featureIDs.map { QuotedNumber(.feature($0), at: provenance) }
                    + situationIDs.map { QuotedNumber(.situation($0), at: provenance) }
            }
        return all.filter { credence(of: $0) != nil }
    }
}

extension Credence {
    /// Of at most so many bits.
    fileprivate static func random(upTo bits: Int, using random: inout SplitMix64) -> Credence {
        Credence(nearest: Bits(millibits: Int.random(in: 0...(bits * 1000), using: &random)))
    }
}

extension Number {
    fileprivate var isDivergences: Bool {
        switch self {
        case .pattern, .condition: true
        case .situation, .feature: false
        }
    }
}

@Suite("What cruxes decide agrees with trying every set")
struct CruxAgreementTests {
    @Test("on random rulesets and beliefs", arguments: Mode.allCases)
    func random(mode: Mode) throws {
        let seeds = Thoroughness.seeds(ofFull: 1000)
        let found = try compare(seeds, mode) { Ruleset.random(seed: $0, size: .tiny) }
        #expect(found.turning > seeds.count / 10, "\(found)")
    }

    /// Its price depends on several numbers at once.
    @Test("on the worked example with random numbers and beliefs", arguments: Mode.allCases)
    func workedExample(mode: Mode) throws {
        let seeds = Thoroughness.seeds(ofFull: 2000)
        let found = try compare(seeds, mode, Self.numbered)
        #expect(found.turning > seeds.count / 2 && found.several > seeds.count / 10, "\(found)")
    }

    @Test("as far as it goes: where searches are cut short, nothing is said that is not so", arguments: Mode.allCases)
    func limited(mode: Mode) throws {
        var unfinished = 0
        let seeds = Thoroughness.seeds(ofFull: 1000)
        for seed in seeds {
            let naive = naive(seed, Self.numbered(seed), mode)
            let limits = SearchLimits(nodes: Int(seed % 40) + 1, memory: 1 << 16)
            let found = CruxSearch(Cruxes(of: try record(naive)), limits: limits).findings()
            for side in Side.allCases {
                let place: Comment = "seed \(seed), \(mode) mode, \(side)"
                guard let winner = found.own[side].winner else { continue }
                #expect(winner == naive.winner(side), place)
                let reversal = found.reversals[side], truth = naive.reversals(side)
                for set in reversal.sets {
                    #expect(naive.winner(side, granting: Set(set.map(\.number))) != winner, place)
                }
                if let least = truth.first?.count {
                    #expect(reversal.tried < least || reversal.sets.first?.count == least, place)
                }
                if reversal.isComplete { #expect(Set(reversal.sets.map { Set($0.map(\.number)) }) == truth, place) }
                if !reversal.isComplete { unfinished += 1 }
            }
        }
        #expect(unfinished > seeds.count / 50, "\(unfinished)")
    }

    /// The worked example with random numbers.
    private static func numbered(_ seed: UInt64) -> Ruleset {
        var random = SplitMix64(seed: seed)
        let ruleset = Ruleset.workedExample([.naturalness: 3000 + 1000 * Int.random(in: 0...4, using: &random)])
        return ruleset.holding(
            Dictionary(uniqueKeysWithValues: ruleset.numbers.map { ($0, .random(upTo: 3, using: &random)) }))
    }

    /// How often anything turned the winner, and how often only more than one grant did.
    private func compare(
        _ seeds: [UInt64], _ mode: Mode, _ ruleset: (UInt64) -> Ruleset
    ) throws -> (turning: Int, several: Int) {
        var turning = 0
        var several = 0
        for seed in seeds {
            let naive = naive(seed, ruleset(seed), mode)
            let found = CruxSearch(Cruxes(of: try record(naive)), limits: SearchLimits(memory: 1 << 16)).findings()
            for side in Side.allCases {
                let place: Comment = "seed \(seed), \(mode) mode, \(side)"
                #expect(found.own[side].winner == naive.winner(side), place)
                let sets = Set(found.reversals[side].sets.map { Set($0.map(\.number)) })
                #expect(sets == naive.reversals(side), place)
                #expect(found.reversals[side].isComplete, place)
                if !sets.isEmpty { turning += 1 }
                if sets.contains(where: { $0.count > 1 }) { several += 1 }
            }
        }
        return (turning, several)
    }

    /// Up to four numbers that both speak of, up to two of which each speaks alone, and a limit between what their numbers
    /// come to.
    private func naive(_ seed: UInt64, _ ruleset: Ruleset, _ mode: Mode) -> NaiveCruxes {
        var random = SplitMix64(seed: seed)
        let numbers = ruleset.numbers.shuffled(using: &random)
        let common = Int.random(in: 1...4, using: &random)
        var held = BySide<[QuotedNumber: Credence]>(divergence: [:], training: [:])
        for (index, number) in numbers.prefix(common + 2).enumerated() {
            var credences = (0..<2).map { _ in Credence.random(upTo: 7, using: &random) }
            // Mostly each holds what speaks for its side, so that more than one may have to be granted.
            if Int.random(in: 0..<4, using: &random) > 0 { credences.sort() }
            for side in Side.allCases where index < common || Bool.random(using: &random) {
                held[side][number] = credences[(side == .divergence) == number.number.isDivergences ? 1 : 0]
            }
        }
        let prices = Side.allCases.compactMap { side in
            ReferenceGame(ruleset.holding(held[side]), mode: mode, weighing: ruleset).priceOfSafety()
        }
        let least = prices.min() ?? 1000, most = prices.count == 2 ? prices.max() ?? 1000 : least + 2000
        let limit = [least, (least + most) / 2, max(least, most - 1)].randomElement(using: &random) ?? least
        return NaiveCruxes(ruleset: ruleset, mode: mode, held: held, limit: limit)
    }

    /// A match in which nothing happens but that they say so.
    private func record(_ naive: NaiveCruxes) throws -> MatchRecord {
        var ruleset = naive.ruleset
        ruleset.limits[.plausibility] = naive.limit
        let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        var record = try Setup(ruleset: ruleset, profile: nil, mode: naive.mode, players: players)
            .record(date: "", id: "", hash: "", seed: 1)
        for side in Side.allCases {
            for (number, credence) in naive.held[side] {
                try record.apply(Entry(.believe(side, .number(number), credence)))
            }
        }
        return record
    }
}
