import ArgumentParser
import Bots
import Game
import Foundation
import Lab
import Solver
import Text

/// Lets bots play each other, to measure how strong they are.
struct Tournament: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let bots play each other and print scores with their uncertainty.",
        discussion: """
            Every two bots meet in every set-up, a profile and a mode, and for each game they play another with sides \
            swapped. A score is the share of points won, a draw as half a point, with a 95% interval over such pairs \
            of games. Who plays only one side is measured on that side, without pairs. Ctrl-C prints what there is.
            """)

    @Option(help: "A path, or the identifier of a shipped ruleset.", completion: Candidates.ruleset)
    var ruleset = "alice"

    @Option(help: "In place of a ruleset, one of real proportions that is made up from this seed.")
    var generated: UInt64?

    @Option(help: "Bots by name, separated by commas; without it, all that there are.", completion: Candidates.botList)
    var bots: String?

    @Option(
        help:
            "A profile to play under, or its file, house for the ruleset's own numbers; may be repeated. Without it, all.",
        completion: Candidates.profile)
    var profile: [String] = []

    @Option(help: "hard or easy; without it, both.")
    var mode: Mode?

    @Option(help: "Pairs of games for two bots in a set-up, each from a seed of its own.")
    var games = 4

    @Option(help: "What the seeds are drawn from.")
    var seed: UInt64 = 1

    @Option(help: "Games to play at once.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard games >= 1 else { throw ValidationError("--games is 1 or more, not \(games).") }
        guard (1...64).contains(threads) else { throw ValidationError("--threads is 1 to 64, not \(threads).") }
    }

    func run() throws {
        var ruleset = try generated.map(Ruleset.madeUp) ?? Paths.ruleset(self.ruleset)
        let profiles = profile.isEmpty ? ["house"] + ruleset.profiles.map(\.identifier) : profile
        let names = try profiles.map { name in
            let (profiled, profile) = try Paths.profiled(name, ruleset)
            ruleset = profiled
            return profile
        }
        let setups = names.flatMap { name in
            let under = name.flatMap(ruleset.under(profile:)) ?? ruleset
            return (mode.map { [$0] } ?? Mode.allCases).map { Rules(under, mode: $0) }
        }
        let tournament = RoundRobin(
            of: try contestants(ruleset), in: setups, ruleset: ruleset, games: games, seed: seed)
        let meetings = tournament.meetings.count
        guard meetings > 0 else { throw failure("it takes two bots that can play against each other", code: 64) }
        let interrupt = Interrupt()
        let status = StatusLine()
        let standings = tournament.run(threads: threads, cancellation: interrupt.cancellation) { over in
            status.show("\(over) of \(meetings) meetings")
        }
        status.clear()
        let report = TournamentReport(tournament, standings)
        print(json ? report.json.line : report.text.joined(separator: "\n"))
    }

    private func contestants(_ ruleset: Ruleset) throws -> [any Bot] {
        let known = Bots.bots(for: ruleset)
        guard let names = bots?.split(separator: ",").map(String.init) else { return known }
        var seen: Set<String> = []
        return try names.map { name in
            guard seen.insert(name).inserted else { throw failure("the bot “\(name)” is named twice", code: 64) }
            guard let bot = known.first(where: { $0.name == name }) else { throw noBot(name, among: known) }
            return bot
        }
    }
}
