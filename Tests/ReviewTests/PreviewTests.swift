import Game
import Play
import Review
import TestSupport
import Testing

/// The worked example between two people with two disputes and a coin each, after acts in notation.
func disputedRecord(_ acts: String..., judge: String? = nil) throws -> MatchRecord {
    var ruleset = Ruleset.workedExample([.disputes: 2, .coins: 1, .unlisted: 250_000])
    ruleset.features[1].label.why = "Rare."
    let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
    var setup = Setup(ruleset: ruleset, profile: nil, mode: .hard, players: players)
    setup.judge = judge
    var record = try setup.record(date: "", id: "", hash: "", seed: 7)
    for act in acts { try record.apply(Entry(record.match.ruleset.act(act), words: act == "object" ? "No." : nil)) }
    return record
}

@Suite("What settling would do")
struct PreviewTests {
    private func typed(_ text: String) throws -> Credence { try TypedCredence(text).credence }

    @Test("lists the numbers behind the last move with what is in force, why, and which are settled")
    func numbers() throws {
        let record = try disputedRecord("propose p", "counter s ordinary", "sophisticate b")
        let numbers = MatchAtStep(record).numbersBehindLastMove
        #expect(numbers.map(\.title) == ["P", "+ b"] && numbers.map(\.inForce.millibits) == [1000, 2000])
        #expect(numbers.map(\.why) == [nil, "Rare."] && numbers.allSatisfy { !$0.isSettled })
        let settled = try disputedRecord(
            "propose p", "counter s ordinary", "sophisticate b", "dispute condition b divergence=1 training=0.5")
        let after = MatchAtStep(settled).numbersBehindLastMove
        #expect(after.map(\.isSettled) == [false, true] && after[1].inForce.millibits == 1000)
    }

    @Test("tells of a dispute whether the move goes back, whether it can be made again, and both meters")
    func dispute() throws {
        let shown = MatchAtStep(try disputedRecord("propose p", "counter s ordinary", "sophisticate b"))
        let b = Settlement.dispute(shown.numbersBehindLastMove[1].number)
        #expect(
            try shown.consequence(of: b, at: typed("0.2")) == [
                "That is 2.32 bits, 0.32 more than now: Ana's move would go back, and could not be made again: it strains "
                    + "3.32 bits, over the limit of 3.00.",
                "Divergence would strain 1.00 of 3.00 bits, now 3.00; Training would strain 0.00 of 6.00 bits, as now.",
            ])
        #expect(
            try shown.consequence(of: b, at: typed("0.5")) == [
                "That is 1.00 bits, 1.00 less than now: Ana's move would stand.",
                "Divergence would strain 2.00 of 3.00 bits, now 3.00; Training would strain 0.00 of 6.00 bits, as now.",
            ])
        #expect(try shown.consequence(of: .dispute(.feature(Feature.ID(0))), at: typed("0.5")).isEmpty)
    }

    @Test("tells of a coined pattern what the book says, what it evades, and the answers to it")
    func pattern() throws {
        let record = try disputedRecord("propose p", "counter s ordinary")
        let shown = MatchAtStep(record)
        let coin = Coin("r", .pattern(.shallower, trigger: FeatureSet([Feature.ID(1)]), family: nil))
        let preview = shown.preview(of: coin)
        #expect(preview.book?.millibits == 4000 && preview.claimAtBook?.millibits == 4000)
        #expect(preview.claimAtOne == .zero && !preview.isPlayedAtBook && preview.refusal == nil)
        #expect(
            preview.sentences == [
                "The book says 1 in 16, 4.00 bits: unlisted 1 in 4, times b 1 in 4.",
                "At that it strains 4.00 bits, at credence 1 0.00, of the 3.00 that Ana may strain: too dear at the book's "
                    + "number.",
                "It evades the one datum, has depth 1, comes at step 4, before the pivotal act at 5.",
            ])
        #expect(
            try shown.consequence(of: .coin(coin), at: typed("0.2")) == [
                "That is 2.32 bits, and the card would be played.",
                "Divergence would strain 2.32 of 3.00 bits, now 1.00; Training would strain 0.00 of 6.00 bits, as now.",
                "Ben would have 2 answers, the cheapest “T” for 2.00 bits.",
            ])
        let dear = try shown.consequence(of: .coin(coin), at: typed("0.05"))
        #expect(dear.first?.hasSuffix("The coin would be spent, and the card stay in the match.") == true)
        let whacked = Coin("r", .pattern(.shallower, trigger: FeatureSet([Feature.ID(0)]), family: nil))
        #expect(shown.preview(of: whacked).refusal?.contains("“S” in the corpus whacks it") == true)
        #expect(shown.preview(of: whacked).claimAtOne == nil)
        #expect(shown.consequence(of: .coin(whacked), at: .certain).isEmpty)
    }

    @Test("tells of a coined situation what it catches of all that stands")
    func situation() throws {
        let record = try disputedRecord("propose p")
        let shown = MatchAtStep(record)
        let both = FeatureSet([Feature.ID(0), Feature.ID(1)])
        let coin = Coin("u", .situation(.ordinary, exhibits: both, .outcome))
        let preview = shown.preview(of: coin)
        #expect(preview.book?.millibits == 6000 && preview.isPlayedAtBook)
        #expect(preview.sentences.last == "It catches 4 of 4 divergences that still stand.")
        let played = try shown.consequence(of: .coin(coin), at: typed("0.5"))
        #expect(played.last == "Ana would have no answer, and lose.")
        let narrow = Coin("u", .situation(.ordinary, exhibits: FeatureSet([Feature.ID(0)]), .outcome))
        let answered = try shown.consequence(of: .coin(narrow), at: typed("0.5"))
        #expect(
            answered.last
                == "Ana would have 2 answers, the cheapest “Q” for 2.00 bits; the dearest to answer would cost Ben 3.00 bits."
        )
    }
}
