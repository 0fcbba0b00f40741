import Bots
import Foundation
import Game
import Play
import Review
import Rulebook
import Solver
import Synchronization
import TestSupport
import Testing

@Suite("Work that is interrupted", .serialized)
struct InterruptionTests {
    enum Work: CaseIterable {
        case evaluation, appraisal, answer, stopping
    }

    static let rulesets = ["alice", "made up"]
    private let bots: [any Bot] = [Perfect(), Search(level: Search.levels.upperBound)]

    /// A match at its start.
    private func session(_ name: String, _ mode: Mode) throws -> Session {
        let ruleset = name == "alice" ? try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset : .madeUp(seed: 3)
        let bot = Player(name: "Bot", seat: "bot:perfect")
        let setup = Setup(
            ruleset: ruleset, profile: nil, mode: mode, players: Players(divergence: bot, training: bot))
        return Session(try setup.record(date: "", id: "", hash: "", seed: 1))
    }

    /// How much longer than it may work takes.
    private static func overrun(_ cancellation: Cancellation, _ work: () -> Void) -> Duration {
        let told = Mutex<ContinuousClock.Instant?>(nil)
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) {
            told.withLock { $0 = .now }
            cancellation.cancel()
        }
        work()
        return told.withLock { $0 }.map { $0.duration(to: .now) } ?? .zero
    }

    /// All tests share two cores, on which a second of work may take three.
    private static let soon = Duration.seconds(4)

    @Test("leaves its thread soon", arguments: Work.allCases, rulesets)
    func thread(work: Work, name: String) async throws {
        for mode in Mode.allCases {
            let session = try session(name, mode)
            for bot in bots {
                let late = try await onThread {
                    let cancellation = Cancellation()
                    let turn = session.turn(as: session.sideToMove, cancellation: cancellation)
                    return Self.overrun(cancellation) {
                        switch work {
                        case .evaluation:
                            _ = Evaluation(of: session.record, limits: SearchLimits(), cancellation: cancellation)
                        case .appraisal: _ = Appraisal(of: turn)
                        case .answer: _ = session.answer(by: bot, cancellation: cancellation)
                        case .stopping: _ = bot.agreesToStop(turn, as: session.sideToMove)
                        }
                    }
                }
                #expect(late < Self.soon, "\(bot.name) in \(mode.rawValue) mode")
            }
        }
    }
}
