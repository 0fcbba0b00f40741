import Archive
import ArgumentParser
import Game

/// Tells other programs what may be played in a position.
struct Moves: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replay moves and list what is legal then.",
        discussion: "Bits are millibits in JSON: the strain after the move for Divergence, its cost for Training.")

    @OptionGroup var options: RulesOptions

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "Moves in notation, each one argument, such as “propose big-picture-goal”.")
    var moves: [String] = []

    func run() throws {
        let match = try replay(moves, by: try options.rules())
        if json {
            print(try jsonLine(PositionLine(match)))
        } else {
            printText(match)
        }
    }

    private func printText(_ match: Match) {
        let position = match.position
        print("\(position.sideToMove.rawValue) to move")
        for side in Side.allCases {
            print("strain of \(side.rawValue): \(position.strain(of: side)) of \(position.limit(of: side)) bits")
        }
        print("pivotal step: \(position.pivotalStep)")
        for prospect in position.legalProspects {
            let horizon = prospect.horizon.map { "  step \($0)" } ?? ""
            print("  \(match.ruleset.notation(of: prospect.move))  \(prospect.bits) bits\(horizon)")
        }
        guard let verdict = match.verdict else { return }
        print("verdict: \(verdict.winner.map { $0.rawValue + " wins" } ?? "a draw")")
        for reason in VerdictLine(verdict, in: match.ruleset).reasons {
            print("  \(reason.reason)\(reason.forced.map { ": " + $0 } ?? "")")
        }
    }
}

/// Plays moves in notation from the start.
///
/// - Throws: an exit code, after saying which move is wrong and why.
func replay(_ moves: [String], by rules: Rules) throws -> Match {
    var match = Match(rules)
    for (index, notation) in moves.enumerated() {
        do {
            try match.play(rules.ruleset.move(notation))
        } catch let error as NotationError {
            throw failure("move \(index + 1), “\(notation)”: \(error)")
        } catch {
            throw failure("move \(index + 1): \(error)")
        }
    }
    return match
}

/// A position as other programs see it.
struct PositionLine: Encodable {
    struct Legal: Encodable {
        var move: String
        var bits: Int
        var horizon: Int?
    }

    struct Strain: Encodable {
        var divergence: Int
        var training: Int
    }

    var side: Side
    var legal: [Legal]
    var strain: Strain
    var pivotalStep: Int
    var verdict: VerdictLine?

    private enum Keys: CodingKey {
        case side, legal, strain, pivotalStep, verdict
    }

    init(_ match: Match) {
        let position = match.position
        side = position.sideToMove
        legal = (match.verdict == nil ? position.legalProspects : []).map {
            Legal(move: match.ruleset.notation(of: $0.move), bits: $0.bits.millibits, horizon: $0.horizon)
        }
        strain = Strain(
            divergence: position.strain(of: .divergence).millibits,
            training: position.strain(of: .training).millibits)
        pivotalStep = position.pivotalStep
        verdict = match.verdict.map { VerdictLine($0, in: match.ruleset) }
    }

    /// Writes a verdict that has not come as `null`.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(side, forKey: .side)
        try container.encode(legal, forKey: .legal)
        try container.encode(strain, forKey: .strain)
        try container.encode(pivotalStep, forKey: .pivotalStep)
        try container.encode(verdict, forKey: .verdict)
    }
}
