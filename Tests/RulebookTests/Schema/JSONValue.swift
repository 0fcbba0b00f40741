@testable import Rulebook
import Text

/// Any value of JSON.
enum JSONValue: Hashable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case mapping([String: JSONValue])
}

extension JSONValue: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .mapping(try container.decode([String: JSONValue].self))
        }
    }
}

extension JSONValue {
    /// What a ruleset file says, as the loader understands YAML.
    init(_ node: YAMLNode) {
        switch node.content {
        case .quoted(let text): self = .text(text)
        case .list(let nodes): self = .list(nodes.map(JSONValue.init))
        case .mapping(let entries):
            self = .mapping(Dictionary(entries.map { ($0.key, JSONValue($0.value)) }) { first, _ in first })
        case .refused: self = .null
        case .plain(let word):
            switch YAMLNode.Word(word) {
            case .nothing: self = .null
            case .flag: self = .flag(word == "true")
            case .number: self = Double(word).map(JSONValue.number) ?? .text(word)
            case .text: self = .text(word)
            }
        }
    }

    var mapping: [String: JSONValue]? {
        if case .mapping(let entries) = self { entries } else { nil }
    }

    var list: [JSONValue]? {
        if case .list(let nodes) = self { nodes } else { nil }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    subscript(key: String) -> JSONValue? { mapping?[key] }

    /// The texts of a list of texts.
    var words: Set<String> { Set((list ?? []).compactMap(\.text)) }

    /// As the loader reads it.
    var json: JSON {
        switch self {
        case .null: .number("null")
        case .flag(let flag): .flag(flag)
        case .number(let number): .number("\(number)")
        case .text(let text): .text(text)
        case .list(let nodes): .list(nodes.map(\.json))
        case .mapping(let entries):
            .object(entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })
        }
    }
}
