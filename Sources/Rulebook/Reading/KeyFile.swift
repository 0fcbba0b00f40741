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
        let bytes: [UInt8]
        do {
            bytes = try fileBytes(at: path, limit: Rulebook.sizeLimit)
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
        let source = SourceFile(bytes, named: path)
        let report = Report()
        let keys = KeyFile.read(source, actions, isKey, report)
        guard let keys, !report.hasErrors else {
            throw .invalid(source.diagnostics(report.errors), further: report.furtherErrors)
        }
        self.keys = keys
    }

    private static func read(
        _ source: SourceFile, _ actions: [String], _ isKey: @escaping (String) -> Bool, _ report: Report
    ) -> [String: [String]]? {
        guard source.isText(report) else { return nil }
        let text = source.plainText(report)
        guard YAMLGuard(text).passes(report), let root = parseYAML(text, report) else { return nil }
        return Format<[String: [String]]>.mapping("file of keys") { mapping in
            var keys: [String: [String]] = [:]
            for action in actions { keys[action] = mapping.optional(action, .keys(isKey)) }
            return keys
        }.read(root, report)
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
