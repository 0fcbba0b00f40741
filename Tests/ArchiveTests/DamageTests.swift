import Archive
import TestSupport
import Testing

/// One way in which a file can be wrong, and the file.
struct Damage: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
        testDescription = name
        self.bytes = bytes
    }

    init(_ name: String, _ lines: [String]) {
        self.init(name, Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// A line of the sample with one text put for another; lines count from 1.
    init(_ name: String, line: Int, _ text: String, _ other: String) {
        var lines = Damage.lines
        precondition(lines[line - 1].contains(text), "line \(line) has no \(text)")
        lines[line - 1].replace(text, with: other)
        self.init(name, lines)
    }

    /// A line of the sample replaced.
    init(_ name: String, line: Int, is other: String) {
        var lines = Damage.lines
        lines[line - 1] = other
        self.init(name, lines)
    }

    /// The sample up to a line, and then one entry more.
    init(_ name: String, after line: Int, _ act: String) {
        self.init(name, Damage.lines[..<line] + [#"{"act":"\#(act)","time":"","words":"","text":""}"#])
    }

    /// The sample, whose every line is one of `SampleLine`.
    static let lines = (try? sampleLines()) ?? []

    static let all = headers + rulesets + shapes + acts + rulings + coins + ends + texts
}

/// Where the entries of the sample stand.
enum SampleLine {
    static let prediction = 3
    static let otherPrediction = 4
    /// Of the pattern p, by Divergence; Training asks to stop, and is declined.
    static let firstMove = 5
    static let asking = 6
    static let declining = 7
    /// Of p, by Training: the first move goes back, and is made again, then taken back after all, and made again.
    static let upheldDispute = 8
    static let takeBack = 12
    static let secondMove = 13
    /// By Training, with words.
    static let counter = 14
    /// Of the pattern r, by Divergence, with words.
    static let coin = 15
    static let objection = 16
    /// Of the situation t, by Divergence: the move before it stands.
    static let dispute = 18
    static let sophisticate = 19
    /// Of the situation u, by Training, after which Divergence has no move.
    static let lastCoin = 20
    static let close = 21
    static let remark = 22
}

extension Damage {
    static let headers = [
        Damage("empty file", [UInt8]()),
        Damage("nothing but half a header", Array(Damage.lines[0].utf8.prefix(100))),
        Damage("only a header", [Damage.lines[0]]),
        Damage("another format", line: 1, "credulity-match", "chess"),
        Damage("no format", line: 1, "\"format\"", "\"form\""),
        Damage("not JSON at all", ["Dear diary,", "today I lost."]),
        Damage("a newer version", line: 1, "\"version\":1", "\"version\":2"),
        Damage("a newer version that says nothing else", ["{\"format\":\"credulity-match\",\"version\":9}"]),
        Damage("version 0", line: 1, "\"version\":1", "\"version\":0"),
        Damage("a version that is no number", line: 1, "\"version\":1", "\"version\":\"1\""),
        Damage("a version beyond all numbers", line: 1, "\"version\":1", "\"version\":1e99"),
        Damage("no version", line: 1, "\"version\"", "\"revision\""),
        Damage("no mode", line: 1, "\"mode\":\"hard\",", ""),
        Damage("an unknown mode", line: 1, "\"hard\"", "\"brutal\""),
        Damage("a player without a name", line: 1, "\"name\":\"Ana\",", ""),
        Damage("an empty name", line: 1, "\"name\":\"Ana\"", "\"name\":\"\""),
        Damage("an escape in a name", line: 1, "Ana", "\\u001b[31mAna"),
        Damage("a line feed in a name", line: 1, "Ana", "An\\na"),
        Damage("a negative seed", line: 1, "\"seed\":", "\"seed\":-"),
    ]

    static let rulesets = [
        Damage("another ruleset", line: 1, "worked-example", "alice"),
        Damage("a profile that is not there", line: 1, "\"mode\"", "\"profile\":\"nate\",\"mode\""),
        Damage("another hash", line: 1, "\"hash\":\"", "\"hash\":\"0"),
        Damage("a ruleset with another credence", line: 2, "\"credence\":0.25", "\"credence\":0.26"),
        Damage("a ruleset with another word", line: 2, "a clerk", "a clark"),
        Damage("a ruleset that breaks the laws", line: 2, "\"credence\":0.25", "\"credence\":1.25"),
        Damage("a ruleset cut in half", line: 2, is: String(Damage.lines[1].prefix(300))),
        Damage("an entry in the ruleset's place", [Damage.lines[0]] + Damage.lines.dropFirst(2)),
    ]

    static let shapes = [
        Damage("an entry that is no JSON", line: 5, is: "propose p"),
        Damage("an entry with a bracket missing", line: 5, is: String(Damage.lines[4].dropLast())),
        Damage("two entries on a line", line: 5, is: Damage.lines[4] + Damage.lines[5]),
        Damage("an empty line", line: 5, is: ""),
        Damage("an entry that is a list", line: 5, is: "[]"),
        Damage("an entry that is a number", line: 5, is: "5"),
        Damage("an entry that is null", line: 5, is: "null"),
        Damage("lists nested without end", line: 5, is: String(repeating: "[", count: 100_000)),
        Damage("no act", line: 5, "\"act\"", "\"fact\""),
        Damage("an act that is a number", line: 5, "\"propose p\"", "5"),
        Damage("an act that is null", line: 5, "\"propose p\"", "null"),
        Damage("no time", line: 5, "\"time\"", "\"thyme\""),
        Damage("a time that is a number", line: 5, is: #"{"act":"propose p","time":20261121}"#),
        Damage("words that are a number", line: 5, is: #"{"act":"propose p","time":"","words":5}"#),
        Damage("an objection without words", line: SampleLine.objection, "\"words\"", "\"wards\""),
        Damage("a remark without words", line: SampleLine.remark, "\"words\"", "\"wards\""),
        Damage("a coin without text", line: SampleLine.coin, "\"text\"", "\"test\""),
        Damage("a coin whose text is a flag", line: SampleLine.lastCoin, "\"an open door in the dark\"", "true"),
        Damage(
            "what a coined pattern then does in a list", line: SampleLine.coin, "\"then\":", "\"then\":[],\"also\":"),
    ]

    static let texts = [
        Damage("an escape in words", line: SampleLine.counter, "clerk", "\\u001b[2Jclerk"),
        Damage("an escape in an objection", line: SampleLine.objection, "logs", "\\u001b[2J"),
        Damage("an escape in the text of a coin", line: SampleLine.coin, "a log", "\\u001b[2J"),
        Damage("a bell in what a coined pattern then does", line: SampleLine.coin, "it writes", "\\u0007"),
        Damage("a tab in the text of a coin", line: SampleLine.lastCoin, "an open", "an\\topen"),
        Damage("a bell in words", line: SampleLine.counter, "clerk", "\\u0007"),
        Damage("a change of direction in words", line: SampleLine.counter, "clerk", "\u{202E}clerk"),
        Damage("half a surrogate in words", line: SampleLine.counter, "clerk", "\\ud83d"),
        Damage("a raw control character", line: SampleLine.counter, "clerk", "\u{1}"),
        Damage("invalid UTF-8 in words", spoiled(line: SampleLine.counter)),
        Damage("invalid UTF-8 in a name", spoiled(line: 1)),
        Damage("invalid UTF-8 in the ruleset", spoiled(line: 2)),
        Damage("invalid UTF-8 in a field of no use", line(5, Array("{\"x\":\"".utf8) + [0xFF] + Array("\",".utf8))),
        Damage("UTF-16", Damage.lines.joined(separator: "\n").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
    ]

    /// The sample with a byte that no text has in the first text that a line quotes after a colon.
    private static func spoiled(line number: Int) -> [UInt8] {
        let needle = number == SampleLine.counter ? "clerk" : number == 1 ? "Ana" : "worked"
        let parts = Damage.lines[number - 1].split(separator: needle, maxSplits: 1, omittingEmptySubsequences: false)
        return replaced(number, Array(parts[0].utf8) + [0xC3, 0x28] + Array(parts[1].utf8))
    }

    /// The sample with other bytes for the `{` of a line.
    private static func line(_ number: Int, _ start: [UInt8]) -> [UInt8] {
        replaced(number, start + Array(Damage.lines[number - 1].utf8.dropFirst()))
    }

    private static func replaced(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
        var lines = Damage.lines.map { Array($0.utf8) }
        lines[number - 1] = bytes
        return lines.flatMap { $0 + [UInt8(ascii: "\n")] }
    }
}

@Suite("A damaged file")
struct DamageTests {
    @Test("is refused for reading and for playing, and left as it is", arguments: Damage.all)
    func refused(damage: Damage) throws {
        let scratch = try Scratch()
        let path = try scratch.write(damage.bytes, as: "match.jsonl")
        let reading = #expect(throws: ArchiveError.self) { try MatchFile(reading: path) }
        let opening = #expect(throws: ArchiveError.self) { try Journal.open(path) }
        #expect(reading == opening)
        let description = try #require(reading).description
        #expect(description.hasPrefix(path))
        #expect(!description.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        _ = Library(folder: scratch.folder).matches()
        #expect(try Fixtures.bytes(path) == damage.bytes)
        #expect(scratch.names == ["match.jsonl"])
    }

    @Test("is told with its line and the reason")
    func golden() throws {
        let told = Damage.all.map { damage in
            do throws(ArchiveError) {
                let scratch = try? Scratch()
                guard let path = try? scratch?.write(damage.bytes, as: "m.jsonl") else { return "no folder" }
                _ = try MatchFile(reading: path)
                return "\(damage.testDescription)\n    is read\n"
            } catch {
                let lines = error.description.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
                return "\(damage.testDescription)\n\(lines)\n"
            }
        }
        let plain = told.map { $0.replacing(/\/\S*\/m\.jsonl/, with: "FILE") }
        try Golden(Fixtures.root + "/ArchiveTests/Damage.txt").expect(plain.joined(separator: "\n"))
    }
}
