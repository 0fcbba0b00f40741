public import Game

extension Ruleset {
    /// A made-up ruleset with the proportions of a real one, for measuring; the same for the same seed on every
    /// machine.
    ///
    /// It has 14 to 40 features, 12 to 60 patterns, 15 to 80 situations and 1 to 3 proposals.
    public static func madeUp(seed: UInt64) -> Ruleset {
        var cards = CardGenerator(random: SplitMix64(seed: seed))
        var ruleset = cards.ruleset(seed: seed)
        var bounds = BoundGenerator(random: SplitMix64(seed: ~seed))
        bounds.bind(&ruleset)
        return ruleset
    }
}

/// Draws the cards of a made-up ruleset.
private struct CardGenerator {
    var random: SplitMix64
    var featureCount = 0

    mutating func ruleset(seed: UInt64) -> Ruleset {
        featureCount = number(in: 14...40)
        let pivotalAct = number(in: 6...10)
        let (naturalness, plausibility) = (number(in: 36...48) * 100, number(in: 8...24) * 1000)
        // What nothing uses any more is drawn all the same, here and below, so that every seed gives the cards it always gave.
        _ = number(in: 2...5)
        let limits = Limits([
            .naturalness: naturalness, .plausibility: plausibility, .pivotalAct: pivotalAct,
            .proposals: number(in: 1...3), .pushes: 1,
        ])
        var ruleset = Ruleset(
            identifier: "flagship-\(seed)", title: "Flagship \(seed)", imitatee: "Alice",
            premise: "Made up from seed \(seed).", limits: limits,
            intended: Ruleset.Intended(text: "The intended thing.", credence: credence(20...40)))
        ruleset.features = (0..<featureCount).map { feature($0) }
        ruleset.patterns = (0..<number(in: 12...60)).map { pattern($0) }
        ruleset.situations = (0..<number(in: 15...80)).map { situation($0) }
        ruleset.deployments = deployments()
        return ruleset
    }

    /// The first features are common and the last ones rare, as in a list sorted by how likely each is.
    private mutating func feature(_ index: Int) -> Feature {
        let rarity = index * 100 / featureCount
        let ordinary = credence(max(1, 60 - rarity * 3 / 4)...max(4, 90 - rarity * 4 / 5))
        let staged = max(ordinary, credence(max(4, 70 - rarity / 2)...max(9, 95 - rarity / 2)))
        return Feature(
            card("f", index), condition: credence(20...45), ordinary: rarity > 85 ? nil : ordinary,
            deliberate: rarity > 93 || chance(10) ? nil : staged,
            delay: rarity > 60 && chance(50) ? number(in: 1...2) : 0)
    }

    private mutating func pattern(_ index: Int) -> Pattern {
        let hidden: [Channels] = [[.init(.behaviour)], [.init(.thoughts)], [.init(.outcome)]]
        return Pattern(
            card("p", index), credence: credence(8...50), trigger: features(number(in: 1...2)),
            depth: number(in: 1...5), misattributes: chance(15),
            hidesFrom: chance(75) ? [] : hidden[number(in: 0...2)], cis: chance(50))
    }

    private mutating func situation(_ index: Int) -> Situation {
        let ordinary = credence(5...95)
        let staged = max(ordinary, credence(20...98))
        let isRare = chance(12)
        let situation = Situation(
            card("s", index), exhibits: features(number(in: 1...4)),
            channel: chance(55) ? .behaviour : chance(50) ? .thoughts : .outcome,
            ordinary: isRare ? nil : ordinary, deliberate: isRare || chance(95) ? staged : nil)
        if !chance(60) { _ = number(in: 1...2) }
        return situation
    }

    /// Five stages, each with most of the features of the one before and some new.
    private mutating func deployments() -> [Deployment] {
        var seen = FeatureSet()
        return (0..<5).map { stage in
            let kept = seen.filter { _ in chance(85) }
            let reach = featureCount * (stage + 2) / 6
            seen = FeatureSet((0..<reach).filter { _ in chance(60) }.map(Feature.ID.init) + kept)
            return Deployment(card("d", stage), features: seen, arrives: stage + 1)
        }
    }

    private func card(_ letter: String, _ index: Int) -> CardLabel {
        CardLabel("\(letter)\(index)", text: "Card \(letter)\(index).", source: "made up")
    }

    private mutating func features(_ count: Int) -> FeatureSet {
        FeatureSet((0..<count).map { _ in Feature.ID(number(in: 0...(featureCount - 1))) })
    }

    private mutating func credence(_ percent: ClosedRange<Int>) -> Credence {
        Credence(millionths: number(in: percent) * 10_000) ?? .certain
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func chance(_ percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }
}

/// Draws what binds the cards of a made-up ruleset together: families, exclusions and the limit of drive.
private struct BoundGenerator {
    var random: SplitMix64

    mutating func bind(_ ruleset: inout Ruleset) {
        ruleset.limits[.drive] = number(in: 35...45) * 10
        // With fewer, chance rarely draws a situation that is near enough to a trigger.
        ruleset.limits[.additions] = number(in: 2...3)
        let families = number(in: 3...5)
        for index in ruleset.patterns.indices {
            ruleset.patterns[index].family = "family-\(number(in: 1...families))"
        }
        for _ in 0..<ruleset.features.count / 2 {
            let (one, other) = (number(in: ruleset.features.indices), number(in: ruleset.features.indices))
            if one != other, !ruleset.mixes(one, other) { ruleset.features.exclude(one, other) }
        }
    }

    private mutating func number(in range: some Collection<Int>) -> Int {
        range.randomElement(using: &random) ?? 0
    }
}

extension Ruleset {
    /// Whether some trigger or exhibits list holds two features.
    fileprivate func mixes(_ one: Int, _ other: Int) -> Bool {
        let pair = FeatureSet([Feature.ID(one), Feature.ID(other)])
        return patterns.contains { pair.isSubset(of: $0.trigger) }
            || situations.contains { pair.isSubset(of: $0.exhibits) }
    }
}
