public import Game

extension Ruleset {
    /// A random ruleset in which both sides may dispute and coin, and Training's limit is hardly reached.
    public static func disputed(seed: UInt64) -> Ruleset {
        var ruleset = Ruleset.random(seed: seed, size: .tiny)
        ruleset.limits = ruleset.limits.replacing([
            .disputes: 2, .coins: 1, .unlisted: 500_000, .plausibility: 900_000,
        ])
        return ruleset
    }
}

extension Match {
    /// A match of random moves, disputes, coins and take-backs, as many acts as that or to its end.
    ///
    /// - Returns: the match, and every act that happened, those taken back too.
    public static func randomActs(_ rules: Rules, seed: UInt64, count: Int = 12) -> (Match, acts: [Act]) {
        var random = SplitMix64(seed: seed)
        var match = Match(rules)
        var acts: [Act] = []
        for number in 0..<count {
            let candidates = [
                match.randomCoin(number, &random), match.randomDispute(&random), match.randomTakeBack(&random),
            ]
            let other =
                Int.random(in: 0..<3, using: &random) == 0 ? candidates.randomElement(using: &random) ?? nil : nil
            if let other, (try? match.apply(other)) != nil {
                acts.append(other)
                continue
            }
            guard let move = match.position.legalMoves.dropLast().randomElement(using: &random) else { continue }
            do { try match.apply(.move(move)) } catch { preconditionFailure("seed \(seed): \(error)") }
            acts.append(.move(move))
        }
        return (match, acts)
    }

    private func randomDispute(_ random: inout SplitMix64) -> Act? {
        position.disputableNumbers.randomElement(using: &random).map { .dispute($0, .random(&random)) }
    }

    private func randomTakeBack(_ random: inout SplitMix64) -> Act? {
        plies.isEmpty ? nil : .takeBack(plies: Int.random(in: 1...min(2, plies.count), using: &random))
    }

    private func randomCoin(_ number: Int, _ random: inout SplitMix64) -> Act {
        let features = FeatureSet(ruleset.featureIDs.filter { _ in Bool.random(using: &random) })
        let provenance: Provenance = Bool.random(using: &random) ? .ordinary : .deliberate
        let verbs: [Game.Move.Kind] = [.propose, .shallower, .misattribute]
        let kind: Coin.Kind =
            position.sideToMove == .training
            ? .situation(provenance, exhibits: features, Channel.allCases.randomElement(using: &random) ?? .outcome)
            : .pattern(verbs.randomElement(using: &random) ?? .propose, trigger: features, family: nil)
        return .coin(Coin("coined-\(number)", kind), .random(&random))
    }
}

extension Offers {
    fileprivate static func random(_ random: inout SplitMix64) -> Offers {
        func offer(_ chance: Int) -> Credence? {
            guard Int.random(in: 0..<4, using: &random) < chance else { return nil }
            return Credence(
                millionths: [1_000_000, 700_000, 500_000, 250_000, 123_456].randomElement(using: &random) ?? 1)
        }
        return Offers(divergence: offer(3), training: offer(3), judge: offer(1))
    }
}
