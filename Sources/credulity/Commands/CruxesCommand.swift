import ArgumentParser
import Foundation
import Game
import Play
import Review
import Rulebook
import Solver

/// Tells on what two players really differ.
struct CruxesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cruxes",
        abstract: "Tell on which numbers the players of a saved match differ, and which of them decide it.",
        discussion: """
            A number is what a player said it believes, or else wrote down when it was settled. Then follow who wins \
            with best play by whose numbers, and the fewest that a player could grant the other to change that. \
            Where the time or Ctrl-C ends the search, it says how far it came. With --keep-divergence or \
            --keep-training it does nothing but keep that player's numbers as a profile, for --profile of other \
            commands. In JSON bits are millibits, and sides are divergence and training: “cruxes” are the numbers on \
            which they differ, the widest gap first, “alone” those that only one gave; each has “number” in \
            notation, “provenance” if it is of data, “name”, “coined”, “inForce”, “observations” by identifier, \
            those that differ “gap”, and by side “credence”, “bits” and “believed”. “limit” is what Training may \
            strain. “own” has by side “winner”, “grade”, “priceLower”, “priceUpper” and “infinite”; “changes” by the \
            side that grants: “grants”, the smallest sets as places in “cruxes” from 0, “all”, whether granting \
            everything would do, “tried”, the size up to which all were tried, and “complete”. What is not known is \
            null.
            """)

    /// How the report is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json
    }

    @Argument(help: "The path of a match.", completion: Candidates.match)
    var match: String

    @Option(help: "text, markdown or json.")
    var format = Format.text

    @Option(help: "Seconds to take, at most.")
    var seconds = 30.0

    @Option(
        help: ArgumentHelp("Write the numbers of who plays Divergence to a new file, as a profile.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var keepDivergence: String?

    @Option(
        help: ArgumentHelp("Write the numbers of who plays Training to a new file, as a profile.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var keepTraining: String?

    func validate() throws {
        guard seconds > 0 else { throw ValidationError("--seconds is more than 0, not \(seconds).") }
    }

    func run() throws {
        let cruxes = Cruxes(of: try readMatch(match))
        if keepDivergence != nil || keepTraining != nil {
            if let keepDivergence { try keep(.divergence, of: cruxes, in: keepDivergence) }
            if let keepTraining { try keep(.training, of: cruxes, in: keepTraining) }
            return
        }
        let text = CruxText(cruxes, findings(of: cruxes))
        switch format {
        case .text: print(text.text, terminator: "")
        case .markdown: print(text.markdown, terminator: "")
        case .json: print(text.json)
        }
    }

    private func findings(of cruxes: Cruxes) -> CruxFindings? {
        guard cruxes.hasNumbers else { return nil }
        let interrupt = Interrupt()
        let status = StatusLine()
        defer { status.clear() }
        let search = CruxSearch(
            cruxes, limits: .init(seconds: seconds), cancellation: interrupt.cancellation,
            progress: status.isShown ? { status.show("working out " + $0) } : nil)
        return search.findings()
    }

    /// Writes a player's numbers to a file that reads back as the same profile.
    private func keep(_ side: Side, of cruxes: Cruxes, in path: String) throws {
        let ruleset = cruxes.record.ruleset
        let name = cruxes.record.player(side).name
        var own = OwnProfile(of: side, in: cruxes)
        own.profile.title = own.profile.title.fileText ?? name
        guard own.count > 0 else {
            throw failure("\(name) gave no number in this match that differs from the ruleset's, and none was settled")
        }
        let yaml = ProfileDocument(own.profile, of: ruleset).yaml
        do {
            _ = try ProfileFile(yaml, named: path, for: ruleset)
        } catch {
            throw failure("the numbers cannot be kept, as a file with them would not be read:\n\(error)")
        }
        try OwnFile.write(yaml, to: path)
        let named = path.contains("/") ? path : "./" + path
        print("Wrote \(path): “\(own.profile.title)”, \(own.count) numbers, as “\(own.profile.identifier)”.")
        if !own.leftOut.isEmpty {
            print(
                "Left out, as the ruleset does not have them: \(own.leftOut.joined(separator: ", ")), coined in the match."
            )
            print("“credulity rules keep \(match)” makes a ruleset that has them.")
        }
        print("Next:\n  credulity play --ruleset \(ruleset.identifier) --profile \(named)")
    }
}
