import Foundation
import TerminalTesting
import TestSupport
import Testing

@Suite("The manual page")
struct ManualTests {
    static let path = Fixtures.root + "/../Sources/credulity/credulity.1"

    @Test("tells of every command and option, in the program's own words")
    func commands() throws {
        let program = try Program()
        defer { program.clean() }
        let dump = try program.run("--experimental-dump-help")
        let manual = Manual(try JSONDecoder().decode(Help.self, from: Data(dump.stdout)))
        let page = String(decoding: try Fixtures.bytes(Self.path), as: UTF8.self)
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let begin = try #require(lines.firstIndex { $0.hasPrefix(#".\" "#) && $0.hasSuffix(": begin") })
        let end = try #require(lines.firstIndex(of: #".\" end"#))
        let whole = lines[...begin] + manual.lines + lines[end...]
        try Golden(Self.path).expect(whole.joined(separator: "\n"))
    }
}
