import Archive
import ArgumentParser
import Game
import Text

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
            print(match.json.line)
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

extension Match {
    /// The position as other programs see it.
    fileprivate var json: JSON {
        let prospects = verdict == nil ? position.legalProspects : []
        let legal = prospects.map { prospect in
            JSON.object([
                ("bits", .number(prospect.bits.millibits)),
                prospect.horizon.map { ("horizon", .number($0)) },
                ("move", .text(ruleset.notation(of: prospect.move))),
            ])
        }
        let strain = Side.allCases.map { (key: $0.rawValue, value: JSON.number(position.strain(of: $0).millibits)) }
        return .object([
            ("legal", .list(legal)), ("pivotalStep", .number(position.pivotalStep)),
            ("side", .text(position.sideToMove.rawValue)), ("strain", .object(strain)),
            ("verdict", verdict.map { VerdictLine($0, in: ruleset).json } ?? .null),
        ])
    }
}

extension VerdictLine {
    fileprivate var json: JSON {
        let reasons = reasons.map {
            JSON.object([("forced", $0.forced.map(JSON.text) ?? .null), ("reason", .text($0.reason))])
        }
        return .object([
            ("grade", grade.map { .text($0.rawValue) } ?? .null), ("reasons", .list(reasons)),
            ("winner", winner.map { .text($0.rawValue) } ?? .null),
        ])
    }
}
