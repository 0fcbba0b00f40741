import Bots
import Game
import Foundation
import Lab
import Text

/// What a tournament has shown, as other programs see it and as tables.
struct TournamentReport {
    struct Pairing {
        var bot: String
        var opponent: String
        /// The sides that the bot played.
        var sides: [String]
        var result: Tally
        /// Games that differ in set-up, sides or moves.
        var different: Int

        fileprivate var json: JSON {
            .object([
                ("bot", .text(bot)), ("different", .number(different)), ("opponent", .text(opponent)),
                ("result", result.json), ("sides", .list(sides)),
            ])
        }
    }

    struct Total {
        var bot: String
        var result: Tally
        /// For a move.
        var medianMilliseconds: Double?
        var longestMilliseconds: Double?

        fileprivate var json: JSON {
            .object([
                ("bot", .text(bot)), longestMilliseconds.map { ("longestMilliseconds", .number($0)) },
                medianMilliseconds.map { ("medianMilliseconds", .number($0)) }, ("result", result.json),
            ])
        }
    }

    let ruleset: String
    /// As in `house hard`.
    let setups: [String]
    let seed: UInt64
    var pairings: [Pairing] = []
    var totals: [Total] = []

    init(_ tournament: RoundRobin, _ standings: Standings) {
        ruleset = tournament.ruleset.identifier
        setups = tournament.setups.map { "\($0.ruleset.profile?.identifier ?? "house") \($0.mode.rawValue)" }
        seed = tournament.seed
        let names = tournament.bots.map(\.name)
        for pairing in standings.pairings {
            guard let result = standings.results[pairing] else { continue }
            pairings.append(
                Pairing(
                    bot: names[pairing.first], opponent: names[pairing.second], sides: pairing.sides.map(\.rawValue),
                    result: result.tally, different: result.different))
        }
        for (index, name) in names.enumerated() {
            let time = standings.time(of: index)
            totals.append(
                Total(
                    bot: name, result: standings.total(of: index),
                    medianMilliseconds: time.map { $0.median / .milliseconds(1) },
                    longestMilliseconds: time.map { $0.longest / .milliseconds(1) }))
        }
    }

    /// As one object, without times where no move was made.
    var json: JSON {
        .object([
            ("pairings", .list(pairings.map(\.json))), ("ruleset", .text(ruleset)), ("seed", .number(seed)),
            ("setups", .list(setups)), ("totals", .list(totals.map(\.json))),
        ])
    }

    /// As tables, at most 80 columns wide.
    var text: [String] {
        var lines = ["\(ruleset): \(setups.joined(separator: ", ")); seed \(seed)"]
        lines += ["", "\(name("bot"))  \(name("opponent"))  side   games   score  95% interval  different"]
        for pairing in pairings {
            let side = pairing.sides.count == 2 ? "both" : pairing.sides == ["divergence"] ? "D   " : "T   "
            let different = String(format: "%11d", pairing.different)
            lines.append(
                "\(name(pairing.bot))  \(name(pairing.opponent))  \(side)\(pairing.result.columns)\(different)")
        }
        lines += ["", "\(name("bot"))    games   score  95% interval  ms a move: median   longest"]
        for total in totals {
            let times = [total.medianMilliseconds, total.longestMilliseconds].map { time in
                time.map { String(format: "%10.1f", $0) } ?? "         –"
            }
            lines.append("\(name(total.bot))  \(total.result.columns)          \(times.joined())")
        }
        return lines
    }

    /// A bot's name, in the columns that the longest takes, if they are not too many.
    private func name(_ text: String) -> String {
        let width = min(max(totals.map(\.bot.columns).max() ?? 0, 8), 16)
        let short = text.columns > width ? text.prefix(width - 1) + "…" : text
        return short + String(repeating: " ", count: max(width - short.columns, 0))
    }
}

extension Tally {
    /// The score with its interval, each a share of the points.
    fileprivate var json: JSON {
        .object([
            ("games", .number(games)), ("lower", .number(interval.lower)), ("score", .number(score)),
            ("upper", .number(interval.upper)),
        ])
    }

    fileprivate var columns: String {
        String(format: "%7d %6.1f%%  %5.1f–%.1f%%", games, 100 * score, 100 * interval.lower, 100 * interval.upper)
            .padding(toLength: 29, withPad: " ", startingAt: 0)
    }
}
