/// A player's own keys: a YAML file that gives actions other keys, each one key or a list of them.
///
///     sort: t
///     undo: [Ctrl-Z, U]
public struct KeyFile: Hashable, Sendable {
    /// The names of keys by the name of their action.
    public let keys: [String: [String]]

    /// Reads the file of that path.
    ///
    /// - Parameters:
    ///   - actions: the names that may be keys of the mapping.
    ///   - isKey: whether a word names a key of the keyboard.
    /// - Throws: `RulebookError`, with every problem of the file.
    public init(
        contentsOf path: String, actions: [String], isKey: @escaping (String) -> Bool
    ) throws(RulebookError) {
        let source = try SourceFile(contentsOf: path)
        let report = Report()
        let format = Format<[String: [String]]>.mapping("file of keys") { mapping in
            var keys: [String: [String]] = [:]
            for action in actions { keys[action] = mapping.optional(action, .keys(isKey)) }
            return keys
        }
        guard let root = source.root(report, for: "keys by the names of actions"), let keys = format.read(root, report),
            !report.hasErrors
        else {
            throw .invalid(source.diagnostics(report.errors), further: report.furtherErrors)
        }
        self.keys = keys
    }
}

extension Format where Value == String {
    /// A key by its name; a digit is a key too.
    fileprivate static func key(_ isKey: @escaping (String) -> Bool) -> Format {
        Format("the name of a key, such as x, Ctrl-X, Space or PgUp") { content in
            switch content {
            case .plain(let word), .quoted(let word): isKey(word) ? word : nil
            default: nil
            }
        }
    }
}

extension Format where Value == [String] {
    /// One key or several.
    fileprivate static func keys(_ isKey: @escaping (String) -> Bool) -> Format {
        let one = Format<String>.key(isKey)
        return Format("a key, or a list of keys") { node, report in
            guard case .list(let nodes) = node.content else { return one.read(node, report).map { [$0] } }
            return nodes.compactMap { one.read($0, report) }
        }
    }
}
