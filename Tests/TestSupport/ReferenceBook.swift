internal import Game
internal import Foundation

/// A ruleset as `ReferenceGame` reads it: identifiers, sets of identifiers, prices in whole millibits.
struct ReferenceBook: Sendable {
    struct Feature: Sendable {
        var identifier: String
        /// What it cannot occur with.
        var excludes: Set<String>
        var condition: Int
        var ordinary: Int?
        var deliberate: Int?
        var delay: Int
    }

    struct Pattern: Sendable {
        var identifier: String
        var price: Int
        /// Its credence in millionths, as it stands in the file.
        var weight: Int
        var trigger: Set<String>
        var depth: Int
        var misattributes: Bool
        var hidesFrom: Set<String>
        var cis: Bool
        /// `nil` is a family too: that of the patterns without one.
        var family: String?
    }

    struct Situation: Sendable {
        var identifier: String
        var exhibits: Set<String>
        var channel: String
        var ordinary: Int?
        var deliberate: Int?
    }

    struct Deployment: Sendable {
        var features: Set<String>
        var arrives: Int
    }

    var features: [Feature]
    var patterns: [Pattern]
    var situations: [Situation]
    var deployments: [Deployment]
    var naturalness: Int
    /// `nil` once lifted.
    var plausibility: Int?
    var pivotalAct: Int
    /// In thousandths.
    var drive: Int
    var pushes: Int
    var additions: Int
    var proposals: Int

    init(_ ruleset: Ruleset) {
        func names(_ set: FeatureSet) -> Set<String> {
            var names: Set<String> = []
            for (index, feature) in ruleset.features.enumerated() where (set.rawValue >> index) % 2 == 1 {
                names.insert(feature.label.identifier)
            }
            return names
        }
        features = ruleset.features.map {
            Feature(
                identifier: $0.label.identifier, excludes: names($0.excludes),
                condition: referenceMillibits($0.condition),
                ordinary: $0.ordinary.map(referenceMillibits),
                deliberate: $0.deliberate.map(referenceMillibits), delay: $0.delay)
        }
        patterns = ruleset.patterns.map { pattern in
            Pattern(
                identifier: pattern.label.identifier, price: referenceMillibits(pattern.credence),
                weight: pattern.credence.millionths, trigger: names(pattern.trigger), depth: pattern.depth,
                misattributes: pattern.misattributes,
                hidesFrom: Set(Channel.allCases.filter { pattern.hidesFrom.contains($0) }.map(\.rawValue)),
                cis: pattern.cis, family: pattern.family)
        }
        situations = ruleset.situations.map {
            Situation(
                identifier: $0.label.identifier, exhibits: names($0.exhibits), channel: $0.channel.rawValue,
                ordinary: $0.ordinary.map(referenceMillibits),
                deliberate: $0.deliberate.map(referenceMillibits))
        }
        deployments = ruleset.deployments.map {
            Deployment(features: names($0.features), arrives: $0.arrives)
        }
        naturalness = ruleset.limits[.naturalness]
        plausibility = ruleset.limits[.plausibility]
        pivotalAct = ruleset.limits[.pivotalAct]
        drive = ruleset.limits[.drive]
        pushes = ruleset.limits[.pushes]
        additions = ruleset.limits[.additions]
        proposals = ruleset.limits[.proposals]
    }

    /// The card of that identifier; a ruleset never names one that it does not have.
    func pattern(_ identifier: String) -> Pattern {
        guard let found = patterns.first(where: { $0.identifier == identifier }) else {
            preconditionFailure("no pattern \(identifier)")
        }
        return found
    }

    func feature(_ identifier: String) -> Feature {
        guard let found = features.first(where: { $0.identifier == identifier }) else {
            preconditionFailure("no feature \(identifier)")
        }
        return found
    }

    func situation(_ identifier: String) -> Situation {
        guard let found = situations.first(where: { $0.identifier == identifier }) else {
            preconditionFailure("no situation \(identifier)")
        }
        return found
    }
}

/// `round(−1000·log2 p)`, halves upwards, which for amounts of at least 0 is away from zero.
private func referenceMillibits(_ credence: Credence) -> Int {
    Int(floor(-1000 * log2(Double(credence.millionths) / 1_000_000) + 0.5))
}
