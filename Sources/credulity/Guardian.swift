import CEngines

/// This program once more, between it and an engine: it ends all that the engine has started, even where we are killed.
enum Guardian {
    /// No command of the program, so that nobody calls it by mistake.
    private static let word = "---guard"

    /// What comes before its patience in milliseconds and the engine's command.
    static let words = ["/proc/self/exe", word]

    /// Runs an engine, if that is what the program was started for; the exit status.
    static func run() -> CInt? {
        let words = CommandLine.arguments
        guard words.count > 3, words[1] == word, let patience = CInt(words[2]) else { return nil }
        return engine_guard(patience, CommandLine.unsafeArgv + 3)
    }
}
