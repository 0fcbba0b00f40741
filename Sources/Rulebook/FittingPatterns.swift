import Game

/// The patterns that may be live where a rule fits, or why there are none.
struct FittingPatterns {
    /// `nil`: any, coined ones too.
    private(set) var candidates: [Pattern.ID]?
    private(set) var reason: String?

    init(_ facts: ScriptFacts, _ when: Persona.When) {
        let ruleset = facts.ruleset
        guard when.live != nil || !facts.canCoin else { return }
        var fitting = facts.playable
        if let named = when.live {
            fitting = named.filter { facts.idleness.patterns[$0.index] == nil }
            if fitting.isEmpty {
                candidates = []
                let idle = named.compactMap { facts.idleness.patterns[$0.index] }
                reason =
                    named.count == 1
                    ? "\(ruleset[named[0]].identifier.quoted) can never be played, since \(idle.first ?? "")"
                    : "none of the patterns in “live” can ever be played"
                return
            }
        }
        guard !fitting.isEmpty else {
            reason = "no pattern can be played"
            return
        }
        let subject = when.live == nil ? nil : fitting
        if let traits = when.traits {
            fitting = fitting.filter { pattern in traits.allSatisfy(ruleset[pattern].has) }
            if fitting.isEmpty { reason = Self.lack(of: traits, subject, ruleset) }
        }
        if reason == nil, let depth = when.depth {
            let depths = fitting.map { ruleset[$0].depth }
            fitting = fitting.filter { depth.contains(ruleset[$0].depth) }
            if fitting.isEmpty { reason = Self.miss(depths, subject, ruleset) }
        }
        candidates = fitting
    }

    private static func lack(of traits: [Persona.Trait], _ subject: [Pattern.ID]?, _ ruleset: Ruleset) -> String {
        guard let subject, subject.count == 1 else {
            let whose = subject == nil ? "no pattern that can be played" : "no pattern in “live”"
            return traits.count == 1 ? "\(whose) \(traits[0].clause)" : "\(whose) has all of these traits"
        }
        let missing = traits.first { !ruleset[subject[0]].has($0) } ?? .cis
        return "\(ruleset[subject[0]].identifier.quoted) \(missing.denial)"
    }

    private static func miss(_ depths: [Int], _ subject: [Pattern.ID]?, _ ruleset: Ruleset) -> String {
        if let subject, subject.count == 1 {
            return "the depth of \(ruleset[subject[0]].identifier.quoted) is \(depths.first ?? 0)"
        }
        return "no such pattern has such a depth; there are "
            + Set(depths).sorted().map(String.init).joined(separator: ", ")
    }
}

extension Persona.Trait {
    fileprivate var clause: String {
        switch self {
        case .cis: "is cis"
        case .misattributes: "misattributes"
        case .hides: "hides from a channel"
        }
    }

    fileprivate var denial: String {
        switch self {
        case .cis: "is not cis"
        case .misattributes: "does not misattribute"
        case .hides: "hides from no channel"
        }
    }
}
