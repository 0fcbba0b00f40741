import Game
internal import Text
internal import Yams

/// The one value of a YAML document; `nil`, and reported, where the parser finds none.
///
/// Anchors, tags and compound keys are refused one by one; the rest is read on.
func compose(_ text: [UInt8], _ report: Report) -> Item? {
    withDeepStack { root(of: text, report) }
}

private func root(of text: [UInt8], _ report: Report) -> Item? {
    do {
        // Tags are resolved here by hand: the parser's own rules run seven regular expressions a word.
        let yaml = String(decoding: text, as: UTF8.self)
        let parser = try Parser(yaml: yaml, resolver: .basic, constructor: .default, encoding: .utf8)
        // A node holds its anchor weakly, the parser holds it strongly.
        return try withExtendedLifetime(parser) {
            guard let root = try parser.singleRoot() else {
                report.error("empty: expected a ruleset", at: .start)
                return nil
            }
            return Composition(report).item(root)
        }
    } catch let error as YamlError {
        let (message, place) = error.inPlainWords
        report.error(message, at: place)
    } catch {
        report.error("not YAML: \(error)", at: .start)
    }
    return nil
}

/// Turns the parser's nodes into items.
private final class Composition {
    /// Deeper than anything in a ruleset.
    static let depthLimit = 16

    private let report: Report
    /// An alias shows as the very node it stands for, and so as the same anchor again.
    private var anchors: Set<Place> = []

    init(_ report: Report) {
        self.report = report
    }

    func item(_ node: Node, depth: Int = 1) -> Item {
        let place = Place(node.mark)
        guard let content = content(node, place, depth) else { return Item(place: place, content: .refused) }
        return Item(place: place, content: content)
    }

    private func content(_ node: Node, _ place: Place, _ depth: Int) -> Item.Content? {
        if let anchor = node.anchor {
            guard anchors.insert(place).inserted else { return nil }
            return refuse("anchors and aliases are not read: write \(anchor.rawValue.quoted) out", place)
        }
        guard depth <= Composition.depthLimit else { return refuse("nested too deep for a ruleset", place) }
        switch node {
        case .scalar(let scalar):
            return content(scalar, place)
        case .sequence(let sequence):
            guard sequence.tag.isImplied || sequence.tag.is(.seq) else {
                return refuse(tag: sequence.tag, place)
            }
            return .list(sequence.map { item($0, depth: depth + 1) })
        case .mapping(let mapping):
            guard mapping.tag.isImplied || mapping.tag.is(.map) else {
                return refuse(tag: mapping.tag, place)
            }
            return .table(mapping.compactMap { entry($0, $1, depth + 1) })
        case .alias:
            return refuse("aliases are not read", place)
        }
    }

    private func content(_ scalar: Node.Scalar, _ place: Place) -> Item.Content? {
        guard scalar.tag.isImplied || scalar.tag.is(.str) else { return refuse(tag: scalar.tag, place) }
        if let odd = scalar.string.unicodeScalars.first(where: { !$0.mayStand }) {
            return refuse(odd.refusal, place)
        }
        return scalar.style == .plain && scalar.tag.isImplied ? .plain(scalar.string) : .quoted(scalar.string)
    }

    private func entry(_ key: Node, _ value: Node, _ depth: Int) -> Item.Entry? {
        let read = item(key, depth: depth)
        let value = item(value, depth: depth)
        switch read.content {
        case .plain("<<"), .quoted("<<"):
            report.error("merge keys (<<) are not read: write the keys out", at: read.place)
        case .plain(let name), .quoted(let name):
            return Item.Entry(key: name, place: read.place, value: value)
        case .list, .table:
            report.error("a key is a word, not \(read.kind)", at: read.place)
        case .refused: break
        }
        return nil
    }

    private func refuse(tag: Tag, _ place: Place) -> Item.Content? {
        refuse("YAML tags such as \(tag.rawValue.quoted) are not read", place)
    }

    private func refuse(_ message: @autoclosure () -> String, _ place: Place) -> Item.Content? {
        report.error(message(), at: place)
        return nil
    }
}

extension Tag {
    /// Whether the file gives none.
    fileprivate var isImplied: Bool { rawValue == Name.implicit.rawValue }

    /// Whether it says what is seen anyway; the parser gives such tags to quoted text and to every key.
    fileprivate func `is`(_ name: Name) -> Bool { rawValue == name.rawValue }
}

extension Unicode.Scalar {
    fileprivate var mayStand: Bool {
        switch self {
        case " "..."~", "\n", "\t", "\r": true
        default: isPlain
        }
    }
}

extension Place {
    fileprivate init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}

extension YamlError {
    fileprivate var inPlainWords: (message: String, place: Place) {
        switch self {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // What never ends is best shown where it begins.
            let begins = problem == "found unexpected end of stream" ? context?.mark : nil
            return (explain(problem, context), Place(begins ?? mark))
        case .duplicatedKeysInMapping(let keys, let context):
            let words = keys.prefix(5).map(\.quoted).joined(separator: ", ")
            let verb = keys.count == 1 ? "is" : "are"
            return ("\(words) \(verb) given more than once in one mapping", Place(context.mark))
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
            .representer(let problem):
            return ("not YAML: \(problem)", .start)
        case .no, .memory, .dataCouldNotBeDecoded:
            return ("not YAML: the parser gave up", .start)
        }
    }

    private func explain(_ problem: String, _ context: Context?) -> String {
        guard let advice = parserProblems[problem] else {
            return "not YAML: \(problem)\(context.map { " \($0.text)" } ?? "")"
        }
        guard let context, context.text.hasPrefix("while") else { return "not YAML: \(advice)" }
        let start = "line \(context.mark.line), column \(context.mark.column)"
        return "not YAML: \(advice) (\(problem), \(context.text) from \(start))"
    }
}

/// What the parser's complaints most often mean.
private let parserProblems = [
    "but found another document": "a second document begins; a ruleset is a single one",
    "could not find expected ':'": "expected a colon after this key",
    "did not find expected '-' indicator": "expected another “- ” here; look at the indentation",
    "did not find expected ',' or ']'": "expected a comma or “]” here",
    "did not find expected ',' or '}'": "expected a comma or “}” here",
    "did not find expected key": "expected a key here; look at the indentation and at quotation marks",
    "did not find expected node content": "expected a value here",
    "found a tab character that violates indentation": "a tab cannot indent; use blanks",
    "found a tab character where an indentation space is expected": "a tab cannot indent; use blanks",
    "found character that cannot start any token":
        "nothing can begin with this character; put the text in quotation marks, and indent with blanks",
    "found undefined alias":
        "a word that begins with “*” is an alias of nothing; put the text in quotation marks",
    "found invalid Unicode character escape code": "no such character",
    "found unexpected end of stream": "the quotation is never closed",
    "found unknown escape character":
        "no such escape after a backslash; double it, or use single quotation marks",
    "mapping values are not allowed in this context":
        "a colon cannot stand here; put the text in quotation marks, or look at the indentation",
    "Maximum nesting level reached, set with yaml_set_max_nest_level())": "nested too deep",
]
