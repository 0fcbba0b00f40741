import Archive
import ArgumentParser
import Foundation
import Game
import Play
import Rulebook
import Text

extension SavesCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy matches from elsewhere into the folder, after replaying them.",
            discussion: """
                Each file is a match as it was saved, or as “export --to json” wrote it. With --ruleset it is a bare list of acts, in the notation that \
                Saves/README.md describes, one a line; blank lines and those that begin with # are passed over, and the match \
                began when the file was last written to. What does not replay is refused, with its line, and nothing of it is kept.
                """)

        @Argument(help: "The files.", completion: .file())
        var file: [String]

        @Option(
            help: ArgumentHelp("Of a list of acts, the ruleset: a path, or the identifier of a shipped one."),
            completion: Candidates.ruleset)
        var ruleset: String?

        @Option(help: "Of a list of acts, the profile, by name or from a file.", completion: Candidates.profile)
        var profile: String?

        @Option(help: "Of a list of acts, hard or easy. (default: hard)")
        var mode: Mode?

        @Option(
            help: ArgumentHelp("Of a list of acts, who played Divergence, as in “play”.", valueName: "seat"),
            completion: Candidates.seat(.divergence))
        var divergence: Player?

        @Option(
            help: ArgumentHelp("Of a list of acts, who played Training, as in “play”.", valueName: "seat"),
            completion: Candidates.seat(.training))
        var training: Player?

        @OptionGroup var folder: SavesOption

        func validate() throws {
            guard ruleset != nil || (profile == nil && mode == nil && divergence == nil && training == nil) else {
                throw ValidationError("--profile, --mode, --divergence and --training are for acts with --ruleset.")
            }
        }

        func run() throws {
            let list = try ruleset.map { try actList($0) }
            var refused: ExitCode?
            for path in file {
                do throws(ArchiveError) {
                    let library = folder.library
                    if let list {
                        tell(try library.take(try list.record(of: path)), of: path)
                    } else {
                        tell(try take(path, into: library), of: path)
                    }
                } catch {
                    refused = failure(error.description)
                }
            }
            if let refused { throw refused }
        }

        /// A match as it was saved, or as it was exported.
        private func take(_ path: String, into library: Library) throws(ArchiveError) -> Library.Imported {
            do throws(ArchiveError) {
                return try library.take(try MatchFile(reading: path))
            } catch .notAMatch(_, .otherFormat) {
                return try library.take(try ImportedMatch(reading: path).record)
            }
        }

        private func tell(_ imported: Library.Imported, of path: String) {
            let text =
                switch imported {
                case .copied(let copy): "\(path): copied to \(copy)"
                case .besides(let copy, let other):
                    "\(path): copied to \(copy); \(fileName(other)) is the same match, and differs"
                case .known(let other): "\(path): not copied, as \(other) has all of it"
                }
            print(text.madePlain)
        }

        private func actList(_ name: String) throws -> ActList {
            let (ruleset, profile) = try Paths.profiled(profile, try Paths.ruleset(name))
            let players = Players(
                divergence: try seated(divergence, .divergence, ruleset),
                training: try seated(training, .training, ruleset))
            return ActList(
                setup: Setup(ruleset: ruleset, profile: profile, mode: mode ?? .hard, players: players))
        }
    }
}
