import ArgumentParser
import Game
import Foundation
import Solver
import Text

/// Measures the solver on a fixed suite.
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Solve a fixed suite and print nodes, speed and signature.",
        discussion: """
            The signature is the total of nodes: it changes when, and only when, the search does. \
            With --baseline the straightforward search runs too, up to --nodes a question.
            """)

    @Flag(help: "Measure against the straightforward search.")
    var baseline = false

    @Option(help: "Nodes that the straightforward search may take for a question.")
    var nodes = 200_000_000

    @Option(help: "MiB to remember with.")
    var memory = 256

    func validate() throws {
        try SolverOptions.validate(nodes: nodes, seconds: nil, memory: memory)
    }

    func run() throws {
        var total = 0
        var seconds = 0.0
        for question in BenchCase.suite {
            let solution = question.run(SearchLimits(memory: memory << 20))
            total += solution.nodes
            seconds += solution.seconds
            var line = columns(question.name, solution)
            if baseline {
                let base = question.run(SearchLimits(nodes: nodes, memory: memory << 20), baseline: true)
                let ratio = base.seconds / max(solution.seconds, 1e-6)
                line +=
                    columns("  baseline", base) + String(format: "  %@%.1f times", base.isProven ? "" : "over ", ratio)
            }
            print(line)
            try Output.flush()
        }
        print(
            String(format: "%d nodes, %.2f s, %.0f nodes a second", total, seconds, Double(total) / max(seconds, 1e-6)))
        print("signature \(total)")
    }

    private func columns(_ name: String, _ solution: Solution) -> String {
        let answer = solution.isProven ? solution.winner?.rawValue ?? "" : "stopped"
        return String(format: "%@  %@ %11d nodes %9.3f s", name.padded(26), answer, solution.nodes, solution.seconds)
    }
}
