import Foundation
import Solver
import TestSupport
import Testing

@Suite("The bench")
struct SignatureTests {
    /// Nodes by the name of the case, as recorded in `signature.txt`, and `signature` for their sum.
    private static let recorded: [String: Int] = {
        let text = (try? Fixtures.bytes(Fixtures.root + "/SolverTests/signature.txt")) ?? []
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
        return Dictionary(uniqueKeysWithValues: lines.map { (String($0[0]), Int($0[1]) ?? 0) })
    }()

    @Test("searches as many nodes as recorded", arguments: BenchCase.suite)
    func nodes(question: BenchCase) throws {
        let nodes = try #require(Self.recorded[question.name], "\(question.name) is not recorded")
        guard nodes < 2000 || Thoroughness.isFull else { return }
        #expect(question.run(SearchLimits()).nodes == nodes, "\(question.name)")
    }

    @Test("has the recorded signature")
    func total() {
        let sum = BenchCase.suite.reduce(0) { $0 + Self.recorded[$1.name, default: 0] }
        #expect(Self.recorded["signature"] == sum)
    }
}
