public import Game

extension Profile {
    /// A random profile of a ruleset that keeps the laws of RULES §11; the same for the same seed on every machine.
    public static func random(of ruleset: Ruleset, seed: UInt64) -> Profile {
        var random = SplitMix64(seed: seed ^ 0x9806_11)
        func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
        func credence(_ range: ClosedRange<Int> = 1...1_000_000) -> Credence {
            Credence(millionths: Int.random(in: range, using: &random)) ?? .certain
        }
        /// Other credences of a card, neither below nor above what the other of the two stays at.
        func changes(_ ordinary: Credence?, _ deliberate: Credence?) -> Credences {
            var changed = Credences()
            if chance(50) { changed.ordinary = credence(1...(deliberate?.millionths ?? 1_000_000)) }
            let least = (changed.ordinary ?? ordinary)?.millionths ?? 1
            if chance(50) { changed.deliberate = credence(least...1_000_000) }
            return changed
        }
        var profile = Profile(identifier: "profile-\(seed)", title: "As seed \(seed) sees it: “all”, or no")
        if chance(50) { profile.limits = [.naturalness: 4125, .pivotalAct: 3, .whack: 20_000] }
        if chance(50) { profile.intended = credence() }
        for id in ruleset.featureIDs where chance(40) {
            var changed = changes(ruleset[id].ordinary, ruleset[id].deliberate)
            if chance(50) { changed.condition = credence() }
            profile.features[id] = changed
            if chance(50) { profile.why[ruleset[id].identifier] = "no # \"reason\", as 1: \(seed)" }
        }
        for id in ruleset.patternIDs where chance(40) { profile.patterns[id] = credence() }
        for id in ruleset.situationIDs where chance(40) {
            profile.situations[id] = changes(ruleset[id].ordinary, ruleset[id].deliberate)
        }
        if chance(50) { profile.why["intended"] = String(repeating: "word by word, ", count: 12) + "and so on" }
        return profile
    }
}
