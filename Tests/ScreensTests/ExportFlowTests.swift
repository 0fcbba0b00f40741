import Play
import Review
import Screens
import TestSupport
import Testing

@Suite("Handing a match on")
struct ExportFlowTests {
    private func reviewing() throws -> Theatre {
        var theatre = try Theatre(size: Size(columns: 80, rows: 24))
        let record = try Theatre.playedMatch(seed: 3)
        theatre.opens = record
        theatre.saved = [Theatre.saved(record, at: "/saves/match.jsonl")]
        theatre.choose("Saved matches")
        theatre.press(.enter)
        return theatre
    }

    @Test("writes the form that is chosen beside the match, from the review and from the verdict")
    func written() throws {
        var theatre = try reviewing()
        for _ in 0..<2 {
            theatre.press(.character("x"))
            #expect(theatre.text.contains("Hand it on"))
            for format in ExportFormat.allCases { #expect(theatre.text.contains(format.summary)) }
            theatre.press(.down, .down, .enter)
            theatre.deliver()
            #expect(theatre.text.contains("Written to match.html."))
            theatre.press(.escape)
            #expect(!theatre.text.contains("Hand it on"))
            theatre.press(.end, .enter)
        }
    }

    @Test("is given up when it is left, and hurried with the best that is known")
    func left() throws {
        var theatre = try reviewing()
        theatre.isHolding = true
        theatre.press(.character("x"), .enter)
        #expect(theatre.text.contains("Making the text"))
        theatre.press(.character("!"), .escape)
        #expect(theatre.cancelled.contains { $0.kind == .export })
        theatre.deliver()
        #expect(!theatre.text.contains("Written to"))
    }
}
