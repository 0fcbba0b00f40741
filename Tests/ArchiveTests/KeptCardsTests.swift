import Archive
import Game
import Play
import Rulebook
import TestSupport
import Testing

@Suite("Cards that were coined in a match")
struct KeptCardsTests {
    static let seeds = Thoroughness.seeds(ofFull: 1000)

    @Test("are kept in a ruleset that reads back the same, whatever was said on them", arguments: seeds, Mode.allCases)
    func kept(seed: UInt64, mode: Mode) throws {
        let record = try RandomRecord.played(seed: seed, mode: mode)
        let cards = KeptCards(of: record)
        let ruleset = cards.ruleset(named: cards.usualName)
        let yaml = RulesetDocument(ruleset).yaml
        #expect(try Rulebook(yaml, named: "seed \(seed)").ruleset == ruleset, "seed \(seed)")
        let played = record.match.ruleset
        #expect(ruleset.patterns.map(\.identifier) == played.patterns.map(\.identifier), "seed \(seed)")
        #expect(ruleset.situations.map(\.identifier) == played.situations.map(\.identifier), "seed \(seed)")
        #expect(ruleset.patterns.starts(with: record.ruleset.patterns), "seed \(seed)")
        #expect(ruleset.profiles == record.ruleset.profiles && !ruleset.patterns.contains(where: \.isCoined))
        let prices = (Rules(ruleset, mode: mode).prices, record.match.rules.prices)
        for index in record.ruleset.patterns.count..<played.patterns.count {
            #expect(isNear(prices.0.pattern[index], prices.1.pattern[index]), "seed \(seed)")
            #expect(ruleset.patterns[index].trigger == played.patterns[index].trigger, "seed \(seed)")
        }
        for index in record.ruleset.situations.count..<played.situations.count {
            for provenance in Provenance.allCases {
                let (kept, inForce) = (prices.0.situation[provenance]?[index], prices.1.situation[provenance]?[index])
                #expect(isNear(kept ?? nil, inForce ?? nil), "seed \(seed)")
            }
        }
    }

    /// Whether two prices are as near as six decimals of a credence can come.
    private func isNear(_ kept: Bits?, _ inForce: Bits?) -> Bool {
        guard let kept, let inForce else { return kept == inForce }
        let millionths = abs(kept.probability - inForce.probability) * 1_000_000
        return kept == inForce || inForce.millibits > 8_000 && millionths < 1
    }

    @Test("among many random matches are of both kinds")
    func coverage() throws {
        let cards = try (1...200 as ClosedRange<UInt64>).map { seed in
            KeptCards(of: try RandomRecord.played(seed: seed, mode: .easy))
        }
        #expect(cards.count { !$0.patterns.isEmpty } >= 3 && cards.count { !$0.situations.isEmpty } >= 3)
    }

    /// The worked example with b delayed, in which both sides coin.
    private func example(_ acts: [(String, text: String?)]) throws -> MatchRecord {
        var ruleset = try Rulebook(contentsOf: Fixtures.ruleset("worked-example")).ruleset
        ruleset.limits = ruleset.limits.replacing([.disputes: 2, .coins: 1, .unlisted: 250_000])
        var record = try MatchRecord(of: ruleset, profile: nil, mode: .hard, names: ("Ana", "Ben"))
        for (notation, text) in acts {
            var act = try record.match.ruleset.act(notation)
            if case .coin(var coin, let offers) = act {
                coin.text = text ?? ""
                act = .coin(coin, offers)
            }
            try record.apply(Entry(act))
        }
        return record
    }

    private static let acts = [
        ("propose p", nil), ("counter s ordinary", nil),
        ("coin shallower r trigger=b divergence=1 training=0.2", text: "what is\n dark"),
        ("coin counter a-record-with-a-very-long-name ordinary exhibits=a+b channel=outcome", text: nil),
    ]

    @Test("say who coined them, when, at what number and why")
    func labels() throws {
        let record = try example(Self.acts)
        let cards = KeptCards(of: record)
        let day = record.header.date.prefix(10)
        let pattern = try #require(cards.patterns.first)
        #expect(pattern.credence.description == "0.2" && pattern.depth == 1 && pattern.text == "what is dark")
        #expect(pattern.source == "coined by Ana in a match of \(day)")
        #expect(
            pattern.why
                == "Ana wrote 1, Ben wrote 0.2; the middle was taken, with the book's as the third. "
                + "There it waited for its whole trigger and came 2 steps later than here.")
        let situation = try #require(cards.situations.first)
        #expect(situation.ordinary?.description == "0.015625" && situation.deliberate == nil)
        #expect(situation.source == "coined by Ben in a match of \(day)")
        #expect(situation.why == "Nobody wrote a number, so the book's was taken.")
        #expect(situation.text == "a record with a very long name" && situation.name.count == 24)
    }

    @Test("say a day that is plain, whatever the file has there")
    func hostileDay() throws {
        let coined = try example(Self.acts)
        var header = coined.header
        header.date = "1\n\u{1B}[2J: x"
        var record = try MatchRecord(header: header, ruleset: coined.ruleset)
        for entry in coined.log { try record.apply(entry) }
        let cards = KeptCards(of: record)
        #expect(cards.day == "1��[2J: x")
        let ruleset = cards.ruleset(named: "kept")
        #expect(try Rulebook(RulesetDocument(ruleset).yaml, named: "").ruleset == ruleset)
    }

    @Test("are not kept once they are taken back")
    func takenBack() throws {
        let cards = KeptCards(of: try example(Self.acts + [("take-back 2", text: nil)]))
        #expect(cards.isEmpty)
        #expect(try !KeptCards(of: example(Self.acts + [("take-back 1", text: nil)])).patterns.isEmpty)
    }

    @Test("give a ruleset a name of its own")
    func names() throws {
        var ruleset = try Rulebook(contentsOf: Fixtures.ruleset("worked-example")).ruleset
        for (name, expected) in [
            ("alice", "alice-kept"), ("alice-kept", "alice-kept-2"), ("alice-kept-2", "alice-kept-3"),
            ("a-2", "a-2-kept"), ("kept", "kept-kept"),
        ] {
            ruleset.identifier = name
            let record = try MatchRecord(of: ruleset, profile: nil, mode: .hard, names: ("Ana", "Ben"))
            #expect(KeptCards(of: record).usualName == expected)
        }
    }
}
