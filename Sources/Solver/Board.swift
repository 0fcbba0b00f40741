internal import Game

/// The numbers of a ruleset under one mode, as masks and whole millibits.
struct Board {
    struct Pattern {
        var strain: Int32
        var trigger: UInt64
        var depth: Int
        var misattributes: Bool
        var hidesFrom: UInt8
        var cis: Bool
        /// What its horizon waits for beyond a deployment, besides conditions.
        var awaited: UInt64
    }

    struct Situation {
        var exhibits: UInt64
        /// The bit of its channel.
        var channel: UInt8
        var hobbles: Int32
        /// By provenance, ordinary first; `nil`: cannot be had that way.
        var cost: [Int32?]
        var isDeliberate: Bool
    }

    /// What Training could assert against a divergence.
    struct Counter {
        var situation: Int
        var provenance: Provenance
        var cost: Int32
        var hobbles: Int32
        var exhibits: UInt64
        var channel: UInt8
    }

    let patterns: [Pattern]
    let situations: [Situation]
    /// Sorted by the step at which they arrive.
    private let deployments: [Deployment]
    private let condition: [Int32]
    private let delay: [Int]
    /// By provenance and feature.
    private let featureCost: [[Int32?]]
    private let deliberateFeatures: UInt64
    let featureCount: Int
    let naturalness: Int
    let usefulUntil: Int
    let provenances: [Provenance]

    init(_ rules: Rules, mode: Mode) {
        let ruleset = rules.ruleset
        let prices = rules.prices
        patterns = ruleset.patterns.enumerated().map { index, pattern in
            Pattern(
                strain: prices.pattern[index].short, trigger: pattern.trigger.rawValue,
                depth: pattern.depth, misattributes: pattern.misattributes,
                hidesFrom: pattern.hidesFrom.rawValue, cis: pattern.cis,
                awaited: pattern.isCoined ? pattern.trigger.rawValue : 0)
        }
        let ordinary = prices.situation[.ordinary] ?? []
        let deliberate = prices.situation[.deliberate] ?? []
        situations = ruleset.situations.enumerated().map { index, situation in
            Situation(
                exhibits: situation.exhibits.rawValue, channel: Channels(situation.channel).rawValue,
                hobbles: Int32(clamping: situation.hobbles),
                cost: [ordinary[index]?.short, (deliberate[index] ?? ordinary[index])?.short],
                isDeliberate: deliberate[index] != nil)
        }
        deployments = ruleset.deployments.sorted { $0.arrives < $1.arrives }
        condition = prices.condition.map(\.short)
        delay = ruleset.features.map(\.delay)
        let had = prices.feature[.ordinary] ?? []
        let staged = prices.feature[.deliberate] ?? []
        featureCost = [had.map { $0?.short }, zip(staged, had).map { ($0 ?? $1)?.short }]
        deliberateFeatures = staged.indices.reduce(0) { staged[$1] == nil ? $0 : $0 | 1 << UInt64($1) }
        featureCount = ruleset.features.count
        naturalness = ruleset.limits.naturalness.millibits
        usefulUntil = ruleset.limits.usefulUntil
        provenances = mode == .easy ? Provenance.allCases : [.ordinary]
    }

    /// Whether all steps are few enough to be added up in 32 bits.
    var isMeasured: Bool {
        let most = 1 << 28
        return usefulUntil < most && delay.allSatisfy { $0 < most / 64 }
            && situations.allSatisfy { $0.hobbles < most } && deployments.allSatisfy { $0.arrives < most }
    }

    /// bits(π) + Σ condition bits of C.
    func strain(_ pattern: Int, _ conditions: UInt64) -> Int32 {
        Bitmask(conditions).reduce(patterns[pattern].strain) { $0 + condition[$1] }
    }

    /// The step at which a divergence happens; `nil` when it never does.
    func horizon(_ trigger: UInt64, _ conditions: UInt64) -> Int? {
        guard let stage = deployments.first(where: { trigger & ~$0.features.rawValue == 0 }) else {
            return nil
        }
        return Bitmask(conditions).reduce(stage.arrives) { $0 + delay[$1] }
    }

    /// Every counter that is not illegal whatever has been paid, in canonical order.
    func counters(_ pattern: Int, trigger: UInt64) -> [Counter] {
        let live = patterns[pattern]
        var counters: [Counter] = []
        for (index, situation) in situations.enumerated() where live.hidesFrom & situation.channel == 0 {
            let added = trigger & ~situation.exhibits
            for provenance in provenances {
                guard let cost = cost(situation, added, provenance) else { continue }
                counters.append(
                    Counter(
                        situation: index, provenance: provenance, cost: cost,
                        hobbles: live.cis ? situation.hobbles : 0,
                        exhibits: situation.exhibits | trigger, channel: situation.channel))
            }
        }
        return counters
    }

    private func cost(_ situation: Situation, _ added: UInt64, _ provenance: Provenance) -> Int32? {
        let column = provenance == .ordinary ? 0 : 1
        if provenance == .deliberate {
            guard situation.isDeliberate || added & deliberateFeatures != 0 else { return nil }
        }
        guard var sum = situation.cost[column] else { return nil }
        for feature in Bitmask(added) {
            guard let bits = featureCost[column][feature] else { return nil }
            sum += bits
        }
        return sum
    }
}

/// The indices of the bits that are set, lowest first.
struct Bitmask: Sequence, IteratorProtocol {
    private var rest: UInt64

    init(_ mask: UInt64) {
        rest = mask
    }

    mutating func next() -> Int? {
        guard rest != 0 else { return nil }
        defer { rest &= rest - 1 }
        return rest.trailingZeroBitCount
    }
}

extension Bits {
    /// The millibits, which for a single claim are always fewer than 20,000.
    fileprivate var short: Int32 { Int32(clamping: millibits) }
}
