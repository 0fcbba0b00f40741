import Game
import Text

/// A ruleset as plain lines.
struct RulesListing {
    private let ruleset: Ruleset

    init(_ ruleset: Ruleset) {
        self.ruleset = ruleset
    }

    /// Every card with its numbers, and what it does once set off.
    private typealias Line = (card: any Card, numbers: String, act: String?)

    private var lists: [(title: String, lines: [Line])] {
        [
            ("Features", ruleset.features.map { ($0, numbers($0), nil) }),
            ("Patterns", ruleset.patterns.map { ($0, numbers($0), $0.act) }),
            ("Situations", ruleset.situations.map { ($0, numbers($0), nil) }),
            (
                "Deployments",
                ruleset.deployments.map { ($0, "arrives \($0.arrives)  with \(names($0.features))", nil) }
            ),
        ]
    }

    var identifiers: [String] { lists.flatMap { $0.lines.map(\.card.identifier) } }

    /// Everything, a line or two a card.
    var lines: [String] {
        let limits = Limit.allCases.map { limit in
            "\(limit.rawValue) \(decimal(ruleset.limits[limit], places: limit.unit.decimals))"
        }
        var lines = [ruleset.title, ruleset.premise, "", "Limits: " + limits.joined(separator: ", ")]
        lines.append("Training aims at: \(ruleset.intended.text) (\(ruleset.intended.credence))")
        for list in lists { lines += ["", list.title] + list.lines.flatMap { self.lines($0).prefix(2) } }
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
        lists.lazy.flatMap(\.lines).first { $0.card.identifier == identifier }.map(lines)
    }

    private func lines(_ line: Line) -> [String] {
        let card = line.card
        return ["  \(card.identifier)  \(line.numbers)", "      \(card.text)"]
            + (card.why.map { ["      why: \($0)"] } ?? [])
            + (card.source.map { ["      source: \($0)"] } ?? [])
            + (line.act.map { ["      then: \($0)"] } ?? [])
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
}

extension Persona.Sayings {
    /// How many lines there are to say.
    fileprivate var count: Int {
        play.count + meet.count + objection.count
            + (Array(moves.values) + Array(verdict.values)).reduce(0) { $0 + $1.count }
    }
}
