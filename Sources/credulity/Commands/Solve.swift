import ArgumentParser
import Game
import Foundation
import Solver
import Text

/// Proves who wins, or what safety costs.
struct Solve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove who wins from a position, or with --exact the price of safety.",
        discussion: """
            Nothing is said to be proven that is not: where a limit or Ctrl-C stops the search, the bounds are \
            those proven until then. Bits are millibits in JSON.
            """)

    @OptionGroup var options: RulesOptions

    @Flag(help: "Close the bounds of the price, not only decide who wins at the limit.")
    var exact = false

    @OptionGroup var search: SolverOptions

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "Moves in notation, each one argument, such as “propose big-picture-goal”.")
    var moves: [String] = []

    func run() throws {
        let match = try replay(moves, by: try options.rules())
        let interrupt = Interrupt()
        let status = StatusLine()
        let analysis = Analysis(
            of: match.position, limits: search.limits, cancellation: interrupt.cancellation,
            progress: status.isShown ? { status.show($0.text(in: match.ruleset)) } : nil)
        let solution = analysis.solution(to: exact ? .price : .winner)
        status.clear()
        if solution.isShortOfMemory {
            warn("There was memory for only \(solution.memory >> 20) MiB; the answer is as good, but slower.")
        }
        if json {
            print(solution.json(in: match.ruleset).line)
        } else {
            solution.text(at: match.position).forEach { print($0) }
        }
    }
}

/// What a search may use.
struct SolverOptions: ParsableArguments {
    @Option(help: "Nodes to look at, at most.")
    var nodes: Int?

    @Option(help: "Seconds to take, at most.")
    var seconds: Double?

    @Option(help: "MiB to remember with.")
    var memory = 256

    var limits: SearchLimits {
        SearchLimits(nodes: nodes, seconds: seconds, memory: memory << 20)
    }

    func validate() throws {
        try Self.validate(nodes: nodes, seconds: seconds, memory: memory)
    }

    static func validate(nodes: Int?, seconds: Double?, memory: Int) throws {
        if let nodes, nodes < 1 { throw ValidationError("--nodes is 1 or more, not \(nodes).") }
        if let seconds, !(seconds > 0) { throw ValidationError("--seconds is more than 0, not \(seconds).") }
        guard (1...1 << 20).contains(memory) else {
            throw ValidationError("--memory is 1 to \(1 << 20) MiB, not \(memory).")
        }
    }
}

extension SearchProgress {
    /// How far the search has come, in one line.
    fileprivate func text(in ruleset: Ruleset) -> String {
        let upper = priceUpper.map { "\($0)" } ?? "?"
        let line = line.map(ruleset.notation).joined(separator: " · ")
        return "\(nodes / 1000)k nodes  \(priceLower) to \(upper) bits  \(line)"
    }
}

extension Solution {
    /// As other programs see it: the keys in the order of the documentation, millibits throughout, `null` for what is
    /// not known.
    fileprivate func json(in ruleset: Ruleset) -> JSON {
        .object([
            ("winner", winner.map { .text($0.rawValue) } ?? .null),
            ("grade", grade.map { .text($0.rawValue) } ?? .null),
            ("proven", .flag(isProven)), ("priceLower", .number(priceLower.millibits)),
            ("priceUpper", priceUpper.map { .number($0.millibits) } ?? .null),
            ("infinite", .flag(isInfinite)), ("line", .list(line.map(ruleset.notation))), ("nodes", .number(nodes)),
            ("seconds", .number(String(format: "%.3f", seconds))),
        ])
    }

    /// The same in words.
    fileprivate func text(at position: Position) -> [String] {
        let limit = position.limit(of: .training)
        var lines: [String] = []
        switch winner {
        case .training?:
            let grade =
                switch grade {
                case .hard?: "with ordinary data alone (hard)"
                case .easy?: "but only with deliberate data (easy)"
                case nil: "whether hard or easy is not proven"
                }
            lines.append("Training wins within \(limit) bits, \(grade)")
        case .divergence?: lines.append("Divergence wins: \(limit) bits are not enough for Training")
        case nil: lines.append("Not decided at \(limit) bits")
        }
        lines.append("Price of safety: " + price)
        lines.append("\(nodes) nodes, \(String(format: "%.2f", seconds)) s")
        return lines + line.map { "  \(position.ruleset.notation(of: $0))" }
    }

    private var price: String {
        if isInfinite { return "no price is enough" }
        guard let upper = priceUpper else { return "at least \(priceLower) bits" }
        if upper == priceLower { return "\(upper) bits (\(upper.credenceText))" }
        return "\(priceLower) to \(upper) bits"
    }
}
