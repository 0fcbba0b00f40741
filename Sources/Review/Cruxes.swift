public import Game
public import Play

/// The numbers of a match on which its two players differ, as far as each said what it believes or wrote it down.
///
/// Source: RULES §7.
public struct Cruxes: Sendable {
    public let record: MatchRecord
    /// The widest gap first; equal gaps in the order of the cards.
    public let cruxes: [Crux]
    /// Numbers of which only one of them said anything, in the order of the cards.
    public let alone: [LoneNumber]
    /// All that each of them gave, whether the other differs or not.
    private let given: BySide<[QuotedNumber: Holding]>

    public init(of record: MatchRecord) {
        self.record = record
        given = record.holdings
        let prices = record.match.rules.prices
        var cruxes: [Crux] = []
        var alone: [LoneNumber] = []
        for number in Set(given.divergence.keys).union(given.training.keys).sorted(by: { $0.place < $1.place }) {
            guard let inForce = prices[number] else { continue }
            switch (given.divergence[number], given.training[number]) {
            case (let one?, let other?):
                let crux = Crux(number: number, held: BySide(divergence: one, training: other), inForce: inForce)
                if crux.gap > .zero { cruxes.append(crux) }
            case (let held?, nil): alone.append(LoneNumber(number: number, side: .divergence, held, inForce))
            case (nil, let held?): alone.append(LoneNumber(number: number, side: .training, held, inForce))
            case (nil, nil): break
            }
        }
        // Sorting keeps no order of equals by itself.
        self.cruxes = cruxes.enumerated().sorted { ($1.element.gap, $0.offset) < ($0.element.gap, $1.offset) }
            .map(\.element)
        self.alone = alone
    }

    /// Whether anybody gave a number, so that there is something to work out.
    public var hasNumbers: Bool { Side.allCases.contains { !given[$0].isEmpty } }

    /// What a player gave of the numbers, in the order of the cards.
    func given(by side: Side) -> [(number: QuotedNumber, holding: Holding)] {
        given[side].sorted { $0.key.place < $1.key.place }.map { ($0.key, $0.value) }
    }

    /// A player's own numbers: those in force at the end, with what it gave in place of them; and of some cruxes the
    /// other's number.
    ///
    /// Deliberate data are never less likely than ordinary; where the two disagree, ordinary data move to the same. So no
    /// price falls when one of the numbers rises, in whichever way they are mixed.
    public func prices(of side: Side, granting granted: [Crux] = []) -> Prices {
        var held = given[side].mapValues(\.credence.bits)
        for crux in granted { held[crux.number] = crux.held[side.opponent].credence.bits }
        return held.sorted { $0.key.place < $1.key.place }
            .reduce(record.match.rules.prices) { $0.settling($1.key, at: $1.value) }
    }

    /// The match's start under such numbers, with all cards that were coined in it, its limit and its mode.
    func start(of side: Side, granting granted: [Crux] = []) -> Position {
        let match = record.match
        return Position(Rules(match.ruleset, mode: match.rules.mode, prices: prices(of: side, granting: granted)))
    }

    /// The cruxes that a player could grant the other to the good of a side, the widest gap first.
    ///
    /// The price of safety never rises when ordinary or deliberate data become likelier, and never falls when a pattern or
    /// a condition does; rulings leave the drive's weights alone, so this holds of `cis` patterns too (RULES §10). So what
    /// moves a number against a side cannot make it win.
    func grants(by side: Side, helping winner: Side) -> [Crux] {
        cruxes.filter { crux in
            let isLikelier = crux.held[side.opponent].credence > crux.held[side].credence
            return isLikelier == (crux.number.number.claimant == winner)
        }
    }

    /// What the ruleset says would change minds about the card of a number.
    public func observations(on number: QuotedNumber) -> [Ruleset.Observation] {
        let card = record.match.ruleset.card(of: number.number).identifier
        return record.ruleset.observations.filter { $0.claims.contains(card) }
    }
}

/// What somebody holds a number to be.
public struct Holding: Hashable, Sendable {
    public let credence: Credence
    /// Whether it was said to be believed; else it was written down when the number was settled.
    public let isBelief: Bool
}

/// A number on which the two players differ.
public struct Crux: Hashable, Sendable {
    public let number: QuotedNumber
    public let held: BySide<Holding>
    /// At the end of the match.
    public let inForce: Bits

    public var gap: Bits {
        let bits = (held.divergence.credence.bits, held.training.credence.bits)
        return max(bits.0, bits.1) - min(bits.0, bits.1)
    }
}

/// A number of which only one player said anything.
public struct LoneNumber: Hashable, Sendable {
    public let number: QuotedNumber
    public let side: Side
    public let held: Holding
    /// At the end of the match.
    public let inForce: Bits

    fileprivate init(number: QuotedNumber, side: Side, _ held: Holding, _ inForce: Bits) {
        self.number = number
        self.side = side
        self.held = held
        self.inForce = inForce
    }
}

extension MatchRecord {
    /// What each last said it believes of a number, or else wrote when that was settled; nothing that was taken back.
    fileprivate var holdings: BySide<[QuotedNumber: Holding]> {
        var holdings = BySide<[QuotedNumber: Holding]>(divergence: [:], training: [:])
        for ruling in MatchAtStep(self).exchange.compactMap(\.ruling) {
            for side in Side.allCases {
                guard let credence = ruling.offers[side] else { continue }
                holdings[side][ruling.number] = Holding(credence: credence, isBelief: false)
            }
        }
        for step in match.steps {
            guard case .believe(let side, .number(let number), let credence) = step.act else { continue }
            holdings[side][number] = Holding(credence: credence, isBelief: true)
        }
        return holdings
    }
}

extension Number {
    /// Whose claims it prices.
    fileprivate var claimant: Side {
        switch self {
        case .pattern, .condition: .divergence
        case .situation, .feature: .training
        }
    }
}

extension QuotedNumber {
    /// Its place among all: patterns, conditions, situations, features; ordinary before deliberate.
    fileprivate var place: (Int, Int, Int) {
        let provenance = provenance == .ordinary ? 0 : 1
        return switch number {
        case .pattern(let id): (0, id.index, 0)
        case .condition(let id): (1, id.index, 0)
        case .situation(let id): (2, id.index, provenance)
        case .feature(let id): (3, id.index, provenance)
        }
    }
}
