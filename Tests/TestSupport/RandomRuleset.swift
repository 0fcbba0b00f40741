public import Game

/// How large a random ruleset may be.
public struct RulesetSize: Sendable {
    public var features: ClosedRange<Int>
    public var patterns: ClosedRange<Int>
    public var situations: ClosedRange<Int>
    public var deployments: ClosedRange<Int>
    public var proposals: ClosedRange<Int>

    public init(
        features: ClosedRange<Int>, patterns: ClosedRange<Int>, situations: ClosedRange<Int>,
        deployments: ClosedRange<Int>, proposals: ClosedRange<Int>
    ) {
        self.features = features
        self.patterns = patterns
        self.situations = situations
        self.deployments = deployments
        self.proposals = proposals
    }

    /// As many as a differential test of single games bears.
    public static let small = RulesetSize(
        features: 2...6, patterns: 1...5, situations: 1...6, deployments: 1...4, proposals: 1...3)
    /// Few enough for `ReferenceGame.priceOfSafety`.
    public static let tiny = RulesetSize(
        features: 2...3, patterns: 1...3, situations: 1...3, deployments: 1...3, proposals: 1...2)
}

extension Ruleset {
    /// A valid ruleset (RULES §11) with everything optional varied and many equal credences; the same for the
    /// same seed and size on every machine.
    public static func random(seed: UInt64, size: RulesetSize = .small) -> Ruleset {
        var maker = RandomCards(random: SplitMix64(seed: seed))
        var ruleset = maker.ruleset(seed: seed, size: size)
        ruleset.restrict(seed: seed)
        return ruleset
    }

    /// Families, exclusions, and the limits of drive, pushes and additions, from draws of their own.
    private mutating func restrict(seed: UInt64) {
        var random = SplitMix64(seed: seed ^ 0x5EC0_4D)
        func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let hasFamilies = number(in: 1...100) <= 40
        for index in patterns.indices {
            let family = [nil, "one", "two"][number(in: 0...2)]
            if hasFamilies { patterns[index].family = family }
        }
        let together = patterns.map(\.trigger) + situations.map(\.exhibits)
        for one in features.indices {
            for other in features.indices.dropFirst(one + 1) where number(in: 1...100) <= 30 {
                let pair = FeatureSet([Feature.ID(one), Feature.ID(other)])
                if !together.contains(where: pair.isSubset) { features.exclude(one, other) }
            }
        }
        limits = limits.replacing([
            .drive: number(in: 1...100) <= 60 ? 0 : number(in: 1...8) * 100,
            .pushes: number(in: 1...100) <= 60 ? 0 : number(in: 1...2),
            .additions: number(in: 1...100) <= 60 ? 64 : number(in: 0...3),
        ])
    }
}

extension Match {
    /// A match of random legal moves to its end; a side concedes about once in 32 turns.
    public static func random(_ rules: Rules, seed: UInt64) -> Match {
        var random = SplitMix64(seed: seed)
        var match = Match(rules)
        while let move = match.position.legalMoves.randomPlayoutChoice(using: &random) {
            do {
                try match.play(move)
            } catch {
                preconditionFailure("seed \(seed): \(error)")
            }
        }
        return match
    }
}

extension Array {
    /// An element of legal moves that end in `concede`, which is chosen only once in 32 times or where it is
    /// alone; `nil` where there are none.
    public func randomPlayoutChoice(using random: inout SplitMix64) -> Element? {
        guard count > 1 else { return first }
        return Int.random(in: 0..<32, using: &random) == 0 ? last : dropLast().randomElement(using: &random)
    }
}

private struct RandomCards {
    var random: SplitMix64
    var featureCount = 0

    /// Few values, so that sums tie; 0.37 and 0.01 are there to round.
    static let common = [1.0, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125, 0.85, 0.37, 0.01]

    mutating func ruleset(seed: UInt64, size: RulesetSize) -> Ruleset {
        featureCount = number(in: size.features)
        var ruleset = Ruleset(
            identifier: "random-\(seed)", title: "Random \(seed)", imitatee: "Alice",
            premise: "Seed \(seed).",
            limits: limits(proposals: number(in: size.proposals)),
            intended: Ruleset.Intended(text: "The intended thing.", credence: credence()))
        ruleset.features = (0..<featureCount).map { feature($0) }
        ruleset.patterns = (0..<number(in: size.patterns)).map { pattern($0) }
        ruleset.situations = (0..<number(in: size.situations)).map { situation($0) }
        let steps = (0..<number(in: size.deployments)).map { _ in number(in: 0...6) }.sorted()
        ruleset.deployments = steps.enumerated().map { index, step in
            Deployment(
                CardLabel("d\(index)", text: "Stage \(index)."), features: features(chance: 75), arrives: step
            )
        }
        return ruleset
    }

    private mutating func limits(proposals: Int) -> Limits {
        let pivotalAct = number(in: 0...12)
        let naturalness = chance(8) ? 0 : number(in: 1000...9000) / 500 * 500
        let plausibility = chance(8) ? 0 : number(in: 1000...24000) / 500 * 500
        _ = number(in: 0...6)  // Nothing needs it now; what is drawn later stays the same for a seed.
        return Limits([
            .naturalness: naturalness, .plausibility: plausibility, .pivotalAct: pivotalAct,
            .proposals: proposals,
        ])
    }

    private mutating func feature(_ index: Int) -> Feature {
        let had = provenances(neverHad: true)
        return Feature(
            CardLabel("f\(index)", text: "Feature \(index).", source: "none"), condition: credence(),
            ordinary: had.ordinary, deliberate: had.deliberate, delay: chance(60) ? 0 : number(in: 1...3))
    }

    private mutating func pattern(_ index: Int) -> Pattern {
        var trigger = features(chance: 30)
        if trigger.isEmpty { trigger = FeatureSet([Feature.ID(number(in: 0...(featureCount - 1)))]) }
        return Pattern(
            CardLabel("p\(index)", text: "Pattern \(index).", source: "none"), credence: credence(),
            trigger: trigger, depth: number(in: 1...3), misattributes: chance(35),
            hidesFrom: chance(70) ? [] : Channels(rawValue: UInt8(number(in: 1...7))), cis: chance(50))
    }

    private mutating func situation(_ index: Int) -> Situation {
        let had = provenances(neverHad: false)
        let situation = Situation(
            CardLabel("s\(index)", text: "Situation \(index).", source: "none"),
            exhibits: features(chance: 45), channel: Channel.allCases[number(in: 0...2)],
            ordinary: had.ordinary, deliberate: had.deliberate)
        if !chance(50) { _ = number(in: 1...4) }  // As above.
        return situation
    }

    private mutating func provenances(neverHad: Bool) -> (ordinary: Credence?, deliberate: Credence?) {
        let one = credence(), other = credence()
        switch number(in: 0...9) {
        case 0: return (one, nil)
        case 1: return (nil, one)
        case 2 where neverHad: return (nil, nil)
        case 3: return (one, one)
        default: return (min(one, other), max(one, other))
        }
    }

    private mutating func features(chance percent: Int) -> FeatureSet {
        FeatureSet((0..<featureCount).filter { _ in chance(percent) }.map(Feature.ID.init))
    }

    private mutating func credence() -> Credence {
        let millionths =
            chance(80)
            ? Int(Self.common[number(in: 0...(Self.common.count - 1))] * 1_000_000)
            : number(in: 1...1_000_000)
        return Credence(millionths: millionths) ?? .certain
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func chance(_ percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }
}
