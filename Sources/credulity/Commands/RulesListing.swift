import Game
import Text

/// A ruleset as plain lines.
struct RulesListing {
    private let ruleset: Ruleset

    init(_ ruleset: Ruleset) {
        self.ruleset = ruleset
    }

    var identifiers: [String] {
        ruleset.features.map(\.identifier) + ruleset.patterns.map(\.identifier)
            + ruleset.situations.map(\.identifier) + ruleset.deployments.map(\.identifier)
    }

    /// Everything, a line or two a card.
    var lines: [String] {
        let limits = Limit.allCases.map { "\($0.rawValue) \(value($0))" }.joined(separator: ", ")
        var lines = [ruleset.title, ruleset.premise, "", "Limits: " + limits]
        lines.append("Training aims at: \(ruleset.intended.text) (\(ruleset.intended.credence))")
        for (title, names) in [
            ("Features", ruleset.features.map(\.identifier)), ("Patterns", ruleset.patterns.map(\.identifier)),
            ("Situations", ruleset.situations.map(\.identifier)),
            ("Deployments", ruleset.deployments.map(\.identifier)),
        ] {
            lines += ["", title] + names.compactMap { self.lines(of: $0) }.flatMap { $0.prefix(2) }
        }
        if !ruleset.profiles.isEmpty {
            lines += ["", "Profiles"] + ruleset.profiles.map { "  \($0.identifier): \($0.title)" }
        }
        if !ruleset.bots.isEmpty {
            lines +=
                ["", "Bots"] + ruleset.bots.flatMap { ["  \($0.identifier)  \(numbers($0))", "      \($0.text)"] }
        }
        return lines
    }

    /// One card in full: its numbers, its text, why and whence; `nil` when there is none such.
    func lines(of identifier: String) -> [String]? {
        if let card = ruleset.features.first(where: { $0.identifier == identifier }) {
            return lines(card, numbers(card))
        }
        if let card = ruleset.patterns.first(where: { $0.identifier == identifier }) {
            return lines(card, numbers(card)) + (card.act.map { ["      then: \($0)"] } ?? [])
        }
        if let card = ruleset.situations.first(where: { $0.identifier == identifier }) {
            return lines(card, numbers(card))
        }
        return ruleset.deployments.first { $0.identifier == identifier }.map {
            lines($0, "arrives \($0.arrives)  with \(names($0.features))")
        }
    }

    private func lines(_ card: some Card, _ numbers: String) -> [String] {
        ["  \(card.identifier)  \(numbers)", "      \(card.text)"]
            + (card.why.map { ["      why: \($0)"] } ?? [])
            + (card.source.map { ["      source: \($0)"] } ?? [])
    }

    private func numbers(_ card: Feature) -> String {
        "condition \(card.condition)" + data(card.ordinary, card.deliberate)
            + (card.delay > 0 ? "  delay \(card.delay)" : "")
    }

    private func numbers(_ card: Pattern) -> String {
        var text = "\(card.credence)  needs \(names(card.trigger))  depth \(card.depth)"
        if card.misattributes { text += "  misattributes" }
        if card.cis { text += "  cis" }
        if !card.hidesFrom.isEmpty {
            text += "  hides from \(card.hidesFrom.members.map(\.rawValue).joined(separator: ", "))"
        }
        return text
    }

    private func numbers(_ card: Situation) -> String {
        "\(card.channel.rawValue)  shows \(names(card.exhibits))" + data(card.ordinary, card.deliberate)
            + (card.hobbles > 0 ? "  hobbles \(card.hobbles)" : "")
    }

    private func numbers(_ bot: Persona) -> String {
        "\(bot.name)  plays \(bot.sides.map(\.rawValue).joined(separator: ", "))"
            + "  believes \(bot.profile ?? "house")  \(bot.rules.count) rules  \(bot.sayings.count) lines"
    }

    private func data(_ ordinary: Credence?, _ deliberate: Credence?) -> String {
        (ordinary.map { "  ordinary \($0)" } ?? "") + (deliberate.map { "  deliberate \($0)" } ?? "")
    }

    private func names(_ features: FeatureSet) -> String {
        features.map { ruleset[$0].identifier }.joined(separator: ", ")
    }

    private func value(_ limit: Limit) -> String {
        let places = limit.unit.decimals
        return decimal(ruleset.limits[limit], places: places)
    }
}

extension Persona.Sayings {
    /// How many lines there are to say.
    fileprivate var count: Int {
        play.count + meet.count + objection.count
            + (Array(moves.values) + Array(verdict.values)).reduce(0) { $0 + $1.count }
    }
}
