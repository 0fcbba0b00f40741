import Archive
import Game
import Play
import TestSupport
import Testing
import Text

@Suite("An act that does not fit")
struct MisfitTests {
    static let seeds = Thoroughness.seeds(ofFull: 300)

    @Test("is refused wherever it comes and changes nothing", arguments: seeds, Mode.allCases)
    func refused(seed: UInt64, mode: Mode) throws {
        let played = try RandomRecord.played(seed: seed, mode: mode)
        var record = try MatchRecord(header: played.header, ruleset: played.ruleset)
        try expectRefusals(of: &record, seed)
        for entry in played.log {
            try record.apply(entry)
            try expectRefusals(of: &record, seed)
        }
        #expect(record.facts == played.facts, "seed \(seed)")
    }

    private func expectRefusals(of record: inout MatchRecord, _ seed: UInt64) throws {
        let before = record.facts
        for entry in record.misfits {
            #expect(throws: RecordError.self, "seed \(seed), after \(record.log.count) entries, \(entry)") {
                try record.apply(entry)
            }
            #expect(record.facts == before, "seed \(seed), \(entry)")
        }
    }

    @Test(
        "is refused on a line, and so is the end with another verdict", arguments: Thoroughness.seeds(ofFull: 100),
        Mode.allCases)
    func lines(seed: UInt64, mode: Mode) throws {
        let record = try RandomRecord.played(seed: seed, mode: mode)
        let scratch = try Scratch()
        let bytes = try Fixtures.bytes(Journal.create(at: scratch["whole.jsonl"], record).path)
        for line in Self.wrongLines + record.wrongEnds {
            let path = try scratch.write(bytes + Array((line + "\n").utf8), as: "wrong.jsonl")
            let error = #expect(throws: ArchiveError.self, "seed \(seed), \(line)") { try MatchFile(reading: path) }
            guard case .damaged(path, 3 + record.log.count, _)? = error else {
                Issue.record("seed \(seed), \(line): \(String(describing: error))")
                continue
            }
        }
    }

    private static let wrongLines = [
        "", "castle", "propose", "propose nothing-such", "concede now", "counter s0 forged", "take-back", "take-back 0",
        "take-back -9223372036854775808", "take-back 99999999999999999999", "predict nobody 0.5", "predict training 0",
        "predict training 1e-9", "dispute card p0", "dispute pattern nothing-such", "dispute pattern p0 umpire=0.5",
        "coin concede c", "coin propose c trigger=nothing-such", "coin counter c forged channel=outcome", "agree now",
        "remark nobody", "close now",
    ].map { JSON.object([("act", .text($0)), ("time", .text("now")), ("text", .text("")), ("words", .text(""))]).line }
}

extension MatchRecord {
    /// What no match in that state can take.
    fileprivate var misfits: [Entry] {
        let count = match.plies.count
        var acts = illegalMoves + wrongDisputes + wrongCoins
        acts += [Int.min, -1, 0, count + 1, Int.max].map { .takeBack(plies: $0) }
        if count == 0 { acts.append(.object) }
        if verdict == nil || isClosed { acts.append(.close) }
        if verdict == nil { acts += Side.allCases.map { .remark($0) } }
        if isClosed { acts.append(.takeBack(plies: 1)) }
        for side in Side.allCases {
            acts.append(.predict(side, .certain))
            if count > 0 { acts.append(.predict(side, Credence(millionths: 500_000) ?? .certain)) }
        }
        if !match.mayAdjudicate { acts.append(.askToStop) }
        if !position.isAskedToStop { acts += [true, false].map { .answerStop(agrees: $0) } }
        return acts.map { Entry($0, words: "words", at: "now") } + wrongWords
    }

    private var illegalMoves: [Act] {
        let ruleset = match.ruleset
        let legal = Set(verdict == nil ? position.legalMoves : [])
        let every =
            ruleset.patternIDs.flatMap { [Move.propose($0), .shallower($0), .misattribute($0)] }
            + ruleset.featureIDs.map(Move.sophisticate)
            + ruleset.situationIDs.flatMap { [.counter($0, .ordinary), .counter($0, .deliberate)] } + [.concede]
        return every.filter { !legal.contains($0) }.map { .move($0) }
    }

    private var wrongDisputes: [Act] {
        let ruleset = match.ruleset
        let possible = Set(isClosed ? [] : position.disputableNumbers)
        let every: [Number] =
            ruleset.patternIDs.map { .pattern($0) } + ruleset.situationIDs.map { .situation($0) }
            + ruleset.featureIDs.flatMap { [.condition($0), .feature($0)] }
        return every.filter { !possible.contains($0) }.map { .dispute($0, Offers(judge: .certain)) }
    }

    private var wrongCoins: [Act] {
        let features = FeatureSet(match.ruleset.featureIDs.prefix(1))
        let isTraining = position.sideToMove == .training
        func coin(_ identifier: String, family: String? = nil, byOther: Bool = false, trigger: FeatureSet) -> Act {
            let kind: Coin.Kind =
                isTraining == byOther
                ? .pattern(.propose, trigger: trigger, family: family)
                : .situation(.ordinary, exhibits: features, .behaviour)
            return .coin(Coin(identifier, kind), Offers())
        }
        var acts = ["", "Big", "a b", "é", "1st", "s0\n", "p0"].map { coin($0, trigger: features) }
        acts += [coin("new", byOther: true, trigger: features), coin("s0", trigger: features)]
        if !isTraining {
            acts.append(coin("new", trigger: FeatureSet()))
            acts += ["", "a b", "x\n"].map { coin("new", family: $0, trigger: features) }
            acts.append(
                .coin(Coin("new", .pattern(.shallower, trigger: features, family: "family")), Offers()))
        }
        return acts.filter { act in
            // Either side has names of its own that are taken.
            guard case .coin(let coin, _) = act else { return true }
            return isTraining ? coin.identifier != "p0" : coin.identifier != "s0"
        }
    }

    /// Acts that fit, with texts that do not.
    private var wrongWords: [Entry] {
        var act = match.plies.isEmpty ? nil : Act.object
        if verdict != nil { act = .remark(.training) }
        let fitting = act ?? position.legalMoves.first.map { .move($0) } ?? .close
        let texts = ["\u{1B}[2J", "a\u{7}", "a\r", "a\tb", "\u{202E}a", "a\u{2028}", "\u{0}"]
        let kind = Coin.Kind.pattern(.propose, trigger: FeatureSet(match.ruleset.featureIDs), family: nil)
        return texts.map { Entry(fitting, words: $0, at: "now") } + (act.map { [Entry($0, at: "now")] } ?? [])
            + texts.flatMap {
                [Coin("new", kind, text: $0), Coin("new", kind, act: $0)].map { Entry(.coin($0, Offers()), at: "now") }
            }
    }

    /// Lines that close the match with what is not its verdict.
    fileprivate var wrongEnds: [String] {
        func line(_ verdict: JSON?) -> String {
            JSON.object([("act", .text("close")), ("time", .text("now")), verdict.map { ("verdict", $0) }]).line
        }
        guard let verdict else { return [line(VerdictLine(position.adjudication, in: match.ruleset).json)] }
        let right = VerdictLine(verdict, in: match.ruleset)
        var winner = right, grade = right, reason = right, horn = right, fewer = right
        winner.winner = right.winner?.opponent ?? .training
        grade.grade = right.grade == .easy ? .hard : .easy
        reason.reasons[0].reason += "!"
        horn.reasons[0].forced = (right.reasons[0].forced ?? "") + " "
        fewer.reasons = []
        return [winner, grade, reason, horn, fewer].map { line($0.json) } + [line(nil), line(.null)]
            + (isClosed ? [line(right.json)] : [])
    }
}
