import Game
import Rulebook
import TestSupport
import Testing

@Suite("A random script")
struct RandomScriptTests {
    @Test("comes back the same from its document", arguments: Thoroughness.seeds(ofFull: 1000))
    func roundTrip(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed).withRandomBots(seed: seed)
        let document = RulesetDocument(ruleset)
        let again = try Rulebook(document.json, named: "seed \(seed)").ruleset
        #expect(again == ruleset)
        #expect(RulesetDocument(again) == document)
    }
}
