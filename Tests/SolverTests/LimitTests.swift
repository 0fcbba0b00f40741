import Game
import Solver
import TestSupport
import Testing

@Suite("A search that is stopped")
struct LimitTests {
    /// Neither too easy nor too hard for a test.
    static let size = RulesetSize(
        features: 3...5, patterns: 2...5, situations: 3...6, deployments: 1...3, proposals: 1...2)

    @Test("claims no more than is true", arguments: Thoroughness.seeds(ofFull: 400), Mode.allCases)
    func honesty(seed: UInt64, mode: Mode) {
        let position = Position(Rules(.random(seed: seed, size: Self.size), mode: mode))
        let full = Analysis(of: position, limits: SearchLimits(nodes: 300_000, memory: 1 << 18)).solution(to: .price)
        guard full.isProven else { return }
        for nodes in [1, 2, 5, 13, 34, 89, 233] {
            for question in [Question.winner, .price] {
                let place: Comment = "seed \(seed), \(mode) mode, \(nodes) nodes"
                let limits = SearchLimits(nodes: nodes, memory: 1 << 18)
                let some = Analysis(of: position, limits: limits).solution(to: question)
                #expect(some.nodes <= nodes, place)
                #expect(some.winner == nil || some.winner == full.winner, place)
                #expect(some.grade == nil || some.grade == full.grade, place)
                #expect(!some.isInfinite || full.isInfinite, place)
                #expect(full.isInfinite || some.priceLower <= full.priceLower, place)
                #expect(some.priceUpper == nil || full.priceUpper.map { $0 <= some.priceUpper ?? $0 } == true, place)
                #expect(!some.isProven || question == .winner || some.priceUpper == full.priceUpper, place)
            }
        }
    }

    @Test("by a flag says what it knows")
    func cancellation() {
        let cancellation = Cancellation()
        cancellation.cancel()
        let position = Position(Rules(.madeUp(seed: 10), mode: .easy))
        let solution = Analysis(of: position, cancellation: cancellation).solution(to: .price)
        #expect(!solution.isProven && solution.winner == nil && solution.priceUpper == nil && solution.line.isEmpty)
        #expect(solution.priceLower == .zero)
    }

    @Test("by the clock stops soon")
    func clock() {
        let position = Position(Rules(.madeUp(seed: 18), mode: .easy))
        let solution = Analysis(of: position, limits: SearchLimits(seconds: 0.05)).solution(to: .price)
        #expect(!solution.isProven && solution.seconds < 5)
    }

    @Test("reports on the way, with bounds that only narrow")
    func progress() {
        let position = Position(Rules(.madeUp(seed: 18), mode: .easy))
        nonisolated(unsafe) var reports: [SearchProgress] = []
        let analysis = Analysis(of: position, limits: SearchLimits(nodes: 9000)) { reports.append($0) }
        let solution = analysis.solution(to: .winner)
        #expect(!reports.isEmpty)
        #expect(reports.allSatisfy { $0.nodes <= solution.nodes && $0.priceLower <= solution.priceLower })
    }

    @Test("has the same answer with little memory as with much", arguments: [UInt64(12), 14, 20])
    func memory(seed: UInt64) {
        let position = Position(Rules(.madeUp(seed: seed), mode: .hard))
        let answers = [1 << 12, 1 << 20, 1 << 26].map { memory in
            Analysis(of: position, limits: SearchLimits(memory: memory)).solution(to: .winner)
        }
        #expect(Set(answers.filter(\.isProven).map(\.winner)).count == 1)
        #expect(answers[2].isProven)
    }
}

@Suite("Repeating a search")
struct DeterminismTests {
    @Test("gives the same answer, line and nodes", arguments: [UInt64(12), 20], Mode.allCases)
    func repeated(seed: UInt64, mode: Mode) {
        let position = Position(Rules(.madeUp(seed: seed), mode: mode))
        let analysis = Analysis(of: position, limits: SearchLimits(nodes: 2000))
        var first = analysis.solution(to: .winner)
        var second = analysis.solution(to: .winner)
        first.seconds = 0
        second.seconds = 0
        #expect(first == second)
    }
}
