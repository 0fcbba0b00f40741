import Foundation
import Rulebook
import TestSupport
import Testing

@Suite("A file that cannot be had")
struct UnreadableTests {
    private func reason(_ path: String) -> String? {
        do {
            _ = try Rulebook(contentsOf: path)
        } catch .unreadable(path, let reason) {
            return reason
        } catch {}
        return nil
    }

    @Test(
        "is named with the reason",
        arguments: [
            ("/", "cannot read it: it is a folder, not a file"),
            ("/dev/zero", "cannot read it: it is a device, not a file"),
            ("/nowhere/at all.yaml", "cannot read it: No such file or directory"),
            ("", "cannot read it: No such file or directory"),
        ])
    func named(path: String, reason: String) {
        #expect(self.reason(path) == reason)
    }

    @Test("may be a pipe that nobody writes to")
    func pipe() throws {
        try withTemporaryPath { path in
            try #require(mkfifo(path, 0o600) == 0)
            #expect(reason(path) == "cannot read it: it is a pipe, not a file")
        }
    }

    @Test("may be larger than 4 MiB, even where it says that it is empty")
    func tooLarge() throws {
        try withTemporaryPath { path in
            try Data(repeating: 0x20, count: Rulebook.sizeLimit + 1).write(to: URL(fileURLWithPath: path))
            #expect(reason(path) == "larger than 4 MiB, which no ruleset is")
        }
        #expect(throws: RulebookError.self) {
            try Rulebook([UInt8](repeating: 0x20, count: Rulebook.sizeLimit + 1), named: "memory")
        }
    }

    @Test("does not speak to the terminal through its name")
    func harmlessName() {
        let error = RulebookError.unreadable(path: "a\u{1B}[2Jb\u{202E}", reason: "gone")
        #expect(error.description == "a\u{FFFD}[2Jb\u{FFFD}: error: gone")
    }

    private func withTemporaryPath(_ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "/rulebook-\(UUID().uuidString)"
        defer { unlink(path) }
        try body(path)
    }
}
