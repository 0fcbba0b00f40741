import Archive
public import ArgumentParser
import Foundation
public import Play
import Review
import Screens
import Text

/// What was played.
struct SavesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saves", abstract: "List, show, delete and import saved matches.",
        discussion: """
            A MATCH is a path, the name of a file in the folder, its number in “saves list”, or the first digits of its \
            identity, at least four. Files that are broken are listed with what is wrong, and shown up to there.
            """,
        subcommands: [List.self, Show.self, Delete.self, Import.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the saved matches, the one last played first.",
            discussion: """
                A FIELD is ruleset, profile, mode, player, divergence, training, judge, winner (divergence, training or \
                draw), reason, state (finished, unfinished or broken), leg, played (the beginning of a local date) or file. \
                In JSON, and in CSV by columns of the same names, “limit” and “bids” are millibits, “begun” and “played” \
                are in UTC, “number” and “id” name the match in other commands, and what there is none of is null.
                """)

        /// How the list is written.
        enum Format: String, ExpressibleByArgument, CaseIterable {
            case table, json, csv
        }

        @Option(help: "played, begun, ruleset, mode, limit, players, verdict, plies or file.")
        var sort = SavedOrder.played

        @Option(
            help: ArgumentHelp("List only those of which this holds; may be repeated.", valueName: "field=value"))
        var filter: [SavedFilter] = []

        @Option(help: ArgumentHelp("List only those with all these words in names or words said.", valueName: "words"))
        var search: String?

        @Option(help: "table, json or csv.")
        var format = Format.table

        @OptionGroup var folder: SavesOption

        func run() throws {
            let found = folder.library.list()
            guard found.count > 0 else { throw folder.nothing }
            var query = SavedQuery()
            for filter in filter { query.add(filter.field, filter.value) }
            if let search { query.add(words: search) }
            let numbers = Dictionary(uniqueKeysWithValues: zip(found.files.map(\.path), 1...))
            let rows = found.files(query, by: sort).map { SavesListing.Row(number: numbers[$0.path] ?? 0, file: $0) }
            let listing = SavesListing(rows)
            switch format {
            case .table: listing.table(columns: terminalColumns).forEach { print($0) }
            case .json: print(listing.json)
            case .csv: print(listing.csv, terminator: "")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a saved match: what it is, and all that happened in it.")

        @Argument(help: "Which one.", completion: Candidates.match)
        var match: String

        @OptionGroup var folder: SavesOption

        func run() throws {
            let path = try folder.path(of: match)
            do throws(ArchiveError) {
                let (record, damage) = try MatchFile.upToBreak(path)
                let listed = folder.library.list().files.first { $0.path == path }?.match
                SavesListing.summary(record, path: path, damage: damage?.damage, listed).forEach { print($0.madePlain) }
                print("")
                for line in Narration(record).text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                    print(String(line).madePlain)
                }
                guard let damage else { return }
                Output.push()
                throw damage
            } catch {
                throw failure(error.description)
            }
        }
    }

    struct Delete: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Move saved matches to the trash, a folder from which they can be moved back.")

        @Argument(help: "Which ones.", completion: Candidates.match)
        var match: [String]

        @Flag(help: "Do not ask.")
        var yes = false

        @OptionGroup var folder: SavesOption

        func run() throws {
            let library = folder.library
            let paper = Paper()
            // All are found before the first is gone: their numbers would change.
            for path in try match.map({ try folder.own($0) }) {
                let name = fileName(path)
                if !yes {
                    guard let answer = paper.ask("Move \(name) to the trash?") else {
                        throw failure("nobody answered, so \(name) was left; --yes does not ask", code: 64)
                    }
                    guard answer else { continue }
                }
                do throws(ArchiveError) {
                    print("In the trash now: \(try library.discard(path))".madePlain)
                } catch {
                    throw failure(error.description)
                }
            }
        }
    }
}

/// The folder of saved matches that a command speaks of.
struct SavesOption: ParsableArguments {
    @Option(help: "The folder of saved matches; without it, $CREDULITY_SAVES or the usual one.", completion: .directory)
    var saves: String?

    var library: Library { Library(folder: saves ?? Paths.saves) }

    var nothing: ExitCode { failure("no match in \(library.folder)", code: 66) }

    /// The path of a match by a path, a name, a number or an identity.
    ///
    /// - Throws: an exit code, after saying that there is none such, or several.
    func path(of word: String) throws -> String {
        if word.contains("/") || word.hasSuffix(".jsonl") {
            let inside = library.folder + "/" + word
            return !word.contains("/") && FileManager.default.fileExists(atPath: inside) ? inside : word
        }
        let files = library.list().files
        if let number = Int(word), files.indices.contains(number - 1) { return files[number - 1].path }
        let meant = word.count < 4 ? [] : files.filter { $0.match?.header.id.hasPrefix(word.lowercased()) ?? false }
        // Of copies, the one last played.
        if Set(meant.map { $0.match?.header.id }).count == 1 { return meant[0].path }
        guard meant.isEmpty else {
            throw failure("“\(word)” begins the identities of \(meant.count) matches; write more of it", code: 64)
        }
        throw failure("no match “\(word)” in \(library.folder); “credulity saves list” shows them", code: 66)
    }

    /// The same for one that is in the folder.
    func own(_ word: String) throws -> String {
        let given = URL(fileURLWithPath: try path(of: word))
        let path = library.folder + "/" + given.lastPathComponent
        let folders = [given.deletingLastPathComponent(), URL(fileURLWithPath: library.folder)]
        guard Set(folders.map { $0.resolvingSymlinksInPath().path }).count == 1, library.paths.contains(path) else {
            throw failure("no match “\(word)” in \(library.folder), and what is elsewhere is not deleted", code: 66)
        }
        return path
    }
}

extension SavedOrder: ExpressibleByArgument {}

/// A field of a match and what must be in it, as `FIELD=VALUE`.
struct SavedFilter: ExpressibleByArgument {
    let field: SavedQuery.Field
    let value: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let field = SavedQuery.Field(rawValue: parts[0].lowercased()) else { return nil }
        self.field = field
        value = String(parts[1])
    }
}
