import Game
import Play
import Screens
import TestSupport
import Testing

extension Theatre {
    /// The verdict of a saved match in which the players say what they believe of the numbers of its first two moves.
    mutating func showCruxes() {
        guard let record = try? Theatre.quarrel() else { return }
        opens = record
        saved = [Theatre.saved(record, at: "/saves/match.jsonl")]
        choose("Saved matches")
        // The list comes late; what is worked out stays held.
        if isHolding { deliver() }
        press(.enter, .end, .enter)
    }

    private static func quarrel() throws -> MatchRecord {
        var record = try playedMatch(seed: 3)
        guard case .propose(let pattern)? = record.match.moves.first, record.match.moves.count > 1,
            case .counter(let situation, let provenance) = record.match.moves[1]
        else { return record }
        let numbers = [QuotedNumber(.pattern(pattern)), QuotedNumber(.situation(situation), at: provenance)]
        for (number, percents) in zip(numbers, [(90, 2), (3, 95)]) {
            for (side, percent) in [(Side.divergence, percents.0), (.training, percents.1)] {
                let credence = Credence(millionths: percent * 10_000) ?? .certain
                try record.apply(Entry(.believe(side, .number(number), credence)))
            }
        }
        return record
    }
}

@Suite("Cruxes on the verdict screen")
struct CruxFlowTests {
    private let size = Size(columns: 100, rows: 60)

    @Test("are listed at once; who wins by whose numbers follows when it is worked out")
    func late() throws {
        var theatre = try Theatre(size: size)
        theatre.isHolding = true
        theatre.showCruxes()
        #expect(theatre.text.contains("bits apart, with"))
        #expect(theatre.text.contains("Working out who wins by whose numbers"))
        #expect(!theatre.text.contains("By Ana's numbers"))
        theatre.isHolding = false
        theatre.deliver()
        #expect(theatre.text.contains("By Ana's numbers") && theatre.text.contains("By Ben's numbers"))
        #expect(!theatre.text.contains("Working out"))
    }

    @Test("are worked out no more once the match is left")
    func left() throws {
        var theatre = try Theatre(size: size)
        theatre.isHolding = true
        theatre.showCruxes()
        theatre.press(.escape, .escape)
        #expect(theatre.cancelled.contains { $0.kind == .cruxes })
        theatre.deliver()
        #expect(theatre.text.contains("Saved matches"))
    }

    @Test("come to a verdict on which the help lies")
    func underHelp() throws {
        var theatre = try Theatre(size: size)
        theatre.isHolding = true
        theatre.showCruxes()
        theatre.press(.character("?"))
        theatre.deliver()
        theatre.press(.escape)
        #expect(theatre.text.contains("By Ana's numbers") && !theatre.text.contains("Working out"))
    }

    @Test("are none where nobody gave a number, and nothing is worked out")
    func none() throws {
        var theatre = try Theatre(size: size)
        theatre.isHolding = true
        theatre.reachMatch()
        theatre.press(.enter, .character("C"), .character("y"), .enter)
        #expect(theatre.text.contains("No cruxes: nothing in this match says"))
        #expect(!theatre.text.contains("Working out") && theatre.late.isEmpty)
    }
}
