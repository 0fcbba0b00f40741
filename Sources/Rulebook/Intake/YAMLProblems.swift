internal import Yams

/// What the parser stumbled over.
struct YAMLProblem: Error {
    /// In words for an author.
    let message: String
    let place: Place
    /// Where the braces or brackets begin that the place is in.
    var opening: Place?
    /// Whether it is not about one place, or nothing can be read behind it.
    var isFinal = false
    /// Keys that are given more than once in the mapping at the place.
    var duplicates: [String] = []
}

extension YAMLProblem {
    init(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let begins = shownWhereBegun.contains(problem) ? context?.mark : nil
            let opening = context.flatMap { $0.text.hasPrefix("while parsing a flow") ? Place($0.mark) : nil }
            self.init(
                message: explain(problem, context), place: Place(begins ?? mark), opening: opening,
                isFinal: problem == anotherDocument)
        case .duplicatedKeysInMapping(let keys, let context):
            let words = keys.prefix(5).map(\.quoted).joined(separator: ", ")
            let verb = keys.count == 1 ? "is" : "are"
            self.init(
                message: "\(words) \(verb) given more than once in one mapping", place: Place(context.mark),
                duplicates: keys)
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
            .representer(let problem):
            self.init(message: "not YAML: \(problem)", place: .start, isFinal: true)
        case .no, .memory, .dataCouldNotBeDecoded:
            self.init(message: "not YAML: the parser gave up", place: .start, isFinal: true)
        }
    }
}

private func explain(_ problem: String, _ context: YamlError.Context?) -> String {
    guard let advice = parserProblems[problem] else {
        return "not YAML: \(problem)\(context.map { " \($0.text)" } ?? "")"
    }
    guard let context, context.text.hasPrefix("while") else { return "not YAML: \(advice)" }
    let start = "line \(context.mark.line), column \(context.mark.column)"
    return "not YAML: \(advice) (\(problem), \(context.text) from \(start))"
}

private let anotherDocument = "but found another document"

/// What never ends, or lacks something at its end, is best shown where it begins.
private let shownWhereBegun = ["found unexpected end of stream", "could not find expected ':'"]

/// What the parser's complaints most often mean.
private let parserProblems = [
    anotherDocument: "a second document begins; a ruleset is a single one",
    "could not find expected ':'": "expected a colon and a blank after this key",
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
