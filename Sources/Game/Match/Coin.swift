/// A card that a side makes up, and how it is played at once. Source: RULES §8.
public struct Coin: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Played as a propose, a shallower or a misattribute; of a family only where it is proposed.
        case pattern(Move.Kind, trigger: FeatureSet, family: String?)
        /// Played as a counter.
        case situation(Provenance, exhibits: FeatureSet, Channel)
    }

    /// New in its list; `[a-z][a-z0-9-]*`.
    public let identifier: String
    public let kind: Kind
    /// What is written on it; not part of the notation.
    public var text = ""
    /// What the pattern then does; not part of the notation.
    public var act: String?

    public init(_ identifier: String, _ kind: Kind, text: String = "", act: String? = nil) {
        self.identifier = identifier
        self.kind = kind
        self.text = text
        self.act = act
    }

    var label: CardLabel {
        CardLabel(identifier, text: text.isEmpty ? CardLabel(identifier, text: "").name : text)
    }
}

/// Why a card cannot be coined, or not now.
public enum CoinObstacle: Error, Hashable, Sendable {
    case matchOver
    case noneLeft
    case notYourTurn
    case malformedIdentifier(String)
    case takenIdentifier(String)
    /// Of a family that is no identifier, or where nothing is proposed.
    case malformedFamily(String)
    case emptyTrigger
    /// Two or more features that cannot be had in such data.
    case featuresNotHad([Feature.ID])
    /// A feature that no such data has, and no situation of the ruleset exhibits.
    case unheardOf(Feature.ID)
    /// Nothing is shallower than depth 1.
    case notShallower
    /// The move would be illegal even if the card cost nothing.
    case move(IllegalMove)
}

extension Position {
    /// How a pattern may be played here that Divergence makes up.
    public var coinedKinds: [Move.Kind] { live == nil ? [.propose] : [.propose, .shallower, .misattribute] }
}

extension Rules {
    /// What a feature puts on a card that a side makes up; `nil` where such data cannot have it.
    public func bits(of feature: Feature.ID, coinedBy side: Side, _ provenance: Provenance) -> Bits? {
        side == .divergence ? prices.condition[feature.index] : bits(of: feature, provenance)
    }

    /// What the book says of a card before anyone is asked: `unlisted`, and the credences of its features.
    public func bookPrice(of coin: Coin) throws(CoinObstacle) -> Bits {
        let unlisted = ruleset.limits.unlisted
        switch coin.kind {
        case .pattern(_, let trigger, _):
            guard !trigger.isEmpty else { throw .emptyTrigger }
            return trigger.reduce(unlisted) { $0 + prices.condition[$1.index] }
        case .situation(let provenance, let exhibits, _):
            let missing = exhibits.filter { bits(of: $0, provenance) == nil }
            guard missing.count < 2 else { throw .featuresNotHad(missing) }
            if let missing = missing.first,
                !ruleset.situations.contains(where: { !$0.isCoined && $0.exhibits.contains(missing) })
            {
                throw .unheardOf(missing)
            }
            return exhibits.reduce(unlisted) { $0 + (bits(of: $1, provenance) ?? unlisted) }
        }
    }

    /// The rules with a card more, last in its list, its number settled for good.
    func adding(_ coin: Coin, to live: Divergence?, depth: Int, at price: Bits) -> Rules {
        var ruleset = ruleset
        var prices = prices
        let number: QuotedNumber
        switch coin.kind {
        case .pattern(let verb, let trigger, let named):
            let family = verb == .propose ? named : live.map { ruleset[$0.pattern].family } ?? nil
            number = QuotedNumber(.pattern(Pattern.ID(ruleset.patterns.count)))
            var pattern = Pattern(
                coin.label, act: coin.act, credence: Credence(nearest: price), trigger: trigger, depth: depth,
                misattributes: verb == .misattribute, family: family)
            pattern.isCoined = true
            ruleset.patterns.append(pattern)
            prices.pattern.append(price)
        case .situation(let provenance, let exhibits, let channel):
            number = QuotedNumber(.situation(Situation.ID(ruleset.situations.count)), at: provenance)
            var situation = Situation(coin.label, exhibits: exhibits, channel: channel)
            situation.isCoined = true
            let credence = Credence(nearest: price)
            if provenance == .ordinary { situation.ordinary = credence } else { situation.deliberate = credence }
            ruleset.situations.append(situation)
            for column in Provenance.allCases { prices.situation[column]?.append(column == provenance ? price : nil) }
        }
        return Rules(ruleset, mode: mode, prices: prices, settled: settled.union([number]))
    }
}
