import Game
import Rulebook
import TestSupport
import Testing

@Suite("A file with problems")
struct BadFileTests {
    static let folder = Fixtures.root + "/RulebookTests/Bad"
    static let names = Fixtures.names(in: folder, endingIn: ".yaml")

    @Test("is told all of them, each with its place", arguments: names)
    func golden(name: String) throws {
        let bytes = try Fixtures.bytes("\(BadFileTests.folder)/\(name).yaml")
        let told: String
        do {
            let rulebook = try Rulebook(bytes, named: "\(name).yaml")
            told = rulebook.warnings.map(\.description).joined(separator: "\n")
            #expect(name.hasPrefix("warning-"), "loads")
        } catch {
            told = error.description
            #expect(!name.hasPrefix("warning-"), "does not load")
        }
        try Golden("\(BadFileTests.folder)/\(name).txt").expect(told + "\n")
    }
}

@Suite("A cap")
struct CapTests {
    /// The worked example with a list before its deployments, and one more situation for each number.
    private func example(_ count: Int, _ key: String, _ entry: (Int) -> String) throws -> String {
        let text = String(decoding: try Fixtures.bytes(Fixtures.ruleset("worked-example")), as: UTF8.self)
        return text + "\(key):\n" + (0..<count).map { "  - \(entry($0))\n" }.joined()
    }

    @Test("holds profiles to 100 and rows to 1000")
    func lists() throws {
        let profiles = { (index: Int) in "{id: p\(index), title: One of many}" }
        let rows = { (index: Int) in "{id: r\(index), text: One of many}" }
        #expect(
            try Rulebook(try example(100, "profiles", profiles), named: "test").ruleset.profiles.count == 100)
        #expect(throws: RulebookError.self) {
            try Rulebook(try example(101, "profiles", profiles), named: "test")
        }
        #expect(try Rulebook(try example(1000, "rows", rows), named: "test").ruleset.rows.count == 1000)
        #expect(throws: RulebookError.self) { try Rulebook(try example(1001, "rows", rows), named: "test") }
    }

    @Test("refuses what could not be read back from a saved match")
    func readBack() throws {
        // Escaped, the asterisks are hidden from the count of aliases; in the document they are not.
        let text = String(repeating: ", \\x2Aword", count: 20)
        let rows = try example(1, "rows") { _ in "{id: r, text: \"a\(text)\"}" }
        #expect(throws: RulebookError.self) { try Rulebook(rows, named: "test") }
    }
}
