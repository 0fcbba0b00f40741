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

    /// A line of the released match with one text put for another; lines count from 1.
    init(_ name: String, line: Int, _ text: String, _ other: String) {
        var lines = Damage.lines
        precondition(lines[line - 1].contains(text), "line \(line) has no \(text)")
        lines[line - 1].replace(text, with: other)
        self.init(name, lines)
    }

    /// A line of the released match replaced.
    init(_ name: String, line: Int, is other: String) {
        var lines = Damage.lines
        lines[line - 1] = other
        self.init(name, lines)
    }

    /// Line 3 is Divergence's prediction, 5 the first move, 6 its words, 10 an undo, 13 `shallower q`, 17 an objection, 19 the verdict.
    static let lines = (try? releasedLines()) ?? []

    static let all = headers + rulesets + shapes + events + texts
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
        Damage("an event in the ruleset's place", [Damage.lines[0]] + Damage.lines.dropFirst(2)),
    ]

    static let shapes = [
        Damage("an event that is no JSON", line: 5, is: "propose p"),
        Damage("an event with a bracket missing", line: 5, is: String(Damage.lines[4].dropLast())),
        Damage("two events on a line", line: 5, is: Damage.lines[4] + Damage.lines[5]),
        Damage("an empty line", line: 5, is: ""),
        Damage("an event that is a list", line: 5, is: "[]"),
        Damage("an event that is a number", line: 5, is: "5"),
        Damage("an event that is null", line: 5, is: "null"),
        Damage("lists nested without end", line: 5, is: String(repeating: "[", count: 100_000)),
        Damage("an unknown event", line: 5, "\"event\":\"move\"", "\"event\":\"dance\""),
        Damage("no kind of event", line: 5, "\"event\"", "\"kind\""),
        Damage("no time", line: 5, "\"time\"", "\"thyme\""),
        Damage("no move", line: 5, "\"move\":", "\"mauve\":"),
        Damage("no ply", line: 5, "\"ply\"", "\"pry\""),
        Damage("a ply that is a word", line: 5, "\"ply\":1", "\"ply\":\"one\""),
        Damage("half a ply", line: 5, "\"ply\":1", "\"ply\":0.5"),
        Damage("no words", line: 6, "\"text\"", "\"test\""),
        Damage("an objection to nothing", line: 17, "\"ply\"", "\"pry\""),
        Damage("an unknown side", line: 3, "divergence", "convergence"),
        Damage("no side", line: 3, "\"side\"", "\"slide\""),
        Damage("no answer", line: 8, "\"agreed\"", "\"greed\""),
        Damage("an answer that is a word", line: 8, "false", "\"no\""),
        Damage("no count of plies", line: 10, "\"plies\"", "\"flies\""),
        Damage("an unknown winner", line: 19, "\"training\"", "\"nobody\""),
        Damage("a reason without a name", line: 19, "\"reason\":", "\"season\":"),
    ]

    static let events = [
        Damage("a ply too far", line: 5, "\"ply\":1", "\"ply\":2"),
        Damage("a move missing", Damage.lines.filter { !$0.contains("shallower q") }),
        Damage("an illegal move", line: 13, "shallower q", "shallower p"),
        Damage("a move of the other side", line: 9, "counter s ordinary", "sophisticate b"),
        Damage("deliberate data in hard mode", line: 9, "ordinary", "deliberate"),
        Damage("an unknown card", line: 13, "shallower q", "shallower queen"),
        Damage("an unknown kind of move", line: 13, "shallower q", "castle q"),
        Damage("a move of too many words", line: 13, "shallower q", "shallower q p"),
        Damage("words for a ply to come", line: 6, "\"ply\":1", "\"ply\":2"),
        Damage("an objection to a ply to come", line: 17, "\"ply\":5", "\"ply\":6"),
        Damage("a prediction of certainty", line: 3, "0.7", "1"),
        Damage("a prediction of nothing", line: 3, "0.7", "0"),
        Damage("a prediction of next to nothing", line: 3, "0.7", "1e-9"),
        Damage("a second prediction", line: 4, "\"training\"", "\"divergence\""),
        Damage("a prediction after the first move", Damage.lines[..<6] + [Damage.lines[2]]),
        Damage("an answer to what was not asked", Damage.lines.filter { !$0.contains("asked") }),
        Damage("an answer of the asker", line: 8, "divergence", "training"),
        Damage("more taken back than was played", line: 10, "\"plies\":1", "\"plies\":3"),
        Damage("nothing taken back", line: 10, "\"plies\":1", "\"plies\":0"),
        Damage(
            "the least number taken back", line: 10, "\"plies\":1", "\"plies\":-9223372036854775808"),
        Damage("a verdict too early", Damage.lines[..<5] + [Damage.lines[18]]),
        Damage("another winner", line: 19, "\"winner\":\"training\"", "\"winner\":\"divergence\""),
        Damage("another grade", line: 19, "\"hard\"", "\"easy\""),
        Damage("another reason", line: 19, "no divergence left", "conceded"),
        Damage("a horn that is not there", line: 19, "null", "\"propose q\""),
        Damage("a move after the end", Damage.lines[..<18] + [Damage.lines[17]]),
        Damage(
            "closing words too early",
            Damage.lines[..<5] + [#"{"event":"closing","side":"training","text":"well played","time":""}"#]),
        Damage("an undo after the verdict", Damage.lines + [Damage.lines[9]]),
        Damage("a second verdict", Damage.lines + [Damage.lines[18]]),
    ]

    static let texts = [
        Damage("an escape in words", line: 12, "clerk", "\\u001b[2Jclerk"),
        Damage("an escape in an objection", line: 17, "doors", "\\u001b[2J"),
        Damage("a bell in words", line: 12, "clerk", "\\u0007"),
        Damage("a change of direction in words", line: 12, "clerk", "\u{202E}clerk"),
        Damage("half a surrogate in words", line: 12, "clerk", "\\ud83d"),
        Damage("a raw control character", line: 12, "clerk", "\u{1}"),
        Damage("invalid UTF-8 in words", spoiled(line: 12)),
        Damage("invalid UTF-8 in a name", spoiled(line: 1)),
        Damage("invalid UTF-8 in the ruleset", spoiled(line: 2)),
        Damage("invalid UTF-8 in a field of no use", line(5, Array("{\"x\":\"".utf8) + [0xFF] + Array("\",".utf8))),
        Damage("UTF-16", Damage.lines.joined(separator: "\n").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
    ]

    /// The released match with a byte that no text has in the first text that a line quotes after a colon.
    private static func spoiled(line number: Int) -> [UInt8] {
        let needle = number == 12 ? "clerk" : number == 1 ? "Ana" : "worked"
        let parts = Damage.lines[number - 1].split(separator: needle, maxSplits: 1, omittingEmptySubsequences: false)
        return replaced(number, Array(parts[0].utf8) + [0xC3, 0x28] + Array(parts[1].utf8))
    }

    /// The released match with other bytes for the `{` of a line.
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
