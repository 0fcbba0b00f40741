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

/// What outside engines may take.
struct EngineOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Seconds that an outside engine may think about a move.", valueName: "seconds"))
    var engineSeconds = 5.0

    func validate() throws {
        guard (0.01...86_400).contains(engineSeconds) else {
            throw ValidationError("--engine-seconds is 0.01 to 86400, not \(engineSeconds).")
        }
    }

    var limits: EngineLimits { EngineLimits(seconds: engineSeconds) }
}

/// Where matches are saved.
struct SavesOptions: ParsableArguments {
    @Option(help: "The folder of saved matches; without it, $CREDULITY_SAVES or the usual one.")
    var saves: String?

    var folder: String { saves ?? Paths.saves }
}
