public import Game
public import Play
import Text

/// What is wrong with a line of a match file.
public enum LineProblem: Error, Hashable, Sendable {
    case notUTF8
    case notJSON
    case notAnObject
    case missing(String)
    case wrongType(String)
    case nonsense(String)
    case nonsenseNumber
    case noVersion(Int)
    /// The act as written, and why it is none.
    case notation(String, NotationError)
    case record(RecordError)
    case missingVerdict
    case otherVerdict
    case missingRuleset
    /// What is wrong with it, in words.
    case badRuleset(String)
    /// It has not the fingerprint that the header names.
    case otherRuleset
}

extension LineProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notUTF8: "not UTF-8"
        case .notJSON: "not a line of JSON"
        case .notAnObject: "not an object of JSON"
        case .missing(let key): "“\(key)” is missing"
        case .wrongType(let key): "“\(key)” has the wrong type"
        case .nonsense(let key): "“\(key)” makes no sense"
        case .nonsenseNumber: "a number makes no sense"
        case .noVersion(let version): "there is no format version \(version)"
        case .notation(let act, let error): "“\(act.brief(100))” is no act: \(error.description.brief(300))"
        case .record(let error): error.description.brief(300)
        case .missingVerdict: "the match is closed without its verdict"
        case .otherVerdict: "the verdict is not the one that the moves lead to"
        case .missingRuleset: "the ruleset is missing"
        case .badRuleset(let problem): problem
        case .otherRuleset: "the ruleset is not the one the match began with"
        }
    }
}

extension String {
    /// For a complaint: a file may hold anything, of any length.
    fileprivate func brief(_ length: Int) -> String {
        String(prefix(length)).madePlain + (dropFirst(length).isEmpty ? "" : "…")
    }
}
