import Game
import Foundation
import Rulebook
import TestSupport
import Testing

@Suite("Hostile files")
struct HostileTests {
    static let kinds = HostileText.kinds.keys.sorted()
    /// The peak that they may cause, with the whole test program around them, in MiB.
    static let memoryLimit = 256

    @Test("are refused in little time and memory, and without a crash", arguments: kinds)
    func refused(kind: String) async {
        await #expect(processExitsWith: .success) { [kind] in
            for hostile in try #require(HostileText.kinds[kind]) {
                let text = hostile.make()
                let start = processorSeconds()
                #expect(throws: RulebookError.self, "\(hostile.name)") { try Rulebook(text, named: "hostile") }
                // Unoptimised code takes ten times as long as what is shipped.
                #expect(processorSeconds() - start < 20, "\(hostile.name)")
                #expect(try peakMemory() < HostileTests.memoryLimit, "\(hostile.name)")
            }
        }
    }

    @Test("of long scripts are checked in little time", arguments: HostileText.scripts.map(\.name))
    func scripts(name: String) async {
        await #expect(processExitsWith: .success) { [name] in
            let text = try #require(HostileText.scripts.first { $0.name == name }).make()
            let start = processorSeconds()
            let rulebook = try Rulebook(text, named: "hostile")
            #expect(!rulebook.ruleset.bots.isEmpty)
            #expect(processorSeconds() - start < 20)
            #expect(try peakMemory() < HostileTests.memoryLimit)
        }
    }

    @Test("do not overflow a thread's small stack")
    func smallStack() async {
        await #expect(processExitsWith: .success) {
            for hostile in try #require(HostileText.kinds["deep"]) {
                let done = DispatchSemaphore(value: 0)
                let thread = Thread {
                    _ = try? Rulebook(hostile.make(), named: "hostile")
                    done.signal()
                }
                thread.stackSize = 512 * 1024
                thread.start()
                done.wait()
            }
        }
    }
}

/// What this process has had of a processor, which a busy machine does not stretch.
private func processorSeconds() -> Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
}

/// The most memory that this process ever held, in MiB.
private func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    let words = line.split { $0 == " " || $0 == "\t" }
    return try #require(Int(words[1])) / 1024
}
