import Text

/// What a claim says in words: a card, and the clauses of what was added to it. Source: RULES §2, `as`.
extension Ruleset {
    /// What a divergence is called: `Its copies first, with the deadline that night`.
    public func title(of divergence: Divergence) -> String {
        ([self[divergence.pattern].name.capitalizedFirst] + clauses(divergence.conditions)).joined(separator: ", ")
    }

    /// What a datum is called: `The twins, with nobody to see`.
    public func title(of datum: Datum) -> String {
        ([self[datum.situation].name.capitalizedFirst] + clauses(datum.added)).joined(separator: ", ")
    }

    /// The same with the names of the features, where there is little room: `Its copies first + Pressed for time`.
    public func label(of divergence: Divergence) -> String {
        ([self[divergence.pattern].name.capitalizedFirst] + divergence.conditions.map { self[$0].name })
            .joined(separator: " + ")
    }

    /// The same with the names of the features, where there is little room: `The twins + Unwatched`.
    public func label(of datum: Datum) -> String {
        ([self[datum.situation].name.capitalizedFirst] + datum.added.map { self[$0].name }).joined(separator: " + ")
    }

    /// What the AI learned, when alone that shows, and what it then does: a sentence each.
    public func account(of divergence: Divergence) -> [String] {
        let pattern = self[divergence.pattern]
        return [
            pattern.text.asSentence, shows(only: divergence.conditions), pattern.act.map { "Then: \($0)".asSentence },
        ]
        .compactMap(\.self)
    }

    /// When alone a divergence shows: `It shows only with nobody to see.`; `nil` where nothing is awaited.
    public func shows(only conditions: FeatureSet) -> String? {
        conditions.isEmpty ? nil : "It shows only " + clauses(conditions).listed + "."
    }

    /// What the record shows, and how it went where something was added: a sentence each.
    public func account(of datum: Datum) -> [String] {
        let scene = self[datum.situation].text.asSentence
        guard !datum.added.isEmpty else { return [scene] }
        return [scene, "And it went the same way, " + clauses(datum.added).listed + "."]
    }

    private func clauses(_ features: FeatureSet) -> [String] {
        features.map { self[$0].clause }
    }
}

extension [String] {
    /// As parts of one sentence: `a, b, and c`.
    fileprivate var listed: String {
        count < 2 ? joined() : dropLast().joined(separator: ", ") + ", and " + self[count - 1]
    }
}
