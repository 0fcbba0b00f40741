public import Game
import Text

/// A ruleset as one line of JSON in the shape of RULES §11, which `Rulebook` reads back as the same ruleset.
///
/// The same ruleset always gives the same line. Limits are all written, so that a saved ruleset keeps its
/// meaning should a standard value ever change; a card's zeros, falsehoods, empty lists and default names
/// are left out.
public struct RulesetDocument: Hashable, Sendable {
    public let json: String
    private let ruleset: Ruleset

    /// - Precondition: the ruleset keeps the laws of RULES §11 and is not under a profile.
    public init(_ ruleset: Ruleset) {
        precondition(ruleset.profile == nil, "a document holds the house's numbers")
        self.ruleset = ruleset
        json = ruleset.json.line
    }

    var value: JSON { ruleset.json }

    /// 16 hexadecimal digits that tell it from other documents, of its UTF-8.
    public var fingerprint: String { Text.fingerprint(of: json.utf8) }
}

extension Ruleset {
    fileprivate var json: JSON {
        .object([
            ("ruleset", .text(identifier)),
            ("title", .text(title)),
            ("imitatee", .text(imitatee)),
            ("premise", .text(premise)),
            ("limits", .limits { limits[$0] }),
            ("intended", .object([("text", .text(intended.text)), ("credence", .credence(intended.credence))])),
            ("features", .list(features.map { $0.json(in: self) })),
            ("patterns", .list(patterns.map { $0.json(in: self) })),
            ("situations", .list(situations.map { $0.json(in: self) })),
            ("deployments", .list(deployments.map { $0.json(in: self) })),
            profiles.isEmpty ? nil : ("profiles", .list(profiles.map { $0.json(in: self) })),
            bots.isEmpty ? nil : ("bots", .list(bots.map { $0.json(in: self) })),
            rows.isEmpty ? nil : ("rows", .list(rows.map { $0.json(in: self) })),
            observations.isEmpty ? nil : ("observations", .list(observations.map(\.json))),
            glossary.isEmpty ? nil : ("glossary", .object(glossary.map { ($0.term, .text($0.meaning)) })),
        ])
    }

    fileprivate func identifiers(_ features: FeatureSet) -> JSON {
        .list(features.map { self[$0].identifier })
    }
}

extension Ruleset.Row {
    fileprivate func json(in ruleset: Ruleset) -> JSON {
        .object([
            ("id", .text(identifier)),
            ("text", .text(text)),
            ("patterns", .list(patterns.map { ruleset[$0].identifier })),
            ("features", .list(features.map { ruleset[$0].identifier })),
        ])
    }
}

extension Ruleset.Observation {
    fileprivate var json: JSON {
        .object([("id", .text(identifier)), ("text", .text(text)), ("moves", .text(moves)), ("claims", .list(claims))])
    }
}

extension CardLabel {
    fileprivate var members: [JSON.Member?] {
        let standard = CardLabel(identifier, text: text).name
        return [
            ("id", .text(identifier)),
            name == standard ? nil : ("name", .text(name)),
            ("text", .text(text)),
            why.map { ("why", .text($0)) },
            source.map { ("source", .text($0)) },
        ]
    }
}

extension Feature {
    fileprivate func json(in ruleset: Ruleset) -> JSON {
        .object(
            label.members + [
                clause == "when " + text ? nil : ("as", .text(clause)),
                excludes.isEmpty ? nil : ("excludes", ruleset.identifiers(excludes)),
                ("condition", .credence(condition)),
                ordinary.map { ("ordinary", .credence($0)) },
                deliberate.map { ("deliberate", .credence($0)) },
                delay == 0 ? nil : ("delay", .number(delay)),
            ])
    }
}

extension Pattern {
    fileprivate func json(in ruleset: Ruleset) -> JSON {
        .object(
            label.members + [
                act.map { ("act", .text($0)) },
                ("credence", .credence(credence)),
                ("trigger", ruleset.identifiers(trigger)),
                ("depth", .number(depth)),
                misattributes ? ("misattributes", .flag(true)) : nil,
                hidesFrom.isEmpty ? nil : ("hides_from", .list(hidesFrom.members.map(\.rawValue))),
                cis ? ("cis", .flag(true)) : nil,
                family.map { ("family", .text($0)) },
            ])
    }
}

extension Situation {
    fileprivate func json(in ruleset: Ruleset) -> JSON {
        .object(
            label.members + [
                ("exhibits", ruleset.identifiers(exhibits)),
                ("channel", .text(channel.rawValue)),
                ordinary.map { ("ordinary", .credence($0)) },
                deliberate.map { ("deliberate", .credence($0)) },
            ])
    }
}

extension Deployment {
    fileprivate func json(in ruleset: Ruleset) -> JSON {
        .object(label.members + [("features", ruleset.identifiers(features)), ("arrives", .number(arrives))])
    }
}

extension Profile {
    fileprivate func json(in ruleset: Ruleset) -> JSON { .object(members(in: ruleset)) }

    func members(in ruleset: Ruleset) -> [JSON.Member?] {
        let features: [JSON.Member] = ruleset.featureIDs.compactMap { id in
            self.features[id].map { (ruleset[id].identifier, $0.json) }
        }
        let patterns: [JSON.Member] = ruleset.patternIDs.compactMap { id in
            self.patterns[id].map { (ruleset[id].identifier, .credence($0)) }
        }
        let situations: [JSON.Member] = ruleset.situationIDs.compactMap { id in
            self.situations[id].map { (ruleset[id].identifier, $0.json) }
        }
        let reasons: [JSON.Member] = why.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) }
        return [
            ("id", .text(identifier)),
            ("title", .text(title)),
            limits.isEmpty ? nil : ("limits", .limits { limits[$0] }),
            intended.map { ("intended", .credence($0)) },
            features.isEmpty ? nil : ("features", .object(features)),
            patterns.isEmpty ? nil : ("patterns", .object(patterns)),
            situations.isEmpty ? nil : ("situations", .object(situations)),
            reasons.isEmpty ? nil : ("why", .object(reasons)),
        ]
    }
}

extension Profile.Credences {
    fileprivate var json: JSON {
        .object([
            condition.map { ("condition", .credence($0)) },
            ordinary.map { ("ordinary", .credence($0)) },
            deliberate.map { ("deliberate", .credence($0)) },
        ])
    }
}

extension JSON {
    fileprivate static func credence(_ credence: Credence) -> JSON { .number(credence.description) }

    /// Those limits that have a value.
    fileprivate static func limits(_ value: (Limit) -> Int?) -> JSON {
        .object(
            Limit.allCases.map { limit in
                value(limit).map { (limit.rawValue, .number(decimal($0, places: limit.unit.decimals))) }
            })
    }
}
