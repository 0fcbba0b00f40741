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
