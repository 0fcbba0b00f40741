import Game

/// Reads a whole ruleset, and reports what is wrong with it or odd.
struct RulesetReader {
    /// More than anyone would write; bounds the time that a file can take.
    private static let listLimit = 1000
    static let profileLimit = 100
    private static let botLimit = 20

    private let report: Report

    init(_ report: Report) {
        self.report = report
    }

    /// A ruleset, and where the rules of its bots stand; `nil` where the report has errors.
    func ruleset(from root: YAMLNode) -> (ruleset: Ruleset, rules: [[Place]])? {
        guard let (ruleset, lists, bots) = Format.mapping("ruleset", draft).read(root, report), !report.hasErrors
        else {
            return nil
        }
        let idle = IdleCards(of: ruleset)
        idle.warn(of: lists, report)
        warn(of: bots, in: ruleset, idle)
        return (ruleset, bots.map { $0.rules.map(\.place) })
    }

    private func warn(of bots: [PlacedPersona], in ruleset: Ruleset, _ idle: IdleCards) {
        guard !bots.isEmpty else { return }
        var openings = IdleOpenings(ruleset)
        let sayings = IdleSayings(ruleset, idle)
        for bot in bots {
            openings.warn(of: bot, report)
            sayings.warn(of: bot, report)
        }
    }

    /// `nil` without the parts that every ruleset has; the report may have errors all the same.
    private func draft(from mapping: Mapping) -> (Ruleset, CardLists, [PlacedPersona])? {
        let identifier = mapping.required("ruleset", .identifier)
        let title = mapping.required("title", .text)
        let imitatee = mapping.required("imitatee", .text)
        let premise = mapping.required("premise", .text)
        let lists = cardLists(from: mapping)
        let intended = mapping.required("intended", .intended)
        let profiles = mapping.namedList("profiles", of: "profile", counts: 0...Self.profileLimit) {
            $0.profile(over: lists)
        }
        let words = ScriptVocabulary(lists, profiles: profiles.vocabulary)
        let bots = mapping.namedList("bots", of: "bot", counts: 0...Self.botLimit) { $0.persona(words) }
        let rows = mapping.namedList("rows", of: "row", counts: 0...Self.listLimit) { $0.row(of: lists) }
        let observations = mapping.namedList("observations", of: "observation", counts: 0...Self.listLimit) {
            $0.observation(of: lists)
        }
        let glossary = mapping.optional("glossary", .glossary)
        guard !report.hasErrors, let identifier, let title, let imitatee, let premise, let intended,
            let limits = lists.limits
        else { return nil }
        var ruleset = Ruleset(
            identifier: identifier, title: title, imitatee: imitatee, premise: premise,
            limits: Limits(limits),
            intended: intended)
        ruleset.features = lists.features.entries
        ruleset.patterns = lists.patterns.entries
        ruleset.situations = lists.situations.entries
        ruleset.deployments = lists.deployments.entries
        ruleset.profiles = profiles.entries
        ruleset.bots = bots.entries.map(\.persona)
        ruleset.rows = rows.entries
        ruleset.observations = observations.entries
        ruleset.glossary = glossary ?? []
        return (ruleset, lists, bots.entries)
    }

    private func cardLists(from mapping: Mapping) -> CardLists {
        let limits = mapping.required("limits", .limits())
        var excluded: [String: [Placed<String>]] = [:]
        var features = mapping.namedList("features", of: "feature", counts: 1...64) { $0.feature(&excluded) }
        exclude(excluded, among: &features)
        let words = features.vocabulary
        let patterns = mapping.namedList("patterns", of: "pattern", counts: 1...Self.listLimit) { $0.pattern(words) }
        let situations = mapping.namedList("situations", of: "situation", counts: 1...Self.listLimit) {
            $0.situation(words)
        }
        var latest = 0
        let deployments = mapping.namedList("deployments", of: "deployment", counts: 1...Self.listLimit) {
            $0.deployment(words, after: &latest)
        }
        let exclusions = Exclusions(features.entries)
        func complain(of set: FeatureSet, _ key: String, at place: Place) {
            guard let conflict = exclusions.conflict(in: set) else { return }
            let names = [conflict.feature, conflict.other].map { features.entries[$0.index].identifier.quoted }
            report.error("\(names[0]) and \(names[1]) exclude each other, and \(key) has both", at: place)
        }
        for (pattern, place) in zip(patterns.entries, patterns.places) {
            complain(of: pattern.trigger, "the trigger", at: place)
        }
        for (situation, place) in zip(situations.entries, situations.places) {
            complain(of: situation.exhibits, "exhibits", at: place)
        }
        return CardLists(
            limits: limits, features: features, patterns: patterns, situations: situations,
            deployments: deployments)
    }
}

extension RulesetReader {
    /// Has features exclude each other, both ways.
    private func exclude(_ excluded: [String: [Placed<String>]], among features: inout NamedList<Feature>) {
        for (index, feature) in features.entries.enumerated() {
            for word in excluded[feature.identifier] ?? [] {
                guard let other = features.vocabulary.index(of: word.value, at: word.place, report) else { continue }
                guard other != index else {
                    report.error("\(word.value.quoted) cannot exclude itself", at: word.place)
                    continue
                }
                features.entries.exclude(index, other)
            }
        }
    }
}

extension Format where Value == Ruleset.Intended {
    fileprivate static var intended: Format {
        mapping("intended thing") { mapping in
            let text = mapping.required("text", .text)
            let credence = mapping.required("credence", .credence)
            guard let text, let credence else { return nil }
            return Ruleset.Intended(text: text, credence: credence)
        }
    }
}

extension Format where Value == [Ruleset.Term] {
    fileprivate static var glossary: Format {
        Format<[YAMLNode.Entry]>.entries("a mapping of terms to their meanings").then { entries, _, report in
            var seen: Set<String> = []
            return entries.compactMap { entry in
                let key = YAMLNode(place: entry.place, content: .quoted(entry.key))
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

extension Mapping {
    fileprivate func row(of lists: CardLists) -> Ruleset.Row? {
        let identifier = required("id", .identifier)
        let text = required("text", .text)
        let patterns = optional("patterns", .words(of: lists.patterns.vocabulary)) ?? []
        let features = optional("features", .words(of: lists.features.vocabulary)) ?? []
        return identifier.map {
            Ruleset.Row(
                identifier: $0, text: text ?? "", patterns: patterns.map(Pattern.ID.init),
                features: features.map(Feature.ID.init))
        }
    }

    fileprivate func observation(of lists: CardLists) -> Ruleset.Observation? {
        let identifier = required("id", .identifier)
        let text = required("text", .text)
        let moves = required("moves", .text)
        let cards = lists.identifiers
        let claims = optional("claims", .words(of: cards)) ?? []
        return identifier.map {
            Ruleset.Observation(
                identifier: $0, text: text ?? "", moves: moves ?? "", claims: claims.map { cards.words[$0] })
        }
    }
}
