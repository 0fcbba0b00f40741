import ArgumentParser
import Glibc

/// The program: without a subcommand, the game.
///
/// Whatever it does, what it had to print has been printed, or the exit code tells otherwise.
@main
struct Credulity: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credulity",
        abstract: "A game of made-up claims about how a trained AI goes wrong, priced in bits.",
        discussion: """
            Without a subcommand the game opens. In a pipe, or on a terminal that cannot place the cursor, \
            it is played as numbered lines.
            """,
        version: "0.1.0",
        subcommands: [
            PlayCommand.self, Resume.self, SavesCommand.self, RulesCommand.self, Moves.self, Perft.self, Solve.self,
            Bench.self,
            CruxesCommand.self, Tournament.self, Serve.self,
        ],
        defaultSubcommand: PlayCommand.self)

    static func main() {
        if let status = Guardian.run() { Glibc.exit(status) }
        Output.prepare()
        do {
            do {
                var command = try parseAsRoot()
                try command.run()
            } catch  where exitCode(for: error) == .success {
                print(CompletionScript.completed(fullMessage(for: error)))
            }
            try Output.flush()
        } catch {
            exit(withError: error)
        }
    }
}
