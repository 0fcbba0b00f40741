import ArgumentParser
import Rulebook

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
            try OwnFile.write(schemaLine + template.yaml, to: path)
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
    }
}
