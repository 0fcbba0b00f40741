import ArgumentParser
import Glibc
import Rulebook
import SystemPackage

extension RulesCommand {
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a small ruleset that plays, with comments that teach the format.")

        @Argument(help: "The identifier of the ruleset: small letters, digits and hyphens, a letter first.")
        var name: String

        @Option(help: ArgumentHelp("The folder to write NAME.yaml to.", valueName: "folder"), completion: .directory)
        var output = "."

        func run() throws {
            guard let template = Template(identifier: name) else {
                let hint = Paths.rulesetName(name) == nil ? "" : "; “.yaml” is put after it"
                throw failure(
                    "“\(name)” is no identifier: small letters, digits and hyphens, a letter first\(hint)", code: 64)
            }
            let path = output == "." ? "\(name).yaml" : "\(output)/\(name).yaml"
            try write(schemaLine + template.yaml, to: path)
            print(
                """
                Wrote \(path). It plays as it stands:
                  credulity rules check \(path)
                  credulity play --ruleset \(path)
                """)
        }

        /// Tells editors where the schema is, unless its path has a blank, which they would not understand.
        private var schemaLine: String {
            guard let schema = Paths.schema else {
                warn("No ruleset.schema.json, so editors will not check the file as it is written: \(Paths.searched)")
                return ""
            }
            return schema.contains(" ") ? "" : "# yaml-language-server: $schema=\(schema)\n"
        }

        private func write(_ text: String, to path: String) throws {
            do {
                let file = try FileDescriptor.open(
                    path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                    permissions: .init(rawValue: 0o666))
                do {
                    _ = try file.closeAfter { try file.writeAll(text.utf8) }
                } catch {
                    unlink(path)
                    throw error
                }
            } catch Errno.fileExists {
                throw failure("“\(path)” is there already and was left as it is", code: 73)
            } catch Errno.noSuchFileOrDirectory {
                throw failure("there is no folder “\(output)”", code: 73)
            } catch {
                throw failure("“\(path)” cannot be written: \(error)", code: 73)
            }
        }
    }
}
