public import ArgumentParser
import Exports
import Foundation
import Game
import Play
public import Review
import Solver

/// Hands a saved match on in another form.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a saved match as text, markdown, html, json, csv, argdown, dot or svg.",
        discussion: """
            text tells it in plain sentences; markdown is a debate in one act, for a post; html is one page that needs \
            no network and no script, with the graph of the evaluation; json is all of it, which “saves import” takes; \
            csv has a row for each step; argdown has claims, attacks and credences for argument maps; dot is a graph of \
            claims and answers for Graphviz; svg is the graph of the evaluation with the meters. Saves/README.md tells \
            the form of json and csv. What best play comes to is worked out for html, json, csv and svg; what is not \
            proven when the time ends, or at Ctrl-C, is shown as bounds. The output is a new file with --out, else \
            standard output.
            """)

    @Argument(help: "The path of a match.", completion: Candidates.match)
    var match: String

    @Option(help: "text, markdown, html, json, csv, argdown, dot or svg.")
    var to: ExportFormat

    @Option(help: "Write to a new file.", completion: .file())
    var out: String?

    @Option(help: "Seconds to take, at most; 0 leaves out what best play comes to.")
    var seconds = 10.0

    @Flag(help: "With what the players differ on, and who wins by whose numbers: in text, markdown, html and json.")
    var cruxes = false

    func validate() throws {
        guard seconds >= 0 else { throw ValidationError("--seconds is 0 or more, not \(seconds).") }
        guard !cruxes || to.showsCruxes else { throw ValidationError("--cruxes has no place in \(to.rawValue).") }
    }

    func run() throws {
        let record = try readMatch(match)
        let text = debate(record).exported(as: to)
        guard let out else { return print(text, terminator: "") }
        try OwnFile.write(text, to: out)
    }

    private func debate(_ record: MatchRecord) -> Debate {
        let interrupt = Interrupt()
        let status = StatusLine()
        defer { status.clear() }
        if status.isShown, seconds > 0, to.showsEvaluations || cruxes {
            status.show("working out what best play comes to")
        }
        return Debate(
            record, for: to, withCruxes: cruxes, limits: SearchLimits(seconds: seconds),
            cancellation: interrupt.cancellation)
    }
}

extension ExportFormat: ExpressibleByArgument {}
