/// What the program says of itself with `--experimental-dump-help`.
struct Help: Decodable {
    var command: Command

    struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var arguments: [Argument]?
        var subcommands: [Command]?
    }

    struct Argument: Decodable {
        var kind: String
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var defaultValue: String?
        var isOptional: Bool
        var isRepeating: Bool
    }

    struct Name: Decodable {
        var kind: String
        var name: String
    }
}

/// The commands as a section of the manual page, in the language of mdoc.
struct Manual {
    private(set) var lines: [String] = []

    init(_ help: Help) {
        lines.append(".Bl -tag -width Ds")
        for command in help.command.subcommands ?? [] where command.commandName != "help" { add(command, path: "") }
        lines.append(".El")
    }

    private mutating func add(_ command: Help.Command, path: String) {
        let path = path + command.commandName
        let arguments = (command.arguments ?? []).filter { !Self.isEverywhere($0) }
        let words = arguments.map { $0.isOptional ? "Oo \($0.usage) Oc" : $0.usage }
        lines.append(".It Ic \((["\(path)"] + words).joined(separator: " "))")
        lines += [command.abstract, command.discussion].compactMap(\.self).map(Self.escaped)
        if !arguments.isEmpty {
            lines.append(".Bl -tag -width Ds")
            for argument in arguments {
                lines.append(".It \(argument.usage)")
                lines.append(Self.escaped(argument.abstract ?? ""))
                if let value = argument.defaultValue { lines.append("Default: \(Self.escaped(value))") }
            }
            lines.append(".El")
        }
        for command in command.subcommands ?? [] { add(command, path: path + " ") }
    }

    /// `--help` and `--version`, which the page tells of once.
    private static func isEverywhere(_ argument: Help.Argument) -> Bool {
        argument.names?.contains { ["help", "version"].contains($0.name) } ?? false
    }

    /// As text that is no request.
    private static func escaped(_ text: String) -> String {
        let escapes: [Character: String] = ["\\": "\\e", "“": "\\(lq", "”": "\\(rq"]
        let line = text.map { escapes[$0] ?? String($0) }.joined()
        return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
}

extension Help.Argument {
    /// As in `Fl -mode Ar mode`.
    fileprivate var usage: String {
        let value = "Ar \(valueName ?? "value")\(isRepeating ? " ..." : "")"
        let flags = (names ?? []).map { $0.kind == "long" ? "Fl -\($0.name)" : "Fl \($0.name)" }
        guard !flags.isEmpty else { return value }
        return flags.joined(separator: " , ") + (kind == "flag" ? "" : " \(value)")
    }
}
