import Archive
import Game
import Play
import TestSupport
import Testing

@Suite("A match that is kept")
struct SampleTests {
    static let folder = Fixtures.root + "/ArchiveTests/Samples"
    static let names = Fixtures.names(in: folder, endingIn: ".jsonl")
    static let saves = Fixtures.root + "/../Saves"

    /// Not whatever else was played in this checkout.
    static let samples = Fixtures.names(in: saves, endingIn: ".jsonl").filter { $0.hasPrefix("sample-") }

    @Test("ships to be stepped through, played to its end", arguments: samples)
    func shipped(name: String) throws {
        let file = try MatchFile(reading: "\(Self.saves)/\(name).jsonl")
        #expect(file.torn.isEmpty && file.record.isClosed)
        #expect(file.record.words.count { $0 == nil } <= 1)
        try expectWrittenTheSame("\(Self.saves)/\(name).jsonl")
    }

    @Test("ships in either mode")
    func modes() throws {
        let modes = try Self.samples.map { try MatchFile(reading: "\(Self.saves)/\($0).jsonl").record.header.mode }
        #expect(Set(modes) == Set(Mode.allCases))
    }

    @Test("is read as it always was", arguments: names)
    func golden(name: String) throws {
        let record = try MatchFile(reading: "\(Self.folder)/\(name).jsonl").record
        let header = record.header
        var lines = [
            "\(header.format) \(header.version), \(header.date), id \(header.id), seed \(header.seed)",
            "\(header.ruleset) \(header.hash), \(header.profile ?? "house"), \(header.mode)",
        ]
        lines += Side.allCases.map { side in
            let prediction = record.predictions[side].map { ", predicts \($0)" } ?? ""
            return "\(side): \(header.players[side].name), \(header.players[side].seat)\(prediction)"
        }
        // A card that is coined is known from then on.
        lines += record.log.map { "\($0.time) \(text($0, in: record.match.ruleset))" }
        for (index, ply) in record.match.plies.enumerated() {
            let strains = Side.allCases.map { ply.after.strain(of: $0).description }.joined(separator: " ")
            let words = record.words(with: index + 1).map { " “\($0)”" } ?? ""
            let objection = record.objection(to: index + 1).map { " but “\($0)”" } ?? ""
            lines.append(
                "\(index + 1). \(record.match.ruleset.notation(of: ply.move)) (\(strains))\(words)\(objection)")
        }
        lines += Side.allCases.compactMap { side in record.closing(of: side).map { "\(side) afterwards: \($0)" } }
        lines.append(record.verdict.map { text($0, in: record.match.ruleset) } ?? "unfinished")
        lines.append(record.isClosed ? "closed" : "open")
        try Golden("\(Self.folder)/\(name).txt").expect(lines.joined(separator: "\n") + "\n")
    }

    @Test("is there for every version until now, and that of this version has every kind of act")
    func all() throws {
        #expect(Set(Self.names).isSuperset(of: (1...MatchHeader.version).map { "version-\($0)" }))
        let record = try MatchFile(reading: "\(Self.folder)/version-\(MatchHeader.version).jsonl").record
        let verbs = Set(record.log.compactMap { record.match.ruleset.notation(of: $0.act).split(separator: " ").first })
        #expect(
            verbs.isSuperset(of: [
                "predict", "propose", "counter", "dispute", "coin", "object", "ask-to-stop", "agree", "decline",
                "take-back", "close", "remark",
            ]))
    }

    @Test("is written the same by this version, as long as the format is the same")
    func writtenTheSame() throws {
        try expectWrittenTheSame("\(Self.folder)/version-\(MatchHeader.version).jsonl")
    }

    private func expectWrittenTheSame(_ path: String) throws {
        let scratch = try Scratch()
        _ = try Journal.create(at: scratch["again.jsonl"], MatchFile(reading: path).record)
        #expect(try Fixtures.bytes(scratch["again.jsonl"]) == Fixtures.bytes(path))
    }

    private func text(_ entry: Entry, in ruleset: Ruleset) -> String {
        var parts = [ruleset.notation(of: entry.act)]
        if case .coin(let coin, _) = entry.act {
            parts.append("card: \(coin.text)")
            if let then = coin.act { parts.append("then: \(then)") }
        }
        if let words = entry.words { parts.append("words: \(words)") }
        return parts.joined(separator: " | ")
    }

    private func text(_ verdict: Verdict, in ruleset: Ruleset) -> String {
        let line = VerdictLine(verdict, in: ruleset)
        return "\(line.winner?.rawValue ?? "nobody") wins, grade \(line.grade?.rawValue ?? "none"): "
            + line.reasons.map { $0.reason + ($0.forced.map { " (\($0))" } ?? "") }.joined(separator: ", ")
    }
}
