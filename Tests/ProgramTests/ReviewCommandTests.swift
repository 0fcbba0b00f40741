import Foundation
import TestSupport
import TerminalTesting
import Testing

@Suite("The command for the review")
struct ReviewCommandTests {
    private let sample = Fixtures.root + "/../Saves/sample-easy.jsonl"

    @Test("prints what every move was worth, as text and as JSON")
    func report() throws {
        let program = try Program()
        let text = try program.run("review", sample, "--report")
        #expect(text.status == .exited(0) && text.stdoutText.contains("Price of the argument from the start: "))
        #expect(
            text.stdoutText.contains("accuracy ")
                && text.stdoutText.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let json = try program.run("review", sample, "--report", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(json.stdoutText.utf8)) as? [String: Any]
        let acts = try #require(object?["acts"] as? [[String: Any]])
        #expect(!acts.isEmpty && acts.allSatisfy { $0["loss"] != nil && $0["mark"] != nil })
    }

    @Test("opens as numbered lines in a pipe, where “judge” says what a move was worth")
    func plain() throws {
        let result = try Program().run("review", sample, input: "judge\nstart\njudge\nquit\n")
        #expect(result.status == .exited(0) && result.stdoutText.contains("Price of the argument from the start: "))
        #expect(result.stdoutText.contains(" before, "))
    }

    @Test("refuses thresholds out of order, and what is no match")
    func refused() throws {
        let program = try Program()
        #expect(try program.run("review", sample, "--mistake", "0.2").status == .exited(64))
        #expect(try program.run("review", sample, "--inaccuracy", "none").status == .exited(64))
        #expect(try program.run("review", sample, "--format", "json").status == .exited(64))
        #expect(try program.run("review", "/nonexistent.jsonl", "--report").status != .exited(0))
    }
}
