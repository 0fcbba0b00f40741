public import ArgumentParser
public import Engine

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
        Rules(try Places.under(profile, try Places.ruleset(ruleset)), mode: mode)
    }
}

/// Where matches are saved.
struct SavesOptions: ParsableArguments {
    @Option(help: "The folder of saved matches; without it, $CREDULITY_SAVES or the usual one.")
    var saves: String?

    var folder: String { saves ?? Places.saves }
}
