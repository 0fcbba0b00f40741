/// Why a line of notation is no act of a ruleset. Source: RULES §12.
public enum NotationError: Error, Hashable, Sendable {
    case empty
    case unknownVerb(String)
    case unknownAct(String)
    /// A verb with too few or too many words after it.
    case shape(Move.Kind, words: Int)
    /// An act that is written otherwise, and how.
    case form(String)
    /// A card that is coined otherwise.
    case coin
    case unknownCard(kind: String, identifier: String, nearest: String?)
    case unknownNumber(String)
    case unknownProvenance(String)
    case unknownChannel(String)
    /// A word where `key=value` was expected.
    case notAnOption(String)
    case unknownOption(String)
    /// A key or a feature that is there already.
    case twice(String)
    case badCredence(String)
}

extension NotationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty:
            "empty where a move was expected, such as “propose …” or “concede”"
        case .unknownVerb(let verb):
            "“\(verb)” is not a kind of move; expected "
                + Move.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        case .unknownAct(let verb):
            "“\(verb)” is not a kind of act; expected "
                + Move.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                + ", predict, believe, dispute, coin, object, ask-to-stop, agree, decline, take-back, close, remark"
        case .shape(.counter, _):
            "a counter is written “counter SITUATION ordinary” or “counter SITUATION deliberate”"
        case .shape(.concede, _):
            "“concede” stands alone"
        case .shape(let kind, _):
            "written “\(kind.rawValue) \(kind == .sophisticate ? "FEATURE" : "PATTERN")”"
        case .form(let form):
            "written “\(form)”"
        case .coin:
            "written “coin propose|shallower|misattribute NAME trigger=FEATURE+FEATURE …” or “coin counter NAME "
                + "ordinary|deliberate exhibits=FEATURE+FEATURE channel=CHANNEL …”"
        case .unknownCard(let kind, let identifier, let nearest):
            "no \(kind) “\(identifier)”" + (nearest.map { "; did you mean “\($0)”?" } ?? "")
        case .unknownNumber(let kind):
            "“\(kind)” is not a kind of number; expected pattern, condition, situation or feature"
        case .unknownProvenance(let word):
            "“\(word)” is neither “ordinary” nor “deliberate”"
        case .unknownChannel(let word):
            "“\(word)” is not a channel; expected channel=behaviour, thoughts or outcome"
        case .notAnOption(let word):
            "“\(word)” where a word such as “training=0.2” was expected"
        case .unknownOption(let key):
            "“\(key)=” means nothing here"
        case .twice(let word):
            "“\(word)” stands there twice"
        case .badCredence(let text):
            "“\(text)” is no credence: above 0, at most 1, with at most six decimals"
        }
    }
}
