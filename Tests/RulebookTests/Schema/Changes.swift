@testable import Rulebook
import Text

/// A value with one thing about it changed.
struct Change {
    var what: String
    var value: JSONValue
    /// Whether it tries the bounds of a number.
    var isBound = false
}

/// A value in which one key is given its default, and in which it is left out.
struct DefaultChange {
    var what: String
    var silent: JSONValue
    var spoken: JSONValue
}

extension JSONValue {
    /// Wherever the schema has something to say: each key left out, a strange one put in, each value replaced by
    /// one of another kind or just inside and outside its bounds, each list emptied or its first item repeated.
    func changes(under schema: JSONValue, _ checker: SchemaChecker) -> [Change] {
        let keywords = checker.resolved(schema)
        var changes = ownChanges(keywords)
        for (key, part, schema) in parts(keywords) {
            changes += part.changes(under: schema, checker).map {
                Change(what: "\(key)/\($0.what)", value: replacing(key, by: $0.value), isBound: $0.isBound)
            }
            if case .mapping = self { changes.append(Change(what: "without \(key)", value: replacing(key, by: nil))) }
        }
        return changes
    }

    private func ownChanges(_ keywords: [String: JSONValue]) -> [Change] {
        let others: [JSONValue] = [
            .null, .flag(true), .number(0.5), .number(-1), .text("word"), .text(""), .text(" "), .list([]),
            .mapping([:]), .list([.text("word")]), .text(String(repeating: "x", count: 4001)),
        ]
        var values = others.filter { $0 != self }
        var bounds: [JSONValue] = []
        if let least = keywords["minimum"]?.number, let most = keywords["maximum"]?.number {
            let step = keywords["type"] == .text("integer") ? 1 : most > 1 ? 0.001 : 0.000_001
            bounds = [least, least - step, least + step, most, most - step, most + step].map {
                .number(($0 * 1_000_000).rounded() / 1_000_000)
            }
        }
        if let first = list?.first { values.append(.list((list ?? []) + [first])) }
        if let mapping, keywords["additionalProperties"] == .flag(false) {
            values.append(.mapping(mapping.merging(["zzz": .text("word")]) { $1 }))
        }
        return (values + bounds).map {
            Change(what: "= \($0.json.line.prefix(40))", value: $0, isBound: bounds.contains($0))
        }
    }

    /// Every key that has a default, here and below.
    func defaults(under schema: JSONValue, _ checker: SchemaChecker) -> [DefaultChange] {
        let keywords = checker.resolved(schema)
        var changes: [DefaultChange] = []
        for (key, part) in mapping == nil ? [:] : keywords["properties"]?.mapping ?? [:] {
            guard let standard = checker.resolved(part)["default"] else { continue }
            changes.append(
                DefaultChange(what: key, silent: replacing(key, by: nil), spoken: replacing(key, by: standard)))
        }
        for (key, part, schema) in parts(keywords) {
            changes += part.defaults(under: schema, checker).map {
                DefaultChange(
                    what: "\(key)/\($0.what)", silent: replacing(key, by: $0.silent),
                    spoken: replacing(key, by: $0.spoken))
            }
        }
        return changes
    }

    /// The entries or items that the schema describes, in a fixed order.
    private func parts(_ keywords: [String: JSONValue]) -> [(key: String, part: JSONValue, schema: JSONValue)] {
        switch self {
        case .list(let items):
            guard let schema = keywords["items"] else { return [] }
            return items.enumerated().map { ("\($0.offset)", $0.element, schema) }
        case .mapping(let entries):
            return entries.sorted { $0.key < $1.key }.compactMap { key, part in
                let schema = keywords["properties"]?[key] ?? keywords["additionalProperties"]
                return schema.map { (key, part, $0) }
            }
        default: return []
        }
    }

    private func replacing(_ key: String, by part: JSONValue?) -> JSONValue {
        switch self {
        case .list(var items):
            if let index = Int(key), let part { items[index] = part }
            return .list(items)
        case .mapping(var entries):
            entries[key] = part
            return .mapping(entries)
        default: return self
        }
    }
}
