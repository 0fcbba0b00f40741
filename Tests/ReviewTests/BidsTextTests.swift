import Game
import Play
import Review
import TestSupport
import Testing

@Suite("What is said of bids, beliefs and legs")
struct BidsTextTests {
    private static let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))

    private func text(_ divergence: Int, _ training: Int) -> BidsText {
        BidsText(
            BySide(divergence: Bits(millibits: divergence), training: Bits(millibits: training)), Self.players)
    }

    private func price(_ lower: Int, _ upper: Int?, isInfinite: Bool = false) -> Evaluation.Price {
        Evaluation.Price(
            lower: Bits(millibits: lower), upper: upper.map { Bits(millibits: $0) }, isInfinite: isInfinite)
    }

    @Test("names the nearer bid, and says by how much, also where both are as near")
    func nearer() {
        let bids = text(9000, 5000)
        #expect(bids.nearer(to: price(6000, 6000)).hasSuffix("Ben bid nearer: 1 bit off, against 3 bits off."))
        #expect(bids.nearer(to: price(9000, 9000)).hasSuffix("Ana bid nearer: exactly, against 4 bits off."))
        #expect(bids.nearer(to: price(7000, 7000)).hasSuffix("Both bids are as near to it."))
        #expect(bids.nearer(to: price(7001, 7001)).contains("Ana bid nearer"))
        #expect(text(5000, 5000).nearer(to: price(7000, 7000)).hasSuffix("Both bid the same."))
        #expect(bids.nearer(to: price(20000, nil, isInfinite: true)).contains("The higher bid is nearer, Ana's."))
    }

    @Test("says who is nearer between bounds only where all of them agree")
    func bounds() {
        let bids = text(9000, 5000)
        #expect(
            bids.nearer(to: price(3000, 6999)).contains("3 to 6.999 bits, as far as it was worked out. Ben bid nearer.")
        )
        #expect(
            bids.nearer(to: price(7001, nil)).contains(
                "at least 7.001 bits, as far as it was worked out. Ana bid nearer."))
        #expect(bids.nearer(to: price(6000, 8000)).hasSuffix("who bid nearer is open."))
        #expect(bids.nearer(to: price(6000, nil)).hasSuffix("who bid nearer is open."))
    }

    private func played(_ leg: Leg?, _ acts: String...) throws -> MatchRecord {
        var setup = Setup(ruleset: .workedExample(), profile: nil, mode: .hard, players: Self.players)
        setup.leg = leg
        var session = Session(try setup.record(date: "", id: "0123456789abcdef", hash: "", seed: 7))
        for act in acts { try session.apply([Entry(session.match.ruleset.act(act))]) }
        return session.record
    }

    @Test("tells how each moved, and draws it beside the documents' marks, in at most 76 columns")
    func beliefs() throws {
        let record = try played(
            nil, "believe divergence goes-wrong 0.7", "believe training goes-wrong 0.000001",
            "concede", "close", "believe divergence goes-wrong 0.999999")
        let narration = Narration(record)
        #expect(
            narration.beliefs == [
                "Ana, that it goes wrong: 70% before, 100% after.", "Ben, that it goes wrong: 0% before.",
            ])
        let picture = narration.beliefPicture
        #expect(picture.allSatisfy { $0.count <= 76 })
        #expect(Array(picture[1])[13 + 35] == "○" && picture[1].hasSuffix("●") && Array(picture[2])[13] == "○")
        #expect(Array(picture[3].enumerated().filter { $0.element == "▴" }.map { $0.offset - 13 }) == [35, 40, 43, 45])
        #expect(narration.text.contains(picture[1]))
        #expect(Narration(try played(nil, "concede", "close")).beliefPicture.isEmpty)
    }

    @Test("tells what two legs come to together")
    func legs() throws {
        let first = try played(.first, "propose p", "counter t ordinary", "close")
        #expect(Narration(first).legs == ["The first of two legs: Ben won with 3.00 bits of the limit to spare."])
        let setup = try #require(first.secondLeg)
        var session = Session(try setup.record(date: "", id: "1", hash: "", seed: 7))
        for act in ["propose p", "concede", "close"] { try session.apply([Entry(session.match.ruleset.act(act))]) }
        #expect(
            Narration(session.record).legs == [
                "First leg: Ben won with 3.00 bits of the limit to spare; second: Ben won with 2.00 bits of the limit to "
                    + "spare. Together Ben wins by 5.00 bits."
            ])
        #expect(Narration(try played(nil, "concede", "close")).legs.isEmpty)
    }
}
