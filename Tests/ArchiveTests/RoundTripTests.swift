import Archive
import Game
import Play
import TestSupport
import Testing

@Suite("A match that was written")
struct RoundTripTests {
    static let seeds = Thoroughness.seeds(ofFull: 1000)

    @Test("is read as the same match, whether written at once or as it went", arguments: seeds, Mode.allCases)
    func writtenIsRead(seed: UInt64, mode: Mode) throws {
        let scratch = try Scratch()
        let record = try RandomRecord.played(seed: seed, mode: mode)
        let whole = try Journal.create(at: scratch["whole.jsonl"], record)
        var growing = try MatchRecord(header: record.header, ruleset: record.ruleset)
        let grown = try Journal.create(in: scratch["folder/below"], growing)
        for entry in record.log {
            try grown.append([entry], after: growing)
            try growing.apply(entry)
        }
        let bytes = try Fixtures.bytes(whole.path)
        #expect(try Fixtures.bytes(grown.path) == bytes, "seed \(seed)")
        let read = try MatchFile(reading: whole.path)
        #expect(read.record.facts == record.facts, "seed \(seed)")
        #expect(read.record.match.positions.count == record.match.positions.count, "seed \(seed)")
        #expect(read.torn.isEmpty, "seed \(seed)")
        #expect(try Fixtures.bytes(whole.path) == bytes, "seed \(seed)")
    }

    @Test("among many random ones, has every kind of act both ways")
    func coverage() throws {
        var seen: Set<String> = []
        for seed in Self.seeds {
            let played = try RandomRecord.played(seed: seed, mode: .easy)
            if played.header.profile != nil { seen.insert("profile") }
            if played.header.judge != nil { seen.insert("a judge") }
            if played.header.bids != nil { seen.insert("bids") }
            var record = try MatchRecord(header: played.header, ruleset: played.ruleset)
            for entry in played.log {
                if let words = entry.words { seen.insert(words.contains("\n") ? "line feed" : "words") }
                let before = record.match
                try record.apply(entry)
                seen.insert(before.description(of: entry.act, leadingTo: record.match))
            }
        }
        let wanted: Set<String> = [
            "profile", "words", "line feed", "divergence predicts", "training predicts", "move", "object",
            "object after the end", "remark", "take-back", "take-back of rulings or coins", "ask-to-stop", "agree",
            "decline", "dispute: the move goes back", "dispute: the move stands", "coin by divergence",
            "coin by divergence, then", "coin by training", "coin too dear to play", "won by divergence",
            "won by training", "believes before", "believes afterwards", "believes a number", "a judge", "bids",
        ]
        #expect(wanted.subtracting(seen).isEmpty)
    }
}

extension Match {
    /// What an act was, in few words.
    fileprivate func description(of act: Act, leadingTo after: Match) -> String {
        switch act {
        case .predict(let side, _): "\(side) predicts"
        case .believe(_, .goesWrong, _): isClosed ? "believes afterwards" : "believes before"
        case .believe: "believes a number"
        case .move: "move"
        case .dispute: "dispute: the move " + (after.plies.count < plies.count ? "goes back" : "stands")
        case .coin where after.plies.count == plies.count: "coin too dear to play"
        case .coin(let coin, _): "coin by \(position.sideToMove)" + (coin.act == nil ? "" : ", then")
        case .object: isClosed ? "object after the end" : "object"
        case .askToStop: "ask-to-stop"
        case .answerStop(let agrees): agrees ? "agree" : "decline"
        case .takeBack: after.rules === rules ? "take-back" : "take-back of rulings or coins"
        case .close: "won by \(verdict?.winner?.rawValue ?? "nobody")"
        case .remark: "remark"
        }
    }
}
