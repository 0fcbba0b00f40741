import Dispatch
import Game
import Foundation
import Solver
import TestSupport
import Testing

@testable import Bots

@Suite("An engine from outside")
struct OutsideEngineTests {
    private let cancellation = Cancellation()

    private func engine(_ command: String, _ change: (inout EngineLimits) -> Void = { _ in }) throws -> OutsideEngine {
        var limits = EngineLimits()
        change(&limits)
        return OutsideEngine(try EngineCommand(command), limits: limits) { "{\"ruleset\":\"\($0.identifier)\"}" }
    }

    private func misbehaving(_ mode: String) -> String {
        "python3 '\(Fixtures.root)/ProgramTests/Engines/misbehaving.py' \(mode)"
    }

    /// The reply to the first turn.
    private func reply(of engine: OutsideEngine) async throws -> Reply {
        let ruleset = Ruleset.workedExample()
        let turn = Turn(Match(Rules(ruleset, mode: .hard)), ruleset: ruleset, cancellation: cancellation)
        return try await onThread { engine.reply(to: turn) }
    }

    private func isGone(_ engine: OutsideEngine) async throws -> Bool {
        try await onThread { engine.waitForEnd(seconds: 10) }
    }

    private func after(_ seconds: Double, _ body: @escaping @Sendable () -> Void) {
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: body)
    }

    @Test("is told to stop when the turn is cancelled, and its answer counts")
    func cancelled() async throws {
        let engine = try engine(misbehaving("at-stop")) { $0.think = 60 }
        after(0.3) { [cancellation] in cancellation.cancel() }
        let reply = try await reply(of: engine)
        #expect(reply.words == "At last." && reply.move == .propose(Pattern.ID(0)))
        #expect(try await self.reply(of: engine).words == "At last.", "the same process is asked again")
    }

    @Test("is let go of in the middle of a turn")
    func dismissed() async throws {
        let engine = try engine(misbehaving("hang")) { $0.think = 60 }
        after(0.3) { engine.dismiss() }
        let reply = try await reply(of: engine)
        #expect(reply.move == .concede && reply.words?.contains("was ended before it moved") == true)
        #expect(try await isGone(engine))
        #expect(try await self.reply(of: engine).move == .concede, "it is not started again")
    }

    @Test("forfeits where it cannot be started, or is late with its first words")
    func forfeits() async throws {
        let cases = [
            (
                "no-such-program-anywhere",
                "could not be started (there is no program “no-such-program-anywhere” on the PATH)"
            ),
            ("/nowhere/x", "could not be started (there is no “/nowhere/x”)"),
            ("/etc/passwd", "could not be started (“/etc/passwd” is not a program that may be run)"),
            ("sleep 100", "did not say hello within 0.2 seconds"),
            ("sh -c 'read x; echo ok; sleep 100'", "did not take in the ruleset within 0.2 seconds"),
        ]
        for (command, complaint) in cases {
            let engine = try engine(command) { $0.hello = 0.2 }
            let words = try #require(try await reply(of: engine).words)
            let isLate = words.contains("did not say hello")
            #expect(words == "The engine “\(engine.name)” \(complaint), and forfeits." || isLate, "\(words)")
            engine.dismiss()
            #expect(try await isGone(engine))
        }
    }
}
