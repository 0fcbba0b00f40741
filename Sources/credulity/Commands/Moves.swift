import ArgumentParser
import Game
import Play
import Text

/// Tells other programs what may happen in a position.
struct Moves: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replay acts and list what is legal then.",
        discussion: """
            In JSON bits are millibits: the strain after the move for Divergence, its cost for Training. Drive is the \
            weight of what makes the AI useful, in millionths: what is left, or would be after the move. Standing is \
            how many divergences still stand, once there is a verdict.
            """)

    @OptionGroup var options: RulesOptions

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: "Acts in notation, each one argument, such as “propose big-picture-goal”.")
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
        print("drive left: \(position.drive.percent(of: position.drive.left))")
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
        print("still standing: \(position.standingVariants.count)")
    }
}

/// Lets acts in notation happen from the start.
///
/// - Throws: an exit code, after saying which is wrong and why.
func replay(_ acts: [String], by rules: Rules) throws -> Match {
    var match = Match(rules)
    for (index, notation) in acts.enumerated() {
        do {
            try match.apply(match.ruleset.act(notation))
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
                prospect.driveLeft.map { ("drive", .number($0)) },
                prospect.horizon.map { ("horizon", .number($0)) },
                ("move", .text(ruleset.notation(of: prospect.move))),
            ])
        }
        func bySide(_ number: (Side) -> Int) -> JSON {
            .object(Side.allCases.map { (key: $0.rawValue, value: .number(number($0))) })
        }
        let disputable = position.disputableNumbers.map { number in
            JSON.object([
                ("bits", position.bits(of: number).map { .number($0.millibits) } ?? .null),
                ("number", .text(ruleset.notation(of: number))),
            ])
        }
        return .object([
            ("coins", bySide { position.coinsLeft[$0] }), ("disputable", .list(disputable)),
            ("disputes", bySide { position.disputesLeft[$0] }),
            ("drive", .object([("left", .number(position.drive.left)), ("whole", .number(position.drive.whole))])),
            ("legal", .list(legal)),
            ("pivotalStep", .number(position.pivotalStep)),
            ("side", .text(position.sideToMove.rawValue)),
            ("standing", verdict == nil ? .null : .number(position.standingVariants.count)),
            ("strain", bySide { position.strain(of: $0).millibits }),
            ("verdict", verdict.map { VerdictLine($0, in: ruleset).json } ?? .null),
        ])
    }
}
