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
    /// The same format, with something made of its value; `make` reports what it cannot use.
    func then<Other>(_ make: @escaping (Value, Place, Report) -> Other?) -> Format<Other> {
        Format<Other>(expected) { node, report in
            read(node, report).flatMap { make($0, node.place, report) }
        }
    }

    func map<Other>(_ transform: @escaping (Value) -> Other?) -> Format<Other> {
        then { value, _, _ in transform(value) }
    }

    /// The same format, with where the value stands.
    var placed: Format<Placed<Value>> {
        then { value, place, _ in Placed(value: value, place: place) }
    }

    /// The same format, which reports what `problem` finds wrong with the value.
    func checked(_ problem: @escaping (Value) -> String?) -> Format {
        then { value, place, report in
            if let problem = problem(value) { report.error(problem, at: place) }
            return value
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
