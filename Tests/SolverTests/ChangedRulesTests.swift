import Game
import Solver
import TestSupport
import Testing

@Suite("The solver, where numbers were settled and cards coined")
struct ChangedRulesTests {
    @Test("finds the price that trying every move gives", arguments: Mode.allCases)
    func price(mode: Mode) {
        var compared = 0
        var finite = 0
        let seeds = Thoroughness.seeds(ofFull: 4000)
        for seed in seeds {
            let (match, _) = Match.randomActs(Rules(.disputed(seed: seed), mode: mode), seed: seed, count: 6)
            guard match.rules !== match.start.rules, !match.position.isStopped else { continue }
            let found = Analysis(of: match.position, limits: SearchLimits(memory: 1 << 16)).solution(to: .price)
            guard let price = PriceByTrying.price(of: match.position) else { continue }
            #expect(found.isProven, "seed \(seed), \(mode) mode")
            #expect(found.priceUpper?.millibits ?? .max == price, "seed \(seed), \(mode) mode")
            #expect(found.isInfinite == (price == .max), "seed \(seed), \(mode) mode")
            compared += 1
            if price < .max, price > match.position.corpusStrain.millibits { finite += 1 }
        }
        #expect(compared > seeds.count / 4 && finite > seeds.count / 100, "\(compared) compared, \(finite) finite")
    }
}
