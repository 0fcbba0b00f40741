import Game
import Text

/// How a kind of value is read: what it is called in complaints, and how it is made of a node.
///
/// Reading reports whatever it cannot use, and then gives `nil` or the nearest thing to a value.
struct Format<Value> {
    /// As in “expected *a list of feature identifiers*”.
    let expected: String
    let read: (YAMLNode, Report) -> Value?

    init(_ expected: String, read: @escaping (YAMLNode, Report) -> Value?) {
        self.expected = expected
        self.read = read
    }

    /// A format of the nodes from which `accepting` makes a value; others are reported as of the wrong kind.
    init(_ expected: String, accepting: @escaping (YAMLNode.Content) -> Value?) {
        self.init(expected) { node, report in
            if let value = accepting(node.content) { return value }
            if case .refused = node.content { return nil }
            report.error("expected \(expected), found \(node.kind)", at: node.place)
            return nil
        }
    }
}

/// A value and where it stands.
struct Placed<Value> {
    let value: Value
    let place: Place
}

extension Format {
    /// The same format, with something made of its value.
    func map<Other>(_ transform: @escaping (Value) -> Other) -> Format<Other> {
        Format<Other>(expected) { node, report in read(node, report).map(transform) }
    }

    /// The same format, with where the value stands.
    var placed: Format<Placed<Value>> {
        Format<Placed<Value>>(expected) { node, report in
            read(node, report).map { Placed(value: $0, place: node.place) }
        }
    }

    /// The same format, which reports an empty list, with what follows from it.
    func filled(or consequence: String) -> Format {
        Format(expected) { node, report in
            if case .list(let nodes) = node.content, nodes.isEmpty {
                report.error("the list is empty, so \(consequence)", at: node.place)
            }
            return read(node, report)
        }
    }

    /// The same format, which reports a list of more than so many of what `plural` names.
    func capped(at limit: Int, _ plural: String) -> Format {
        Format(expected) { node, report in
            if case .list(let nodes) = node.content, nodes.count > limit {
                report.error("more than \(limit) \(plural)", at: nodes[limit].place)
            }
            return read(node, report)
        }
    }
}

extension Format where Value == Bool {
    static var flag: Format {
        Format("true or false") {
            guard case .plain(let word) = $0 else { return nil }
            return ["true": true, "false": false][word]
        }
    }
}

extension Format {
    /// A list of values of one kind.
    static func list<Element>(
        of plural: String, _ element: Format<Element>
    ) -> Format<[Element]> where Value == [Element] {
        let nodes = Format<[YAMLNode]>("a list of \(plural)") {
            if case .list(let nodes) = $0 { nodes } else { nil }
        }
        return Format<[Element]>(nodes.expected) { node, report in
            nodes.read(node, report)?.compactMap { element.read($0, report) }
        }
    }

    /// A mapping with known keys; `body` reads them, and every other is reported.
    static func mapping(_ subject: String, _ body: @escaping (Mapping) -> Value?) -> Format {
        let entries = Format<[YAMLNode.Entry]>("\(subject.withArticle), as a mapping") {
            if case .mapping(let entries) = $0 { entries } else { nil }
        }
        return Format(entries.expected) { node, report in
            guard let entries = entries.read(node, report) else { return nil }
            let mapping = Mapping(entries, of: subject, at: node.place, report)
            defer { mapping.reportUnknownKeys() }
            return body(mapping)
        }
    }

    /// A mapping whose keys are words of a vocabulary, in the order of the file.
    static func byWord<Part>(
        of vocabulary: Vocabulary, _ part: @escaping (Int) -> Format<Part>
    ) -> Format<[(index: Int, value: Part)]> where Value == [(index: Int, value: Part)] {
        let entries = Format<[YAMLNode.Entry]>("a mapping by \(vocabulary.noun)") {
            if case .mapping(let entries) = $0 { entries } else { nil }
        }
        return Format(entries.expected) { node, report in
            entries.read(node, report)?.compactMap { entry in
                guard let index = vocabulary.index(of: entry.key, at: entry.place, report),
                    let value = part(index).read(entry.value, report)
                else { return nil }
                return (index, value)
            }
        }
    }
}
