import Text

/// Why a line of notation is not a move of a ruleset. Source: RULES §12.
public enum NotationError: Error, Hashable, Sendable {
    case empty
    case unknownVerb(String)
    /// A verb with too few or too many words after it.
    case shape(Move.Kind, words: Int)
    case unknownCard(kind: String, identifier: String, nearest: String?)
    case unknownProvenance(String)
}

extension NotationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty:
            "empty where a move was expected, such as “propose …” or “concede”"
        case .unknownVerb(let verb):
            "“\(verb)” is not a kind of move; expected "
                + Move.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        case .shape(.counter, _):
            "a counter is written “counter SITUATION ordinary” or “counter SITUATION deliberate”"
        case .shape(.concede, _):
            "“concede” stands alone"
        case .shape(let kind, _):
            "written “\(kind.rawValue) \(kind == .sophisticate ? "FEATURE" : "PATTERN")”"
        case .unknownCard(let kind, let identifier, let nearest):
            "no \(kind) “\(identifier)”" + (nearest.map { "; did you mean “\($0)”?" } ?? "")
        case .unknownProvenance(let word):
            "“\(word)” is neither “ordinary” nor “deliberate”"
        }
    }
}

extension Ruleset {
    /// The one line by which saves, engines and tests speak of a move.
    public func notation(of move: Move) -> String {
        switch move {
        case .propose(let pattern), .shallower(let pattern), .misattribute(let pattern):
            "\(move.kind.rawValue) \(self[pattern].identifier)"
        case .sophisticate(let feature):
            "\(move.kind.rawValue) \(self[feature].identifier)"
        case .counter(let situation, let provenance):
            "\(move.kind.rawValue) \(self[situation].identifier) \(provenance.rawValue)"
        case .concede:
            move.kind.rawValue
        }
    }

    /// The move that a line of notation names; it need not be legal anywhere.
    public func move(_ notation: String) throws(NotationError) -> Move {
        let words = notation.split(separator: " ").map(String.init)
        guard let verb = words.first else { throw .empty }
        guard let kind = Move.Kind(rawValue: verb) else { throw .unknownVerb(verb) }
        let expected = kind == .concede ? 1 : kind == .counter ? 3 : 2
        guard words.count == expected else { throw .shape(kind, words: words.count - 1) }
        switch kind {
        case .concede: return .concede
        case .propose: return .propose(try pattern(words[1]))
        case .shallower: return .shallower(try pattern(words[1]))
        case .misattribute: return .misattribute(try pattern(words[1]))
        case .sophisticate:
            return .sophisticate(Feature.ID(try index(of: words[1], in: features, kind: "feature")))
        case .counter:
            let situation = Situation.ID(try index(of: words[1], in: situations, kind: "situation"))
            guard let provenance = Provenance(rawValue: words[2]) else {
                throw .unknownProvenance(words[2])
            }
            return .counter(situation, provenance)
        }
    }

    private func pattern(_ identifier: String) throws(NotationError) -> Pattern.ID {
        Pattern.ID(try index(of: identifier, in: patterns, kind: "pattern"))
    }

    private func index<Kind: Card>(
        of identifier: String, in cards: [Kind], kind: String
    ) throws(NotationError) -> Int {
        if let index = cards.firstIndex(where: { $0.identifier == identifier }) { return index }
        throw .unknownCard(
            kind: kind, identifier: identifier,
            nearest: nearest(to: identifier, among: cards.map(\.identifier)))
    }
}
