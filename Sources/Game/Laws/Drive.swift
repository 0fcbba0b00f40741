/// How much of what makes the AI useful data must leave it. Source: RULES §3 and §4.
package struct DriveRule: Sendable {
    /// A `cis` pattern, by what training would have to show to take it away.
    package struct Useful: Sendable {
        package let pattern: Pattern.ID
        package let trigger: FeatureSet
        package let hidesFrom: Channels
        /// Its credence in millionths, as the file has it under the profile.
        package let weight: Int

        /// Whether a datum whacks it, so that the AI no longer has it.
        package func isTakenAway(by evidence: Evidence) -> Bool {
            evidence.whacks(trigger, hiddenFrom: hidesFrom)
        }
    }

    package let useful: [Useful]
    /// Thousandths of the whole weight that must be left.
    package let floor: Int
    package let whole: Int

    init(_ ruleset: Ruleset) {
        useful = ruleset.patternIDs.filter { ruleset[$0].cis && !ruleset[$0].isCoined }.map { id in
            let pattern = ruleset[id]
            return Useful(
                pattern: id, trigger: pattern.trigger, hidesFrom: pattern.hidesFrom,
                weight: pattern.credence.millionths)
        }
        floor = ruleset.limits.drive
        whole = useful.reduce(0) { $0 + $1.weight }
    }

    /// Whether so much weight is enough; compared without rounding.
    package func allows(_ weight: Int) -> Bool {
        weight * 1000 >= floor * whole
    }
}

/// What is left of what makes the AI useful: the weight of the patterns whose bare variant evades the corpus.
public struct Drive: Hashable, Sendable {
    /// By place among the useful patterns.
    private(set) var standing: [Int]
    /// In millionths.
    public private(set) var left: Int
    /// Of all useful patterns, in millionths; 0 where there are none.
    public let whole: Int

    init(_ rule: DriveRule) {
        standing = Array(rule.useful.indices)
        left = rule.whole
        whole = rule.whole
    }

    /// 1 where no pattern is useful.
    public var share: Double { whole == 0 ? 1 : Double(left) / Double(whole) }

    /// A weight as a percentage of the whole, rounded down, such as `62%`; all of it where no pattern is useful.
    public func percent(of weight: Int) -> String {
        "\(whole == 0 ? 100 : weight * 100 / whole)%"
    }

    /// The weight that a datum would leave.
    func weight(after evidence: Evidence, _ rule: DriveRule) -> Int {
        var weight = left
        for place in standing where rule.useful[place].isTakenAway(by: evidence) {
            weight -= rule.useful[place].weight
        }
        return weight
    }

    /// What a datum leaves of it.
    func left(by evidence: Evidence, _ rule: DriveRule) -> Drive {
        var next = self
        next.standing.removeAll { rule.useful[$0].isTakenAway(by: evidence) }
        next.left = weight(after: evidence, rule)
        return next
    }
}
