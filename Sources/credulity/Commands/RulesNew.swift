import ArgumentParser
import Glibc
import Rulebook

extension RulesCommand {
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a small ruleset that plays, with comments that teach the format.")

        @Argument(help: "The identifier of the ruleset: small letters, digits and hyphens, a letter first.")
        var name: String

        @Option(help: ArgumentHelp("The folder to write NAME.yaml to.", valueName: "folder"))
        var output = "."

        func run() throws {
            guard let template = Template(identifier: name) else {
                let hint = name.hasSuffix(".yaml") ? "; “.yaml” is put after it" : ""
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
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            guard file >= 0 else {
                switch errno {
                case EEXIST: throw failure("“\(path)” is there already and was left as it is", code: 73)
                case ENOENT: throw failure("there is no folder “\(output)”", code: 73)
                default: throw failure("“\(path)” cannot be written: \(String(cString: strerror(errno)))", code: 73)
                }
            }
            defer { close(file) }
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else {
                    let reason = String(cString: strerror(errno))
                    unlink(path)
                    throw failure("“\(path)” cannot be written: \(reason)", code: 73)
                }
                rest = rest.dropFirst(count)
            }
        }
    }
}
