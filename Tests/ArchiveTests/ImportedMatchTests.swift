import Archive
import Game
import Play
import TestSupport
import Testing
import Text

@Suite("A match that was exported as JSON")
struct ImportedMatchTests {
    @Test("is brought back as the same match", arguments: Thoroughness.seeds(ofFull: 300), Mode.allCases)
    func roundTrip(seed: UInt64, mode: Mode) throws {
        let record = try RandomRecord.played(seed: seed, mode: mode)
        let text = MatchDocument(record, besides: [("more", .list(["{\"acts\":[1]}", "\\\""]))]).text
        let read = try ImportedMatch(Array(text.utf8), named: "match.json").record
        #expect(read.facts == record.facts, "seed \(seed)")
        #expect(MatchDocument(read).text == MatchDocument(record).text, "seed \(seed)")
    }

    @Test("may have been laid out in another way")
    func otherLayout() throws {
        let record = try RandomRecord.played(seed: 3, mode: .hard)
        let text = MatchDocument(record).text
        let wide = text.replacing(",\n", with: "\r\n  ,\t").replacing("[\n", with: "[ ")
        #expect(try ImportedMatch(Array(("\u{FEFF}" + wide).utf8), named: "match.json").record.facts == record.facts)
    }

    @Test("is refused with its line and reason where anything in it is not so")
    func refused() throws {
        let record = try RandomRecord.played(seed: 5, mode: .hard)
        let text = MatchDocument(record).text
        func complaint(_ text: String) -> String {
            do throws(ArchiveError) {
                _ = try ImportedMatch(Array(text.utf8), named: "m.json")
                return "none"
            } catch {
                return error.description
            }
        }
        #expect(complaint(text) == "none")
        #expect(complaint("").hasPrefix("m.json: not an exported match"))
        #expect(complaint("[1, 2]").hasPrefix("m.json: not an exported match"))
        #expect(complaint(text + "x").hasPrefix("m.json: not an exported match"))
        #expect(complaint(text.replacing("credulity-export", with: "other")).hasPrefix("m.json: not an exported match"))
        let newer = text.replacing("\"version\":1,\n\"match\"", with: "\"version\":9,\n\"match\"")
        #expect(complaint(newer).contains("format version 9"))
        #expect(complaint(text.replacing("\"acts\"", with: "\"facts\"")).contains("“acts” is missing"))
        #expect(complaint(text.replacing("\"acts\":[", with: "\"acts\":3,\"x\":[")).contains("m.json:6: “acts” has"))
        #expect(
            complaint(text.replacing("\"match\":{", with: "\"match\":{\"format\":1},\"x\":{")).contains("m.json:4:"))
        #expect(
            complaint(text.replacing("\"title\":\"", with: "\"title\":\"Not ")).contains("m.json:5: the ruleset is not")
        )
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.hasPrefix("{\"act\"") })
        var acts = lines.map(String.init)
        acts[first + 1] = "{\"act\":\"propose nothing-like-it\",\"time\":\"\"},"
        #expect(complaint(acts.joined(separator: "\n")).hasPrefix("m.json:\(first + 2): “propose nothing-like-it”"))
    }

    @Test("is opened or refused, whatever bytes of it are changed", arguments: Thoroughness.seeds(ofFull: 300))
    func mutated(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let text = MatchDocument(try RandomRecord.played(seed: seed % 7, mode: .easy)).text
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = Array("{}[]\",:\\".utf8).randomElement(using: &random) ?? 0
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
            default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            }
        }
        do throws(ArchiveError) {
            let read = try ImportedMatch(bytes, named: "match.json")
            #expect(!read.record.header.id.isEmpty)
        } catch {
            #expect(error.description.hasPrefix("match.json:") && error.description.isPlainText, "seed \(seed)")
        }
    }
}
