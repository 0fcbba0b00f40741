import Game
import Rulebook
import TestSupport
import Testing

@Suite("A random ruleset")
struct RandomRulesetTests {
    static let seeds = Thoroughness.seeds(ofFull: 1000)

    @Test("comes back the same from its document", arguments: seeds)
    func roundTrip(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed)
        let document = RulesetDocument(ruleset)
        let again = try Rulebook(document.json, named: "seed \(seed)").ruleset
        #expect(again == ruleset)
        #expect(RulesetDocument(again) == document)
    }

    @Test("is never said to hold an idle card that somebody plays", arguments: seeds, Mode.allCases)
    func idleCards(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed)
        let warnings = try Rulebook(RulesetDocument(ruleset).json, named: "seed \(seed)").warnings
        let idle = Set(warnings.compactMap { $0.message.idleCard })
        for numbers in [ruleset] + ruleset.profiles.map(ruleset.under) {
            for playout in 0..<(4 as UInt64) {
                let match = Match.random(Rules(numbers, mode: mode), seed: seed &* 8 &+ playout)
                #expect(idle.isDisjoint(with: match.playedCards), "seed \(seed), playout \(playout)")
            }
        }
    }
}

extension String {
    /// The card that a warning calls idle.
    fileprivate var idleCard: String? {
        contains("can never be played") ? String(dropFirst().prefix { $0 != "”" }) : nil
    }
}

extension Match {
    /// The identifiers of all cards that were part of a move or of what it brought about.
    fileprivate var playedCards: Set<String> {
        var cards: Set<String> = []
        for position in positions {
            if let live = position.live {
                cards.insert(ruleset[live.pattern].identifier)
                cards.formUnion(live.trigger.map { ruleset[$0].identifier })
            }
            cards.formUnion(position.corpus.map { ruleset[$0.situation].identifier })
        }
        return cards
    }
}
