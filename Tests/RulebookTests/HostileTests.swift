import Foundation
import Rulebook
import TestSupport
import Testing

@Suite("A hostile file", .serialized)
struct HostileTests {
    /// The peak that one may cause, with the whole test program around it, in MiB.
    static let memoryLimit = 256

    @Test("is refused in little time and memory, and without a crash", arguments: HostileText.all.map(\.name))
    func refused(name: String) async throws {
        await #expect(processExitsWith: .success) { [name] in
            let hostile = try #require(HostileText.all.first { $0.name == name })
            let text = hostile.make()
            let start = ContinuousClock.now
            #expect(throws: RulebookError.self) { try Rulebook(text, named: "hostile") }
            // Unoptimised code takes ten times as long as what is shipped.
            #expect(ContinuousClock.now - start < .seconds(20))
            #expect(try peakMemory() < HostileTests.memoryLimit)
        }
    }

    @Test("does not overflow a thread's small stack", arguments: HostileText.deep.map(\.name))
    func smallStack(name: String) async throws {
        await #expect(processExitsWith: .success) { [name] in
            let hostile = try #require(HostileText.deep.first { $0.name == name })
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

/// The most memory that this process ever held, in MiB.
private func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    let words = line.split { $0 == " " || $0 == "\t" }
    return try #require(Int(words[1])) / 1024
}
