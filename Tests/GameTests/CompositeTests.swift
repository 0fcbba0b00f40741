import Game
import TestSupport
import Testing
import Text

@Suite("What a claim says in words")
struct CompositeTests {
    /// The worked example, with words of its own.
    private let ruleset: Ruleset = {
        var ruleset = Ruleset.workedExample()
        ruleset.features[0].clause = "with nobody to see"
        ruleset.features[1].clause = "against orders"
        ruleset.patterns[0].label.name = "its copies first"
        ruleset.patterns[0].label.text = "it trusts those who think alike"
        ruleset.patterns[0].act = "Settles it with its copies."
        ruleset.situations[0].label.name = "the twins"
        ruleset.situations[0].label.text = "One twin has seen the paper. One tells!"
        return ruleset
    }()

    @Test("a divergence is called by its pattern and the clauses of what it waits for")
    func divergence() {
        let rules = Rules(ruleset, mode: .hard)
        let bare = Divergence(Pattern.ID(0), in: rules)
        let waiting = Divergence(Pattern.ID(0), conditions: FeatureSet([Feature.ID(1)]), in: rules)
        #expect(ruleset.title(of: bare) == "Its copies first" && ruleset.label(of: bare) == "Its copies first")
        #expect(ruleset.title(of: waiting) == "Its copies first, against orders")
        #expect(ruleset.label(of: waiting) == "Its copies first + b")
        #expect(ruleset.account(of: bare) == ["It trusts those who think alike.", "Then: Settles it with its copies."])
        #expect(
            ruleset.account(of: waiting) == [
                "It trusts those who think alike.", "It shows only against orders.",
                "Then: Settles it with its copies.",
            ])
        let both = FeatureSet([Feature.ID(0), Feature.ID(1)])
        #expect(ruleset.shows(only: both) == "It shows only with nobody to see, and against orders.")
        #expect(ruleset.shows(only: FeatureSet()) == nil)
    }

    @Test("a datum is called by its situation and the clauses of what was added")
    func datum() {
        let rules = Rules(ruleset, mode: .hard)
        let waiting = Divergence(Pattern.ID(0), conditions: FeatureSet([Feature.ID(1)]), in: rules)
        let whole = Datum(Situation.ID(0), .ordinary, against: Divergence(Pattern.ID(0), in: rules), in: rules)
        let added = Datum(Situation.ID(0), .ordinary, against: waiting, in: rules)
        #expect(ruleset.title(of: whole) == "The twins" && ruleset.title(of: added) == "The twins, against orders")
        #expect(ruleset.label(of: added) == "The twins + b")
        #expect(ruleset.account(of: whole) == ["One twin has seen the paper. One tells!"])
        #expect(
            ruleset.account(of: added) == [
                "One twin has seen the paper. One tells!", "And it went the same way, against orders.",
            ])
    }

    @Test(
        "a sentence has one capital and one end",
        arguments: [
            ("it is so", "It is so."), ("It is so.", "It is so."), ("“so?”", "“so?”"), ("so…", "So…"), ("", "."),
        ])
    func sentence(text: String, sentence: String) {
        #expect(text.asSentence == sentence)
    }
}

@Suite("One step ahead")
struct OutlookTests {
    @Test("a claim tells how many claims are left after the answer that leaves fewest", arguments: 1...40)
    func claimsLeft(seed: UInt64) throws {
        var match = Match(Rules(.random(seed: seed), mode: .easy))
        var random = SplitMix64(seed: seed)
        while match.verdict == nil, match.moves.count < 8 {
            if match.position.sideToMove == .divergence {
                for prospect in match.position.legalProspects {
                    let next = try match.position.playing(prospect.move)
                    let counts = try next.legalMoves.filter { $0 != .concede }.map { answer in
                        try next.playing(answer).legalMoves.count { $0 != .concede }
                    }
                    let outlook = match.position.outlook(of: prospect)
                    #expect(outlook.claimsLeft == counts.min() && outlook.replies == counts.count, "seed \(seed)")
                }
            }
            guard let move = match.position.legalMoves.dropLast().randomElement(using: &random) else { break }
            try match.play(move)
        }
    }
}
