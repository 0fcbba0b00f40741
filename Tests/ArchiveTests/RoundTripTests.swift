import Archive
import Game
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
        let start = try MatchRecord(header: record.header, ruleset: record.ruleset)
        let grown = try Journal.create(in: scratch["folder/below"], start)
        for event in record.events { try grown.append([event]) }
        let bytes = try Fixtures.bytes(whole.path)
        #expect(try Fixtures.bytes(grown.path) == bytes, "seed \(seed)")
        let read = try MatchFile(reading: whole.path)
        #expect(read.record.facts == record.facts, "seed \(seed)")
        #expect(read.record.match.positions.count == record.match.positions.count, "seed \(seed)")
        #expect(read.torn.isEmpty, "seed \(seed)")
        #expect(try Fixtures.bytes(whole.path) == bytes, "seed \(seed)")
    }

    @Test("among many random ones, has every kind of event both ways")
    func coverage() throws {
        var seen: Set<String> = []
        for seed in Self.seeds {
            let record = try RandomRecord.played(seed: seed, mode: .easy)
            if record.header.profile != nil { seen.insert("profile") }
            for event in record.events.map(\.event) {
                switch event {
                case .prediction(let side, _): seen.insert("\(side) predicts")
                case .move: seen.insert("move")
                case .words(_, let text): seen.insert(text.contains("\n") ? "line feed" : "words")
                case .objection: seen.insert("objection")
                case .closing: seen.insert("closing")
                case .undo: seen.insert("undo")
                case .adjudicationAsked(let side): seen.insert("\(side) asks")
                case .adjudicationAnswered(_, let agreed): seen.insert("agreed \(agreed)")
                case .verdict(let verdict): seen.insert("won by \(verdict.winner?.rawValue ?? "nobody")")
                }
            }
        }
        let wanted: Set<String> = [
            "profile", "divergence predicts", "training predicts", "move", "words", "line feed", "objection", "closing",
            "undo",
            "divergence asks", "training asks", "agreed true", "agreed false", "won by divergence",
            "won by training",
        ]
        #expect(wanted.subtracting(seen).isEmpty)
    }
}

@Suite("An event that does not fit")
struct MisfitTests {
    static let seeds = Thoroughness.seeds(ofFull: 300)

    @Test("is refused wherever it comes and changes nothing", arguments: seeds, Mode.allCases)
    func refused(seed: UInt64, mode: Mode) throws {
        let played = try RandomRecord.played(seed: seed, mode: mode)
        var record = try MatchRecord(header: played.header, ruleset: played.ruleset)
        try expectRefusals(of: &record, seed)
        for event in played.events {
            try record.apply(event)
            try expectRefusals(of: &record, seed)
        }
        #expect(record.facts == played.facts, "seed \(seed)")
    }

    private func expectRefusals(of record: inout MatchRecord, _ seed: UInt64) throws {
        let before = record.facts
        for event in misfits(record) {
            #expect(throws: JournalProblem.self, "seed \(seed), \(record.events.count) events, \(event)") {
                try record.apply(TimedEvent(event, at: "now"))
            }
            #expect(record.facts == before, "seed \(seed), \(event)")
        }
    }

    /// Events that no match in that state can take.
    private func misfits(_ record: MatchRecord) -> [MatchEvent] {
        let ruleset = record.match.ruleset
        let count = record.match.moves.count
        let isOver = record.verdict != nil
        let legal = Set(isOver ? [] : record.position.legalMoves.map(ruleset.notation))
        let every =
            ruleset.patternIDs.flatMap { [Move.propose($0), .shallower($0), .misattribute($0)] }
            + ruleset.featureIDs.map(Move.sophisticate)
            + ruleset.situationIDs.flatMap { [.counter($0, .ordinary), .counter($0, .deliberate)] } + [.concede]
        var events: [MatchEvent] = every.map(ruleset.notation).filter { !legal.contains($0) }
            .map { .move(ply: count + 1, $0) }
        for notation in ["", "castle", "propose", "propose nothing-such", "concede now", "counter s0 forged"] {
            events.append(.move(ply: count + 1, notation))
        }
        for ply in [Int.min, -1, 0, count, count + 2, Int.max] { events.append(.move(ply: ply, "concede")) }
        for ply in [Int.min, -1, 0, count + 1, Int.max] {
            events += [.words(ply: ply, "words"), .objection(ply: ply, "but")]
        }
        for text in ["\u{1B}[2J", "a\u{7}", "a\r", "a\tb", "\u{202E}a", "a\u{2028}", "\u{0}"] {
            events += [.words(ply: max(1, count), text), .objection(ply: max(1, count), text)]
        }
        if !isOver { events.append(.closing(.training, "well played")) }
        events.append(.closing(.training, "\u{1B}[2J"))
        for plies in [Int.min, -1, 0, count + 1, Int.max] { events.append(.undo(plies: plies)) }
        for side in Side.allCases {
            events.append(.prediction(side, .certain))
            if count > 0 || record.predictions[side] != nil {
                events.append(.prediction(side, Credence(millionths: 500_000) ?? .certain))
            }
            if isOver || record.position.sideToMove == .divergence || record.adjudicationAskedBy != nil {
                events.append(.adjudicationAsked(side))
            }
            if record.adjudicationAskedBy != side.opponent {
                events += [true, false].map { .adjudicationAnswered(side, agreed: $0) }
            }
        }
        events += wrongVerdicts(record)
        if record.isClosed { events.append(.undo(plies: 1)) }
        return events
    }

    private func wrongVerdicts(_ record: MatchRecord) -> [MatchEvent] {
        let ruleset = record.match.ruleset
        guard let verdict = record.verdict else {
            return [.verdict(VerdictLine(record.position.adjudication, in: ruleset))]
        }
        let right = VerdictLine(verdict, in: ruleset)
        var winner = right, grade = right, reason = right, horn = right, fewer = right
        winner.winner = right.winner?.opponent ?? .training
        grade.grade = right.grade == .easy ? .hard : .easy
        reason.reasons[0].reason += "!"
        horn.reasons[0].forced = (right.reasons[0].forced ?? "") + " "
        fewer.reasons = []
        return [winner, grade, reason, horn, fewer].map(MatchEvent.verdict) + (record.isClosed ? [.verdict(right)] : [])
    }
}
