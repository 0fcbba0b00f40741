import Game

/// Draws what binds the cards of a random ruleset together: exclusions, families, and the limits that go with them.
struct RandomBounds {
    var random: SplitMix64

    mutating func bind(_ ruleset: inout Ruleset) {
        ruleset.limits = ruleset.limits.replacing([
            .pushes: chance(60) ? number(in: 1...4) : 0,
            .drive: chance(50) ? number(in: 1...16) * 50 : 0,
            .additions: chance(60) ? 64 : number(in: 0...2),
        ])
        let families = chance(50) ? number(in: 1...3) : 0
        for index in ruleset.patterns.indices where families > 0 && chance(80) {
            ruleset.patterns[index].family = "family-\(number(in: 1...families))"
        }
        let pairs = chance(50) ? number(in: 1...3) : 0
        for _ in 0..<pairs {
            let (one, other) = (number(in: 0...63), number(in: 0...63))
            exclude(one % ruleset.features.count, other % ruleset.features.count, in: &ruleset)
        }
    }

    /// Makes two features exclude each other, unless some list holds both.
    private func exclude(_ one: Int, _ other: Int, in ruleset: inout Ruleset) {
        let pair = FeatureSet([Feature.ID(one), Feature.ID(other)])
        guard one != other, !ruleset.patterns.contains(where: { pair.isSubset(of: $0.trigger) }),
            !ruleset.situations.contains(where: { pair.isSubset(of: $0.exhibits) })
        else { return }
        ruleset.features.exclude(one, other)
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func chance(_ percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }
}
