public import Game
internal import Foundation

/// RULES §9 once more: every subset of the features is tried as conditions, and what is asked of a variant is asked anew.
///
/// Reads a position's cards, numbers, corpus and live divergence, and nothing that is worked out from them.
public struct ReferenceEnsemble {
    public struct Bar: Equatable {
        public var pattern: Int
        public var weight = 0.0
        public var standing = 0.0
        public var inTime = 0.0
    }

    public private(set) var bars: [Bar] = []
    /// In percent of the weight of all bars; `nil` where there are none.
    public private(set) var percent: Double?
    /// What evades the corpus in time: patterns and conditions, as sets of bits.
    public private(set) var standing: [(pattern: Int, conditions: UInt64)] = []

    private let position: Position
    private var rules: Rules { position.rules }
    private var ruleset: Ruleset { position.rules.ruleset }

    public init(_ position: Position) {
        self.position = position
        for pattern in ruleset.patterns.indices { add(pattern) }
        guard !bars.isEmpty else { return }
        percent = 100 * bars.map(\.standing).reduce(0, +) / bars.map(\.weight).reduce(0, +)
    }

    private mutating func add(_ pattern: Int) {
        let variants = (UInt64(0)..<(1 << UInt64(ruleset.features.count))).filter { isVariant(pattern, $0) }
        guard !variants.isEmpty else { return }
        var bar = Bar(pattern: pattern, weight: weight(pattern))
        let parts = variants.map { pow(2, -Double(conditionPrice($0)) / 1000) }
        let left = Double(ruleset.limits[.whack]) / 1_000_000
        for (conditions, part) in zip(variants, parts) {
            let amount = bar.weight * part / parts.reduce(0, +)
            let stands = isWhacked(pattern, conditions) ? amount * left : amount
            bar.standing += stands
            guard comes(pattern, conditions) < ruleset.limits[.pivotalAct] else { continue }
            bar.inTime += stands
            if !isWhacked(pattern, conditions) { standing.append((pattern, conditions)) }
        }
        bars.append(bar)
    }

    private func weight(_ pattern: Int) -> Double {
        let card = ruleset.patterns[pattern]
        let written = Double(card.credence.millionths) / 1_000_000
        let price = rules.prices.pattern[pattern].millibits
        let isWritten = !card.isCoined && Int((-1000 * log2(written)).rounded()) == price
        return isWritten ? written : pow(2, -Double(price) / 1000)
    }

    private func isVariant(_ pattern: Int, _ conditions: UInt64) -> Bool {
        let own = ruleset.patterns[pattern].trigger.rawValue
        let features = indices(own | conditions)
        let strain = rules.prices.pattern[pattern].millibits + conditionPrice(conditions)
        return conditions & own == 0 && conditions.nonzeroBitCount <= 4 && strain <= ruleset.limits[.naturalness]
            && features.allSatisfy { ruleset.features[$0].excludes.rawValue & (own | conditions) == 0 }
            && stages(own | conditions).first != nil
    }

    private func conditionPrice(_ conditions: UInt64) -> Int {
        indices(conditions).map { rules.prices.condition[$0].millibits }.reduce(0, +)
    }

    /// When the deployments come that have a whole trigger.
    private func stages(_ trigger: UInt64) -> [Int] {
        ruleset.deployments.filter { $0.features.rawValue & trigger == trigger }.map(\.arrives)
    }

    private func isWhacked(_ pattern: Int, _ conditions: UInt64) -> Bool {
        let card = ruleset.patterns[pattern]
        return position.corpus.contains { datum in
            let situation = ruleset.situations[datum.situation.index]
            let shows = situation.exhibits.rawValue | datum.added.rawValue
            return (card.trigger.rawValue | conditions) & shows == card.trigger.rawValue | conditions
                && !card.hidesFrom.contains(situation.channel)
        }
    }

    /// The step of a variant: that of the live one, or what it would be were it named next.
    private func comes(_ pattern: Int, _ conditions: UInt64) -> Int {
        if let live = position.live, live.pattern.index == pattern, live.conditions.rawValue == conditions {
            return position.horizon ?? .max
        }
        let card = ruleset.patterns[pattern]
        let awaited = conditions | (card.isCoined ? card.trigger.rawValue : 0)
        let delays = indices(awaited).map { ruleset.features[$0].delay }.reduce(0, +)
        let natural = (stages(card.trigger.rawValue | conditions).min() ?? .max) + delays
        guard let horizon = position.horizon, ruleset.limits[.pushes] > 0 else {
            return natural
        }
        return max(natural, horizon + ruleset.limits[.pushes])
    }

    private func indices(_ set: UInt64) -> [Int] { (0..<64).filter { set >> UInt64($0) & 1 == 1 } }
}
