import Game

/// Reads a whole ruleset, and warns of what is odd about it.
struct RulesetReader {
    /// More than anyone could read, so that no list makes a program toil.
    private static let listLimit = 1000
    private static let profileLimit = 100
    private static let botLimit = 20

    private let report: Report

    init(_ report: Report) {
        self.report = report
    }

    /// A ruleset, and where the rules of its bots stand; `nil` where the report has errors.
    func ruleset(from root: Item) -> (ruleset: Ruleset, rules: [[Place]])? {
        guard let (ruleset, house, bots) = Format.table("ruleset", draft).read(root, report), !report.hasErrors
        else {
            return nil
        }
        let idleness = Idleness(of: ruleset)
        idleness.warn(of: house, report)
        warn(of: bots, in: ruleset, idleness)
        return (ruleset, bots.map { $0.rules.map(\.place) })
    }

    private func warn(of bots: [PlacedPersona], in ruleset: Ruleset, _ idleness: Idleness) {
        guard !bots.isEmpty else { return }
        var openings = IdleOpenings(ruleset)
        let sayings = IdleSayings(ruleset, idleness)
        for bot in bots {
            openings.warn(of: bot, report)
            sayings.warn(of: bot, report)
        }
    }

    /// `nil` without the parts that every ruleset has; the report may have errors all the same.
    private func draft(from table: Table) -> (Ruleset, House, [PlacedPersona])? {
        let identifier = table.required("ruleset", .identifier)
        let title = table.required("title", .text)
        let imitatee = table.required("imitatee", .text)
        let premise = table.required("premise", .text)
        let house = house(from: table)
        let intended = table.required("intended", .intended)
        let profiles = table.roll("profiles", of: "profile", counts: 0...Self.profileLimit) {
            $0.profile(over: house)
        }
        let words = ScriptWords(house, profiles: profiles.vocabulary)
        let bots = table.roll("bots", of: "bot", counts: 0...Self.botLimit) { $0.persona(words) }
        let rows = table.roll("rows", of: "row", counts: 0...Self.listLimit) { $0.row(of: house) }
        let observations = table.roll("observations", of: "observation", counts: 0...Self.listLimit) {
            $0.observation(of: house)
        }
        let glossary = table.optional("glossary", .glossary)
        guard !report.hasErrors, let identifier, let title, let imitatee, let premise, let intended,
            let limits = house.limits
        else { return nil }
        var ruleset = Ruleset(
            identifier: identifier, title: title, imitatee: imitatee, premise: premise,
            limits: Limits(limits),
            intended: intended)
        ruleset.features = house.features.entries
        ruleset.patterns = house.patterns.entries
        ruleset.situations = house.situations.entries
        ruleset.deployments = house.deployments.entries
        ruleset.profiles = profiles.entries
        ruleset.bots = bots.entries.map(\.persona)
        ruleset.rows = rows.entries
        ruleset.observations = observations.entries
        ruleset.glossary = glossary ?? []
        return (ruleset, house, bots.entries)
    }

    private func house(from table: Table) -> House {
        let limits = table.required("limits", .limits())
        let features = table.roll("features", of: "feature", counts: 1...64) { $0.feature() }
        let words = features.vocabulary
        let patterns = table.roll("patterns", of: "pattern", counts: 1...Self.listLimit) { $0.pattern(words) }
        let situations = table.roll("situations", of: "situation", counts: 1...Self.listLimit) {
            $0.situation(words)
        }
        var latest = 0
        let deployments = table.roll("deployments", of: "deployment", counts: 1...Self.listLimit) {
            $0.deployment(words, after: &latest)
        }
        return House(
            limits: limits, features: features, patterns: patterns, situations: situations,
            deployments: deployments)
    }
}

extension Format where Value == Ruleset.Intended {
    fileprivate static var intended: Format {
        table("intended thing") { table in
            let text = table.required("text", .text)
            let credence = table.required("credence", .credence)
            guard let text, let credence else { return nil }
            return Ruleset.Intended(text: text, credence: credence)
        }
    }
}

extension Format where Value == [Ruleset.Term] {
    fileprivate static var glossary: Format {
        let entries = Format<[Item.Entry]>("a mapping of terms to their meanings") {
            if case .table(let entries) = $0 { entries } else { nil }
        }
        return Format(entries.expected) { item, report in
            var seen: Set<String> = []
            return entries.read(item, report)?.compactMap { entry in
                let key = Item(place: entry.place, content: .quoted(entry.key))
                guard let term = Format<String>.term.read(key, report),
                    let meaning = Format<String>.text.read(entry.value, report)
                else { return nil }
                if !seen.insert(term).inserted {
                    report.error("a second \(term.quoted)", at: entry.place)
                }
                return Ruleset.Term(term: term, meaning: meaning)
            }
        }
    }
}

extension Table {
    fileprivate func row(of house: House) -> Ruleset.Row? {
        let identifier = required("id", .identifier)
        let text = required("text", .text)
        let patterns = optional("patterns", .words(of: house.patterns.vocabulary)) ?? []
        let features = optional("features", .words(of: house.features.vocabulary)) ?? []
        return identifier.map {
            Ruleset.Row(
                identifier: $0, text: text ?? "", patterns: patterns.map(Pattern.ID.init),
                features: features.map(Feature.ID.init))
        }
    }

    fileprivate func observation(of house: House) -> Ruleset.Observation? {
        let identifier = required("id", .identifier)
        let text = required("text", .text)
        let moves = required("moves", .text)
        let cards = house.cards
        let claims = optional("claims", .words(of: cards)) ?? []
        return identifier.map {
            Ruleset.Observation(
                identifier: $0, text: text ?? "", moves: moves ?? "", claims: claims.map { cards.words[$0] })
        }
    }
}
