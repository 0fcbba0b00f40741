public import ArgumentParser
import Bots
public import Game

extension Mode: ExpressibleByArgument {}

/// The ruleset, profile and mode that a command speaks of.
struct RulesOptions: ParsableArguments {
    @Argument(help: "A path, or the identifier of a shipped ruleset.")
    var ruleset: String

    @Option(help: "The profile whose credences and limits count; the house's without it.")
    var profile: String?

    @Option(help: "hard or easy.")
    var mode: Mode = .hard

    func rules() throws -> Rules {
        Rules(try Paths.under(profile, try Paths.ruleset(ruleset)), mode: mode)
    }
}

/// How a match is shown, how long outside engines may think, and where matches are saved.
struct TableOptions: ParsableArguments {
    @Flag(help: "Numbered lines on standard input and output in place of a screen.")
    var plain = false

    @Option(help: ArgumentHelp("Seconds that an outside engine may think about a move.", valueName: "seconds"))
    var engineSeconds = 5.0

    @Option(help: "The folder of saved matches; without it, $CREDULITY_SAVES or the usual one.")
    var saves: String?

    func validate() throws {
        guard (0.01...86_400).contains(engineSeconds) else {
            throw ValidationError("--engine-seconds is 0.01 to 86400, not \(engineSeconds).")
        }
    }

    var folder: String { saves ?? Paths.saves }

    /// Carries out what a match asks for; its engines are to be ended by whoever has it.
    func effects() -> EffectRunner {
        EffectRunner(saves: folder, engines: Engines(EngineLimits(seconds: engineSeconds)))
    }
}
