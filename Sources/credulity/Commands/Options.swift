public import ArgumentParser
public import Bots
public import Game
import Play
import Text

extension Mode: ExpressibleByArgument {}

/// The ruleset, profile and mode that a command speaks of.
struct RulesOptions: ParsableArguments {
    @Argument(help: "A path, or the identifier of a shipped ruleset.", completion: Candidates.ruleset)
    var ruleset: String

    @Option(
        help: "The profile whose credences and limits count, by name or from a file; the house's without it.",
        completion: Candidates.profile)
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

    @Option(
        help: ArgumentHelp(
            "An option of the engine that plays Divergence; may be repeated.", valueName: "name=value"))
    var divergenceOption: [EngineOption] = []

    @Option(
        help: ArgumentHelp("An option of the engine that plays Training; may be repeated.", valueName: "name=value"))
    var trainingOption: [EngineOption] = []

    @Option(help: "The folder of saved matches; without it, $CREDULITY_SAVES or the usual one.", completion: .directory)
    var saves: String?

    func validate() throws {
        guard (0.01...86_400).contains(engineSeconds) else {
            throw ValidationError("--engine-seconds is 0.01 to 86400, not \(engineSeconds).")
        }
    }

    var folder: String { saves ?? Paths.saves }

    /// Carries out what a match asks for; its engines are to be ended by whoever has it.
    ///
    /// - Parameter seats: who was named on the command line, which lets engines be started.
    /// - Throws: an exit code, after saying why, where there are options and no engine on that side.
    func effects(_ seats: [Side: Player]) throws -> EffectRunner {
        let engines = Engines(EngineLimits(seconds: engineSeconds))
        for side in Side.allCases {
            let options = side == .divergence ? divergenceOption : trainingOption
            guard options.isEmpty || seats[side]?.engine != nil else {
                throw failure("--\(side.rawValue)-option is for --\(side.rawValue) engine:COMMAND", code: 64)
            }
            if let player = seats[side] { engines.allow(player, on: side, options: options) }
        }
        return EffectRunner(saves: folder, engines: engines)
    }
}

extension EngineOption: ExpressibleByArgument {
    /// `NAME=VALUE`.
    public init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, argument.isPlainText, !argument.contains("\n") else { return nil }
        self.init(name: parts[0], value: parts[1])
    }
}
