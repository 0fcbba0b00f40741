import Archive
import Game
import Play
import TestSupport
import Testing

/// What an editor, or a tool that copies files, makes of a text.
enum ChangedEnd: String, CaseIterable {
    case noLineFeed, blankLines, carriageReturns, twoCarriageReturns, byteOrderMark, nuls, spaces, endOfText
    case spacesOnEveryLine, allAtOnce

    func changed(_ text: String) -> String {
        switch self {
        case .noLineFeed: String(text.dropLast())
        case .blankLines: text + "\n\n  \n\t\n"
        case .carriageReturns: text.replacing("\n", with: "\r\n")
        case .twoCarriageReturns: text.replacing("\n", with: "\r\r\n")
        case .byteOrderMark: "\u{FEFF}" + text
        case .nuls: text + String(repeating: "\0", count: 4096)
        case .spaces: text.dropLast() + "   "
        case .endOfText: text + "\u{1A}"
        case .spacesOnEveryLine: text.replacing("\n", with: " \t\n")
        case .allAtOnce: "\u{FEFF}" + text.dropLast().replacing("\n", with: "\r\n") + " \r\n\r\n \0\0"
        }
    }
}

@Suite("A file whose end an editor has changed")
struct ChangedEndTests {
    let scratch: Scratch
    let lines: [String]

    init() throws {
        scratch = try Scratch()
        lines = try sampleLines()
    }

    private func text(_ count: Int) -> String { lines[..<count].map { $0 + "\n" }.joined() }

    private func write(_ text: String, as name: String) throws -> String {
        try scratch.write(Array(text.utf8), as: name)
    }

    @Test("is the match that it was, and as finished", arguments: ChangedEnd.allCases)
    func finished(end: ChangedEnd) throws {
        let changed = end.changed(text(lines.count))
        let path = try write(changed, as: "changed.jsonl")
        let file = try MatchFile(reading: path)
        let whole = try MatchFile(reading: write(text(lines.count), as: "whole.jsonl"))
        #expect(file.torn.isEmpty && file.record.facts == whole.record.facts && file.record.isClosed)
        #expect(try Fixtures.bytes(path) == Array(changed.utf8))
        let listed = Library(folder: scratch.folder).matches()
        #expect(listed.problems.isEmpty && listed.matches.allSatisfy { $0.verdict != nil })
        #expect(listed.matches.map { $0.copy?.relation } == [.first, .same])
    }

    @Test("is played on behind its last line", arguments: ChangedEnd.allCases, [2, 6, 13])
    func playedOn(end: ChangedEnd, count: Int) throws {
        let path = try write(end.changed(text(count)), as: "match.jsonl")
        let (journal, file) = try Journal.open(path)
        #expect(file.torn.isEmpty && scratch.names == ["match.jsonl"])
        var record = file.record
        let move = Entry(.move(try #require(record.position.legalMoves.first)), words: "played on", at: "now")
        try journal.append([move], after: record)
        try record.apply(move)
        let read = try MatchFile(reading: path)
        #expect(read.torn.isEmpty && read.record.facts == record.facts)
        #expect(try Fixtures.bytes(path).last == UInt8(ascii: "\n"))
    }

    @Test("keeps nothing but what a match is", arguments: ["\r\n\r\n", "\0\0\0", " "])
    func tidied(filler: String) throws {
        let path = try write(text(6) + filler, as: "match.jsonl")
        _ = try Journal.open(path)
        #expect(try Fixtures.bytes(path) == Array(text(6).utf8))
    }

    @Test(
        "is damaged where its last line is whole and makes no sense, with or without a line feed",
        arguments: ["", "\n"])
    func nonsense(end: String) throws {
        let path = try write(text(6) + #"{"act":"propose p","time":""}"# + end, as: "match.jsonl")
        let error = #expect(throws: ArchiveError.self) { try Journal.open(path) }
        #expect(error?.description.hasPrefix("\(path):7: ") == true)
    }

    @Test("is no match where there is nothing else", arguments: ["\u{FEFF}", "\n\n", "\0\0", "\u{FEFF}\r\n \0"])
    func nothing(text: String) throws {
        let path = try write(text, as: "match.jsonl")
        #expect(throws: ArchiveError.notAMatch(path: path, reason: .empty)) { try MatchFile(reading: path) }
    }
}
