import Bots
import Game
import Foundation
import Lab
import Text

/// What a tournament has shown, as other programs see it and as tables.
struct TournamentReport {
    private let tournament: RoundRobin
    private let standings: Standings
    private let names: [String]
    /// As in `house hard`.
    private let setups: [String]

    init(_ tournament: RoundRobin, _ standings: Standings) {
        self.tournament = tournament
        self.standings = standings
        names = tournament.bots.map(\.name)
        setups = tournament.setups.map { "\($0.ruleset.profile?.identifier ?? "house") \($0.mode.rawValue)" }
    }

    /// As one object, without times where no move was made.
    var json: JSON {
        .object([
            ("pairings", .list(standings.pairings.compactMap(json))), ("ruleset", .text(tournament.ruleset.identifier)),
            ("seed", .number(tournament.seed)), ("setups", .list(setups)), ("totals", .list(names.indices.map(total))),
        ])
    }

    private func json(of pairing: Standings.Pairing) -> JSON? {
        standings.results[pairing].map { result in
            .object([
                ("bot", .text(names[pairing.first])), ("different", .number(result.different)),
                ("opponent", .text(names[pairing.second])), ("result", result.tally.json),
                ("sides", .list(pairing.sides.map(\.rawValue))),
            ])
        }
    }

    private func total(of bot: Int) -> JSON {
        let time = standings.time(of: bot)
        return .object([
            ("bot", .text(names[bot])),
            time.map { ("longestMilliseconds", .number($0.longest / .milliseconds(1))) },
            time.map { ("medianMilliseconds", .number($0.median / .milliseconds(1))) },
            ("result", standings.total(of: bot).json),
        ])
    }

    /// As tables, at most 80 columns wide.
    var text: [String] {
        var lines = ["\(tournament.ruleset.identifier): \(setups.joined(separator: ", ")); seed \(tournament.seed)"]
        lines += ["", "\(name("bot"))  \(name("opponent"))  side   games   score  95% interval  different"]
        for pairing in standings.pairings {
            guard let result = standings.results[pairing] else { continue }
            let bots = "\(name(names[pairing.first]))  \(name(names[pairing.second]))"
            let side = pairing.sides.count == 2 ? "both" : pairing.sides == [.divergence] ? "D   " : "T   "
            lines.append("\(bots)  \(side)\(result.tally.columns)\(String(format: "%11d", result.different))")
        }
        lines += ["", "\(name("bot"))    games   score  95% interval  ms a move: median   longest"]
        for (bot, name) in names.enumerated() {
            let time = standings.time(of: bot)
            let times = [time?.median, time?.longest].map { time in
                time.map { String(format: "%10.1f", $0 / .milliseconds(1)) } ?? "         –"
            }
            lines.append("\(self.name(name))  \(standings.total(of: bot).columns)          \(times.joined())")
        }
        return lines
    }

    /// A bot's name, in the columns that the longest takes, if they are not too many.
    private func name(_ text: String) -> String {
        let width = min(max(names.map(\.columns).max() ?? 0, 8), 16)
        return text.clipped(width).padded(width)
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
