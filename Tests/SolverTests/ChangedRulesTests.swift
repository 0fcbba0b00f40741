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
            let price = match.position.priceByTrying()
            #expect(found.isProven, "seed \(seed), \(mode) mode")
            #expect(found.priceUpper?.millibits == price, "seed \(seed), \(mode) mode")
            #expect(found.isInfinite == (price == nil), "seed \(seed), \(mode) mode")
            compared += 1
            if let price, price > match.position.corpusStrain.millibits { finite += 1 }
        }
        #expect(compared > seeds.count / 4 && finite > seeds.count / 40, "\(compared) compared, \(finite) finite")
    }
}

extension Position {
    /// The millibits that Training ends with under best play; `nil`: Divergence wins at any price.
    ///
    /// - Precondition: Training's limit is never reached.
    fileprivate func priceByTrying() -> Int? {
        let prices = legalMoves.dropLast().map { move in (try? playing(move))?.priceByTrying() }
        guard sideToMove == .training else {
            return prices.contains(nil) ? nil : prices.compactMap(\.self).max() ?? paid
        }
        return prices.compactMap(\.self).min()
    }

    private var paid: Int { corpusStrain.millibits }
}
