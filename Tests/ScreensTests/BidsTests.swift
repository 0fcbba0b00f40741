import Game
import Play
import Review
import Screens
import TestSupport
import Testing

@Suite("Bids on the screen")
struct BidsTests {
    @Test("are sealed one after the other, and nothing of one is seen any more before all are told")
    func sealed() throws {
        var theatre = try Theatre()
        theatre.reachBids()
        theatre.type("7,25")
        #expect(theatre.text.contains("7.25 bits, 1 in 152"))
        theatre.press(.enter)
        #expect(!theatre.text.contains("7,25") && !theatre.text.contains("7.25"))
        theatre.press(.tab, .up, .backtab)
        #expect(!theatre.text.contains("7,25"))
        theatre.type("1 in 1000")
        theatre.press(.enter)
        // Ana bid less, so she plays Training now.
        #expect(theatre.text.contains("Ben bid 9.966 bits (1 in 1000), Ana 7.25 (1 in 152)."))
        #expect(theatre.text.contains("so the seats are swapped"))
        #expect(theatre.text.contains("Training may strain 8.608 bits"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Ben (Divergence)") && theatre.text.contains("Before the first move"))
        theatre.press(.enter)
        #expect(theatre.text.contains("of  8.61 bits"))
    }

    @Test(
        "that are none are asked for again, and it is said what would do",
        arguments: ["0", "-1", "lots", "1.2345", "99"])
    func bad(typed: String) throws {
        var theatre = try Theatre()
        theatre.reachBids()
        theatre.type(typed)
        theatre.press(.enter)
        let said = theatre.grid.rowTexts.last ?? ""
        #expect(
            ["the least is 0.001", "cannot be read", "three decimals", "the most is 18 bits"].contains(
                where: said.contains),
            "\(said)")
        #expect(theatre.text.contains("\(typed)_"))
    }

    @Test("left empty are the ruleset's own limit, and equal ones leave the seats")
    func empty() throws {
        var theatre = try Theatre()
        theatre.reachBids()
        theatre.press(.enter)
        #expect(theatre.text.contains("•••"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Ana bid 9 bits (1 in 512), Ben 9 (1 in 512)."))
        #expect(theatre.text.contains("Equal bids leave the seats"))
    }

    @Test("of bots are worked out beside everything else; a persona that plays one side keeps its seat")
    func bots() throws {
        var ruleset = Ruleset.workedExample()
        ruleset.limits[.plausibility] = 6000
        let persona = Persona(
            identifier: "nate", name: "Nate", text: "he plays on", sides: [.divergence], profile: nil)
        ruleset.bots = [persona]
        var setup = Setup(
            ruleset: ruleset, profile: nil, mode: .hard,
            players: Players(divergence: Player(name: "Nate", seat: "bot:nate"), training: Player(name: "Ben")))
        setup.limit = .toBeBid
        var theatre = Theatre(setup, isHolding: true)
        #expect(theatre.text.contains("Nate is working out a bid."))
        theatre.type("5")
        theatre.press(.enter)
        #expect(theatre.text.contains("Nate is working out a bid.") && !theatre.text.contains("3 bits"))
        theatre.press(.character("!"))
        #expect(theatre.isHurried)
        theatre.isHolding = false
        theatre.deliver()
        #expect(theatre.text.contains("Nate bid 3 bits (1 in 8), Ben 5 (1 in 32)."))
        #expect(theatre.text.contains("Nate plays only Divergence, so the seats stay"))
        #expect(theatre.text.contains("Training may strain 4 bits"))
    }

    @Test("lead from one leg to the next, which the verdict offers until it is played")
    func legs() throws {
        var theatre = try Theatre()
        theatre.choose("two people")
        for _ in 0..<9 { theatre.press(.tab) }
        theatre.press(.right, .enter, .enter)
        theatre.press(.enter, .character("C"), .character("y"), .enter)
        #expect(theatre.text.contains("The first of two legs: Ana won with"))
        #expect(theatre.text.contains("The second is still to be played"))
        theatre.press(.character("2"))
        #expect(theatre.text.contains("Ben (Divergence)") && theatre.text.contains("Ana (Training)"))
        theatre.press(.enter, .enter, .character("C"), .character("y"), .enter)
        let told = theatre.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(told.contains("First leg: Ana won with") && told.contains("second: Ben won with"), "\(told)")
        #expect(told.contains("Together that is a draw."))
        theatre.press(.character("r"), .enter, .character("C"), .character("y"), .enter)
        #expect(theatre.text.contains("The first of two legs"))
    }

    @Test("of two, of which the first is saved, are told apart, and the second is begun from the first")
    func savedLegs() throws {
        var theatre = try Theatre()
        let ana = Player(name: "Ana"), ben = Player(name: "Ben")
        var setup = Setup(
            ruleset: .workedExample(), profile: nil, mode: .hard, players: Players(divergence: ana, training: ben))
        setup.leg = .first
        let first = try Theatre.record(setup, [Entry(.move(.concede)), Entry(.close)])
        theatre.opens = first
        theatre.saved = [Theatre.saved(first, at: "/saves/first.jsonl")]
        theatre.choose("Saved matches")
        #expect(theatre.text.contains("leg 1 of 2: Ana - Ben"))
        theatre.press(.enter, .end, .enter)
        #expect(theatre.text.contains("2 second leg"))
        theatre.saved.append(Theatre.saved(try Theatre.record(#require(first.secondLeg)), at: "/saves/second.jsonl"))
        theatre.press(.character("q"), .enter)
        #expect(!theatre.text.contains("2 second leg") && theatre.text.contains("The second is saved in second.jsonl."))
    }

    @Test("are kept, with the judge and the legs, for the next new match")
    func remembered() throws {
        var theatre = try Theatre()
        theatre.choose("two people")
        for _ in 0..<7 { theatre.press(.tab) }
        theatre.type("Cy")
        theatre.press(.tab, .right, .tab, .right, .enter)
        #expect(theatre.last?.judge == "Cy" && theatre.last?.isForBids == true && theatre.last?.hasTwoLegs == true)
        theatre.press(.escape)
        #expect(theatre.text.contains("Judge           Cy") && theatre.text.contains("settled by bids"))
    }
}

@Suite("Beliefs of the real thing, on the screen")
struct BeliefScreenTests {
    @Test("are asked for before and after, and told with how they moved")
    func moved() throws {
        var theatre = try Theatre()
        theatre.choose("two people")
        theatre.press(.enter, .tab)
        theatre.type("70")
        #expect(theatre.text.contains("70% (a bare number above 1 is a percentage) that the real thing goes wrong"))
        theatre.press(.enter, .enter)
        theatre.press(.enter, .character("C"), .character("y"), .enter)
        theatre.press(.character("B"))
        theatre.type("80")
        theatre.press(.enter)
        #expect(!theatre.text.contains("80"))
        theatre.press(.enter)
        #expect(theatre.journal.last == "believe divergence goes-wrong 0.8")
        theatre.press(.pageDown)
        #expect(theatre.text.contains("Ana, that it goes wrong: 70% before, 80% after."))
        #expect(theatre.text.contains("85%  Nate, of this difficulty alone"))
    }

    @Test("are not asked for of a match that was over when it was opened")
    func closed() throws {
        var theatre = try Theatre()
        theatre.opens = try Theatre.playedMatch(seed: 3)
        theatre.saved = [Theatre.saved(try Theatre.playedMatch(seed: 3), at: "/saves/match.jsonl")]
        theatre.choose("Saved matches")
        theatre.press(.enter, .end, .enter)
        #expect(theatre.text.contains("Verdict") && !theatre.text.contains("your beliefs"))
        theatre.press(.character("B"))
        #expect(theatre.text.contains("That key does nothing here"))
    }
}
