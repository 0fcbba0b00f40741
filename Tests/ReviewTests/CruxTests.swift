import Game
import Play
import Review
import Solver
import TestSupport
import Testing

@Suite("Cruxes")
struct CruxTests {
    private func findings(_ record: MatchRecord, _ limits: SearchLimits = SearchLimits(memory: 1 << 18)) -> CruxFindings
    {
        CruxSearch(Cruxes(of: record), limits: limits).findings()
    }

    private func names(_ sets: [[Crux]], _ record: MatchRecord) -> [[String]] {
        sets.map { $0.map { record.match.ruleset.notation(of: $0.number.number) } }
    }

    @Test("are the numbers on which the two differ, by gap in bits, and apart from them those that one alone gave")
    func list() throws {
        let cruxes = Cruxes(of: try quarrel())
        #expect(names([cruxes.cruxes], cruxes.record) == [["feature b", "situation t"]])
        #expect(cruxes.cruxes.map(\.gap.millibits) == [4000, 2000])
        #expect(cruxes.cruxes.map(\.inForce.millibits) == [3000, 2000])
        #expect(cruxes.cruxes.map(\.held.divergence.isBelief) == [false, true])
        #expect(cruxes.alone.map(\.side) == [.divergence])
        #expect(cruxes.observations(on: cruxes.cruxes[1].number).map(\.identifier) == ["diaries"])
    }

    // With x bits for b in ordinary data and y for t the price is min(x, 2y + 1): s with b added catches everything at once,
    // t does for q, but then needs a with it too. So Ana's 7 and 4 come to 7 bits, Ben's 3 and 2 to 3, of 6.
    @Test("of the worked example: each wins by its own numbers, Ana by one grant less")
    func workedExample() throws {
        let record = try quarrel()
        let found = findings(record)
        #expect(found.own.divergence.winner == .divergence && found.own.training.winner == .training)
        #expect(found.own.divergence.price.upper == Bits(millibits: 7000))
        #expect(found.own.training.price.upper == Bits(millibits: 3000))
        // Either of Ben's numbers is enough for Ana to lose: min(3, 9) and min(7, 5). Ben must grant both.
        #expect(names(found.reversals.divergence.sets, record) == [["feature b"], ["situation t"]])
        #expect(names(found.reversals.training.sets, record) == [["feature b", "situation t"]])
        #expect(found.reversals.divergence.tried == 1 && found.reversals.training.tried == 2)
        #expect(found.reversals.divergence.isComplete && found.reversals.training.isComplete)
    }

    @Test("what is believed counts before what was written, what was said last before what was said first")
    func beliefs() throws {
        let later = ["believe divergence feature b ordinary 0.25", "believe divergence feature b ordinary 0.5"]
        let cruxes = Cruxes(of: try quarrel(quarrelling + later))
        let held = try #require(
            cruxes.cruxes.first { cruxes.record.match.ruleset.notation(of: $0.number.number) == "feature b" })
        #expect(held.held.divergence.credence.millionths == 500_000 && held.held.divergence.isBelief)
        #expect(held.gap.millibits == 2000)
    }

    @Test("a number that both hold the same is none, though it is each one's own")
    func agreed() throws {
        let both = ["believe divergence pattern p 0.125", "believe training pattern p 0.125"]
        let cruxes = Cruxes(of: try quarrel(both))
        #expect(cruxes.cruxes.isEmpty && cruxes.alone.isEmpty && cruxes.hasNumbers)
        #expect(Side.allCases.allSatisfy { cruxes.prices(of: $0).pattern[0].millibits == 3000 })
        #expect(cruxes.record.match.rules.prices.pattern[0].millibits == 1000)
    }

    @Test("nothing that was taken back is held against anybody")
    func takenBack() throws {
        let record = try quarrel(["propose p", "believe training pattern p 0.125", "take-back 1"])
        #expect(!Cruxes(of: record).hasNumbers)
        #expect(CruxText(Cruxes(of: record)).lines.first?.hasPrefix("No cruxes: nothing in this match says") == true)
    }

    @Test("a card that was coined counts, with what was written of it")
    func coined() throws {
        let record = try quarrel([
            "propose p", "counter s ordinary", "coin shallower r trigger=b divergence=1 training=0.2",
        ])
        let cruxes = Cruxes(of: record)
        #expect(names([cruxes.cruxes], record) == [["pattern r"]])
        #expect(cruxes.prices(of: .divergence).pattern.map(\.millibits) == [1000, 2000, 0])
        #expect(cruxes.prices(of: .training).pattern.map(\.millibits) == [1000, 2000, 2322])
        #expect(OwnProfile(of: .divergence, in: cruxes).leftOut == ["r"])
        let found = findings(record)
        #expect(found.own.divergence.price.upper != nil && found.reversals.divergence.isComplete)
    }

    @Test("deliberate data stay no dearer than ordinary, whoever's numbers they are")
    func provenances() throws {
        let cruxes = Cruxes(
            of: try quarrel(
                mode: .easy,
                ["believe divergence situation t deliberate 0.125", "believe training situation t ordinary 1"]))
        let ana = cruxes.prices(of: .divergence).situation, ben = cruxes.prices(of: .training).situation
        #expect(ana[.ordinary]?[1]?.millibits == 3000 && ana[.deliberate]?[1]?.millibits == 3000)
        #expect(ben[.ordinary]?[1]?.millibits == 0 && ben[.deliberate]?[1]?.millibits == 0)
    }

    @Test("where there is no time, nothing is said to be proven")
    func stopped() throws {
        let record = try quarrel()
        let cancellation = Cancellation()
        cancellation.cancel()
        let found = CruxSearch(Cruxes(of: record), cancellation: cancellation).findings()
        #expect(Side.allCases.allSatisfy { found.own[$0].winner == nil && !found.reversals[$0].isComplete })
        let text = CruxText(Cruxes(of: record), found).lines
        #expect(text.contains { $0.contains("it was not proven in the time who wins") })
        #expect(!text.contains { $0.contains("granted") })
    }

    @Test("one side alone gave numbers: then no grant changes the winner, and it says why")
    func lone() throws {
        let alone = [
            "believe divergence feature b ordinary 0.007813", "believe divergence situation t ordinary 0.0625",
        ]
        let both = ["believe divergence pattern q 0.3", "believe training pattern q 0.25"]
        let record = try quarrel(alone + both)
        let found = findings(record)
        #expect(found.own.divergence.winner == .divergence && found.own.training.winner == .training)
        #expect(Side.allCases.allSatisfy { found.reversals[$0].sets.isEmpty && found.reversals[$0].isComplete })
        let text = CruxText(Cruxes(of: record), found).changes
        let reason = "That is because of the numbers that only one of them gave."
        #expect(
            text == [
                "Whatever Ana granted Ben of these, Divergence would still win. \(reason)",
                "Whatever Ben granted Ana of these, Training would still win. \(reason)",
            ])
    }
}

@Suite("The report of cruxes")
struct CruxTextTests {
    private let folder = Fixtures.root + "/ReviewTests/Cruxes"

    private func text(_ record: MatchRecord) -> CruxText {
        let cruxes = Cruxes(of: record)
        return CruxText(cruxes, CruxSearch(cruxes, limits: SearchLimits(memory: 1 << 18)).findings())
    }

    @Test("is kept as text, as Markdown and as JSON")
    func formats() throws {
        let text = text(try quarrel())
        try Golden(folder + "/quarrel.txt").expect(text.text)
        try Golden(folder + "/quarrel.md").expect(text.markdown)
        try Golden(folder + "/quarrel.json").expect(text.json + "\n")
    }

    @Test("has lines of at most 80 columns, and says what would make cruxes where there are none")
    func none() throws {
        let text = CruxText(Cruxes(of: try quarrel([])))
        try Golden(folder + "/none.txt").expect(text.text)
        try Golden(folder + "/none.md").expect(text.markdown)
        for line in (text.text + self.text(try quarrel()).text).split(separator: "\n") { #expect(line.count <= 80) }
    }
}
