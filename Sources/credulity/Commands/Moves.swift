import ArgumentParser
import Ensemble
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
            how many divergences still stand that were never said, once there is a verdict. The ensemble has amounts \
            as credences, and what stands of them all in percent of their weight.
            """)

    @OptionGroup var options: RulesOptions

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print what stands of every pattern, too.")
    var ensemble = false

    @Argument(help: "Acts in notation, each one argument, such as “propose big-picture-goal”.")
    var moves: [String] = []

    func run() throws {
        let match = try replay(moves, by: try options.rules())
        if json {
            print(match.json(withEnsemble: ensemble).line)
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
        if ensemble { Ensemble(position).table(position.ruleset).forEach { print($0) } }
        guard let verdict = match.verdict else { return }
        print("verdict: \(verdict.winner.map { $0.rawValue + " wins" } ?? "a draw")")
        for reason in VerdictLine(verdict, in: match.ruleset).reasons {
            print("  \(reason.reason)\(reason.forced.map { ": " + $0 } ?? "")")
        }
        print("still standing: \(match.unsaid.count)")
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
    fileprivate func json(withEnsemble: Bool) -> JSON {
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
            withEnsemble ? ("ensemble", Ensemble(position).json(ruleset)) : nil,
            ("legal", .list(legal)),
            ("pivotalStep", .number(position.pivotalStep)),
            ("side", .text(position.sideToMove.rawValue)),
            ("standing", verdict == nil ? .null : .number(unsaid.count)),
            ("strain", bySide { position.strain(of: $0).millibits }),
            ("verdict", verdict.map { VerdictLine($0, in: ruleset).json } ?? .null),
        ])
    }
}

extension Ensemble {
    fileprivate func json(_ ruleset: Ruleset) -> JSON {
        let patterns = bars.map { bar in
            JSON.object([
                ("inTime", .number(millionths(bar.inTime))),
                ("pattern", .text(ruleset[bar.pattern].identifier)),
                ("standing", .number(millionths(bar.standing))),
                ("weight", .number(millionths(bar.weight))),
            ])
        }
        return .object([
            ("intended", .number(millionths(intended))), ("patterns", .list(patterns)),
            ("standing", standing.map { .number(millionths($0 * 100)) } ?? .null),
        ])
    }

    /// The same in columns.
    fileprivate func table(_ ruleset: Ruleset) -> [String] {
        let rows = bars.map { bar in
            (ruleset[bar.pattern].identifier, [bar.weight, bar.standing, bar.inTime].map(millionths))
        }
        let table = [("pattern", ["weight", "standing", "in time"])] + rows
        let width = table.map(\.0.columns).max() ?? 0
        return ["ensemble: \(figure); intended \(millionths(intended))"]
            + table.map { "  " + $0.padded(width) + $1.map { $0.flushed(10) }.joined() }
    }

    /// A number with at most six decimals.
    private func millionths(_ number: Double) -> String {
        decimal(Int((number * 1_000_000).rounded()), places: 6)
    }
}
