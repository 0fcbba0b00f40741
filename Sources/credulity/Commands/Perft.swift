import ArgumentParser
import Game

/// Counts sequences of moves, to check the laws and to time them.
struct Perft: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Count the sequences of moves from the start, concede not counted.")

    @OptionGroup var options: RulesOptions

    @Option(help: "How many moves deep.")
    var depth: Int

    func validate() throws {
        guard depth >= 0 else { throw ValidationError("--depth is 0 or more, not \(depth).") }
    }

    func run() throws {
        print(Position(try options.rules()).perft(depth))
    }
}
