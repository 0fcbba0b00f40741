import ArgumentParser
import Engine
import Foundation
import Solver

/// Proves who wins, or what safety costs.
struct Solve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove who wins from a position, or with --exact the price of safety.")

    @OptionGroup var options: RulesOptions

    @Flag(help: "Close the bounds of the price, not only decide who wins at the limit.")
    var exact = false

    @Option(help: "Nodes to look at, at most.")
    var nodes: Int?

    @Option(help: "Seconds to take, at most.")
    var seconds: Double?

    @Option(help: "MiB to remember with.")
    var memory = 256

    @Option(help: "Threads to use; only with one is the line always the same.")
    var threads = 1

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "Moves in notation, each one argument, such as “propose big-picture-goal”.")
    var moves: [String] = []

    func run() throws {
        let match = try replay(moves, by: try options.rules())
        let limits = SearchLimits(nodes: nodes, seconds: seconds, memory: memory << 20, threads: threads)
        let solution = Analysis(of: match.position, limits: limits).solution(to: exact ? .price : .winner)
        print(solution.winner as Any, solution.grade as Any, solution.isProven, solution.priceLower, solution.priceUpper as Any, solution.isInfinite, solution.nodes, solution.seconds)
        print(solution.line.map(match.ruleset.notation))
    }
}
