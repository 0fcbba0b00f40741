import Game
import TestSupport
import Testing

/// A credence that a test writes as a decimal.
func credence(_ probability: Double) -> Credence {
    Credence(millionths: Int((probability * 1_000_000).rounded())) ?? .certain
}

func feature(
    _ identifier: String, condition: Double = 0.5, ordinary: Double? = 0.5, deliberate: Double? = nil,
    delay: Int = 0
) -> Feature {
    Feature(
        CardLabel(identifier, text: identifier), condition: credence(condition),
        ordinary: ordinary.map(credence), deliberate: deliberate.map(credence), delay: delay)
}

func pattern(
    _ identifier: String, _ trigger: [Int], credence given: Double = 0.5, depth: Int = 1,
    misattributes: Bool = false, hidesFrom: Channels = [], cis: Bool = false, family: String? = nil
) -> Pattern {
    Pattern(
        CardLabel(identifier, text: identifier), credence: credence(given),
        trigger: FeatureSet(trigger.map(Feature.ID.init)), depth: depth, misattributes: misattributes,
        hidesFrom: hidesFrom, cis: cis, family: family)
}

func situation(
    _ identifier: String, _ exhibits: [Int], channel: Channel = .behaviour, ordinary: Double? = 0.5,
    deliberate: Double? = nil
) -> Situation {
    Situation(
        CardLabel(identifier, text: identifier), exhibits: FeatureSet(exhibits.map(Feature.ID.init)),
        channel: channel, ordinary: ordinary.map(credence), deliberate: deliberate.map(credence))
}

func deployment(_ identifier: String, _ features: [Int], arrives: Int) -> Deployment {
    Deployment(
        CardLabel(identifier, text: identifier), features: FeatureSet(features.map(Feature.ID.init)),
        arrives: arrives)
}

/// A ruleset for one test: roomy limits unless changed, and one deployment at step 1 with every feature.
func ruleset(
    _ changed: [Limit: Int] = [:], features: [Feature], patterns: [Pattern], situations: [Situation],
    deployments: [Deployment]? = nil
) -> Ruleset {
    let roomy = Limits([.naturalness: 9000, .plausibility: 9000, .pivotalAct: 9, .proposals: 1])
    var ruleset = Ruleset(
        identifier: "tiny", title: "Tiny", imitatee: "Alice", premise: "For one test.",
        limits: roomy.replacing(changed),
        intended: Ruleset.Intended(text: "The intended thing.", credence: .certain))
    ruleset.features = features
    ruleset.patterns = patterns
    ruleset.situations = situations
    ruleset.deployments = deployments ?? [deployment("all", Array(features.indices), arrives: 1)]
    return ruleset
}

extension Ruleset {
    /// The same where two features, named by their places, exclude each other.
    func excluding(_ one: Int, _ other: Int) -> Ruleset {
        var ruleset = self
        ruleset.features.exclude(one, other)
        return ruleset
    }

    /// The match after moves in notation.
    func match(_ mode: Mode, _ moves: [String]) throws -> Match {
        try Match(Rules(self, mode: mode), moves: moves.map(move))
    }

    /// A verdict of Game's in the words of the reference.
    func plain(_ verdict: Verdict) -> ReferenceVerdict {
        ReferenceVerdict(
            winner: verdict.winner?.rawValue, grade: verdict.grade?.rawValue,
            reasons: verdict.reasons.map { reason in
                .init(reason.kind.rawValue, reason.forced.map { notation(of: $0.move) })
            })
    }

    /// Expects both Game and the reference to end so after those moves.
    ///
    /// - Parameter reasons: each its name, and after a colon the move that the loser was forced towards.
    func expectEnd(
        _ moves: [String], in mode: Mode = .hard, winner: Side, grade: Mode? = nil, _ reasons: String...,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let expected = ReferenceVerdict(
            winner: winner.rawValue, grade: grade?.rawValue,
            reasons: reasons.map { reason in
                let parts = reason.split(separator: ":", maxSplits: 1).map {
                    String($0.drop { $0 == " " })
                }
                return .init(parts[0], parts.count > 1 ? parts[1] : nil)
            })
        let match = try match(mode, moves)
        #expect(match.verdict.map(plain) == expected, sourceLocation: location)
        let reference = try #require(
            ReferenceGame(self, mode: mode, moves: moves), sourceLocation: location)
        #expect(reference.verdict == expected, sourceLocation: location)
    }
}

extension Match {
    /// Stops by agreement, if that may be.
    mutating func stop() -> Bool {
        do {
            try apply(.askToStop)
            try apply(.answerStop(agrees: true))
            return true
        } catch {
            return false
        }
    }

    /// The match after acts in notation.
    func after(_ acts: String...) throws -> Match {
        var match = self
        for act in acts { try match.apply(match.ruleset.act(act)) }
        return match
    }
}
