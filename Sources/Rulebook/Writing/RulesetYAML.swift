public import Game
import Text

extension RulesetDocument {
    /// The same ruleset as a file for authors, in the order of RULES §11, which reads back as the same ruleset.
    public var yaml: String { YAMLText(value.withReasonsLast, apart: true).text }
}

extension JSON {
    /// With `why` and `source` as the last keys of every card, where authors put them.
    fileprivate var withReasonsLast: JSON {
        switch self {
        case .list(let items): return .list(items.map(\.withReasonsLast))
        case .object(let members):
            let members = members.compactMap(\.self).map { ($0.key, $0.value.withReasonsLast) }
            let isCard = members.contains { $0.0 == "id" }
            func isReason(_ key: String) -> Bool { isCard && ["why", "source"].contains(key) }
            return .object(members.filter { !isReason($0.0) } + members.filter { isReason($0.0) })
        case .null, .text, .number, .flag: return self
        }
    }
}

/// A profile as a file of its own, which `ProfileFile` reads back against the same ruleset as the same profile.
public struct ProfileDocument: Hashable, Sendable {
    public let yaml: String

    /// - Precondition: the profile is of that ruleset.
    public init(_ profile: Profile, of ruleset: Ruleset) {
        let whose: JSON.Member = ("ruleset", .text(ruleset.identifier))
        yaml = YAMLText(.object([whose] + profile.members(in: ruleset)), apart: false).text
    }
}
