internal import Yams

extension YamlError {
    /// What is wrong, in words for an author, and where.
    var inPlainWords: (message: String, place: Place) {
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
