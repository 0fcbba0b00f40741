import ArgumentParser
import Glibc
import SystemPackage

/// Our bots for other programs, by the protocol of `Sources/Bots/ENGINES.md`.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine",
        abstract: "Be an engine for another program: bots over standard input and output.",
        discussion: """
            The protocol is in the manner of UCI and is described in Sources/Bots/ENGINES.md. The other way \
            about, an engine from outside plays a side with --divergence or --training engine:COMMAND.
            """)

    @Option(help: "The bot that plays, as after “bot:”. (default: perfect)", completion: Candidates.bot)
    var bot: String?

    func run() throws {
        var input = LineReader(.standardInput, limit: 8 << 20)
        let session = EngineSession(bot: bot) { line in
            print(line)
            Output.push()
        }
        defer { session.stop(waiting: 2) }
        while let line = input.next() {
            try Output.flush()
            switch line {
            case .text(let text): guard session.obey(text) else { return }
            case .notText: session.complain(EngineComplaint.notText)
            case .tooLong: session.complain(EngineComplaint.tooLong(limit: input.limit))
            }
        }
        // Lines from a pipe or file are over before the last of them is answered.
        while !session.hasAnswered(within: 0.1), !Output.isAbandoned {}
    }
}
