import ArgumentParser
import Game
import Glibc
import Rulebook
import Text

/// What there is to play by.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List, show, check, begin and keep rulesets.",
        subcommands: [List.self, Show.self, Check.self, New.self, Keep.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the rulesets that are found.")

        func run() throws {
            let files = Paths.rulesetFiles
            guard !files.isEmpty else { throw failure("no rulesets: \(Paths.searched)", code: 66) }
            for (identifier, path) in files {
                do {
                    let ruleset = try Rulebook(contentsOf: path).ruleset
                    let profiles = (["house"] + ruleset.profiles.map(\.identifier)).joined(separator: ", ")
                    let bots = ruleset.bots.map { "bot:\($0.identifier)" }.joined(separator: ", ")
                    print("\(identifier)  \(ruleset.title)  (\(profiles)\(bots.isEmpty ? "" : "; \(bots)"))")
                } catch {
                    warn("\(identifier): cannot be read; “credulity rules check \(path)” says why")
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a ruleset's cards, or one of them.")

        @Argument(help: "A path, or the identifier of a shipped ruleset.", completion: Candidates.ruleset)
        var ruleset: String

        @Option(help: "Under this profile, by name or from a file.", completion: Candidates.profile)
        var profile: String?

        @Flag(help: "Print a file: the ruleset's, or with --profile the profile's, to change and to play by.")
        var yaml = false

        @Argument(help: "The identifier of a card.", completion: Candidates.card)
        var card: String?

        func validate() throws {
            if yaml, card != nil { throw ValidationError("--yaml prints a whole file, not one card.") }
        }

        func run() throws {
            let whole = try Paths.ruleset(ruleset)
            let ruleset = try Paths.under(profile, whole)
            if yaml {
                let text = ruleset.profile.map { ProfileDocument($0, of: whole).yaml } ?? RulesetDocument(whole).yaml
                return print(text, terminator: "")
            }
            let listing = RulesListing(ruleset)
            guard let card else {
                listing.lines.forEach { print($0) }
                return
            }
            guard let lines = listing.lines(of: card) else {
                let hint = nearest(to: card, among: listing.identifiers).map { "; did you mean “\($0)”?" } ?? ""
                throw failure("“\(ruleset.identifier)” has no card “\(card)”\(hint)")
            }
            lines.forEach { print($0) }
        }
    }
}
