import Archive
import ArgumentParser
import Game
import Play
import Rulebook

extension RulesCommand {
    struct Keep: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the ruleset of a saved match with the cards that were coined in it.",
            discussion: """
                They become ordinary cards, last in their lists, at the numbers that were settled. What was coined \
                and taken back is not among them. A coined pattern waits for its whole trigger, so that the delays of \
                those features count; a card of a file waits for its conditions alone.
                """)

        @Argument(help: "The path of a match.", completion: Candidates.match)
        var match: String

        @Option(
            help: ArgumentHelp("The file to write; without it, standard output.", valueName: "file"),
            completion: .file(extensions: ["yaml", "yml"]))
        var out: String?

        @Option(
            help: ArgumentHelp(
                "The identifier of the ruleset. (default: that of the match's, with “-kept”)", valueName: "identifier"))
        var id: String?

        func run() throws {
            let record = try readMatch(match)
            let cards = KeptCards(of: record)
            guard !cards.isEmpty else {
                throw failure("no card was coined in this match that was not taken back, so there is none to keep")
            }
            let name = try identifier(cards.usualName, not: record.ruleset.identifier)
            let text = try yaml(of: cards.ruleset(named: name), under: heading(cards.day))
            guard let out else { return print(text, terminator: "") }
            try OwnFile.write(text, to: out)
            let path = out.contains("/") || Paths.rulesetName(out) != nil ? out : "./" + out
            print("Wrote \(out): “\(record.ruleset.identifier)” with what was coined, as “\(name)”.")
            cards.lines.forEach { print("  " + $0) }
            print("Next:\n  credulity rules check \(path)\n  credulity play --ruleset \(path)")
        }

        private func identifier(_ usual: String, not original: String) throws -> String {
            guard let id else { return usual }
            guard Template(identifier: id) != nil else {
                throw failure("“\(id)” is no identifier: small letters, digits and hyphens, a letter first", code: 64)
            }
            guard id != original else {
                throw failure("“\(id)” is the ruleset of the match; this one needs another identifier", code: 64)
            }
            return id
        }

        private func heading(_ day: String) -> String {
            """
            # Written by “credulity rules keep”. Last among the patterns and the situations are the cards that were
            # coined in a match of \(day). There a coined pattern waited for its whole trigger; here, like any
            # other, for its conditions alone.


            """
        }

        /// A file that reads back as the same ruleset.
        private func yaml(of ruleset: Ruleset, under heading: String) throws -> String {
            let yaml = heading + RulesetDocument(ruleset).yaml
            do {
                guard try Rulebook(yaml, named: ruleset.identifier).ruleset == ruleset else {
                    preconditionFailure("a ruleset that reads back as another")
                }
                return yaml
            } catch {
                throw failure("the cards cannot be kept, as a file with them would not be read:\n\(error)")
            }
        }
    }
}

/// A match from its file.
///
/// - Throws: an exit code, after saying why it cannot be had.
func readMatch(_ path: String) throws -> MatchRecord {
    do throws(ArchiveError) {
        return try MatchFile(reading: path).record
    } catch {
        throw failure(error.description)
    }
}

extension KeptCards {
    /// Each with its number and its text.
    fileprivate var lines: [String] {
        patterns.map { "pattern \($0.identifier) at \($0.credence): \($0.text)" }
            + situations.map { card in
                let numbers = [("ordinary", card.ordinary), ("deliberate", card.deliberate)].compactMap {
                    name, number in
                    number.map { "\(name) at \($0)" }
                }
                return "situation \(card.identifier), \(numbers.joined(separator: ", ")): \(card.text)"
            }
    }
}
