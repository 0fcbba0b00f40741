import ArgumentParser

/// The program: without a subcommand, the game.
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
            PlayCommand.self, Resume.self, RulesCommand.self, Moves.self, Perft.self, Solve.self, Bench.self,
            Tournament.self, Serve.self,
        ],
        defaultSubcommand: PlayCommand.self)
}
