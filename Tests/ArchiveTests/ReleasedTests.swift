import Archive
import Game
import TestSupport
import Testing

@Suite("A match saved by a released version")
struct ReleasedTests {
    static let folder = Fixtures.root + "/ArchiveTests/Released"
    static let names = Fixtures.names(in: folder, endingIn: ".jsonl")

    @Test("is also what ships as a sample, played to its end", arguments: ["sample-hard", "sample-easy"])
    func sample(name: String) throws {
        let file = try MatchFile(reading: "\(Fixtures.root)/../Saves/\(name).jsonl")
        #expect(file.torn.isEmpty && file.record.isClosed)
        #expect(file.record.words.count >= file.record.match.moves.count - 1)
    }

    @Test("is read as it always was", arguments: names)
    func golden(name: String) throws {
        let record = try MatchFile(reading: "\(ReleasedTests.folder)/\(name).jsonl").record
        let header = record.header
        var lines = [
            "\(header.format) \(header.version), \(header.date), id \(header.id), seed \(header.seed)",
            "\(header.ruleset) \(header.hash), \(header.profile ?? "house"), \(header.mode)",
        ]
        lines += Side.allCases.map { side in
            let prediction = record.predictions[side].map { ", predicts \($0)" } ?? ""
            return "\(side): \(header.players[side].name), \(header.players[side].seat)\(prediction)"
        }
        lines += record.events.map { "\($0.time) \(text($0.event))" }
        lines += zip(record.match.moves, record.match.positions.dropFirst()).map { move, position in
            let strains = Side.allCases.map { position.strain(of: $0).description }.joined(separator: " ")
            let words = record.words[position.ply].map { " “\($0)”" } ?? ""
            let objection = record.objections[position.ply].map { " but “\($0)”" } ?? ""
            return "\(position.ply). \(record.ruleset.notation(of: move)) (\(strains))\(words)\(objection)"
        }
        lines.append(record.verdict.map { text(.verdict(VerdictLine($0, in: record.match.ruleset))) } ?? "unfinished")
        lines.append(record.isClosed ? "closed" : "open")
        try Golden("\(ReleasedTests.folder)/\(name).txt").expect(lines.joined(separator: "\n") + "\n")
    }

    @Test("is there for every version until now")
    func all() {
        #expect(Set(ReleasedTests.names).isSuperset(of: (1...MatchHeader.version).map { "version-\($0)" }))
    }

    @Test("is written the same by this version, as long as the format is the same")
    func writtenTheSame() throws {
        let path = "\(ReleasedTests.folder)/version-\(MatchHeader.version).jsonl"
        let scratch = try Scratch()
        _ = try Journal.create(at: scratch["again.jsonl"], MatchFile(reading: path).record)
        #expect(try Fixtures.bytes(scratch["again.jsonl"]) == Fixtures.bytes(path))
    }

    private func text(_ event: MatchEvent) -> String {
        switch event {
        case .prediction(let side, let credence): "\(side) predicts \(credence)"
        case .move(let ply, let notation): "\(ply). \(notation)"
        case .words(let ply, let text): "on \(ply): \(text)"
        case .objection(let ply, let text): "against \(ply): \(text)"
        case .closing(let side, let text): "\(side) afterwards: \(text)"
        case .undo(let plies): "\(plies) taken back"
        case .adjudicationAsked(let side): "\(side) would stop"
        case .adjudicationAnswered(let side, let agreed): "\(side) \(agreed ? "agrees" : "does not agree")"
        case .verdict(let verdict):
            "\(verdict.winner?.rawValue ?? "nobody") wins, grade \(verdict.grade?.rawValue ?? "none"): "
                + verdict.reasons.map { $0.reason + ($0.forced.map { " (\($0))" } ?? "") }.joined(separator: ", ")
        }
    }
}
