/// One of the numbers by which claims are priced. Source: RULES §12.
public enum Number: Hashable, Sendable {
    case pattern(Pattern.ID)
    /// That a learned trigger turns on a feature.
    case condition(Feature.ID)
    case situation(Situation.ID)
    /// That a feature occurs in a training situation.
    case feature(Feature.ID)
}

/// A number at the provenance at which it is used; patterns and conditions have but one, called ordinary.
public struct QuotedNumber: Hashable, Sendable {
    public let number: Number
    public let provenance: Provenance

    public init(_ number: Number, at provenance: Provenance = .ordinary) {
        self.number = number
        self.provenance = provenance
    }
}

extension Ruleset {
    /// What is written on a card of a number; `nil` where a datum cannot be had that way.
    public func credence(of quoted: QuotedNumber) -> Credence? {
        switch (quoted.number, quoted.provenance) {
        case (.pattern(let id), _): self[id].credence
        case (.condition(let id), _): self[id].condition
        case (.situation(let id), .ordinary): self[id].ordinary
        case (.situation(let id), .deliberate): self[id].deliberate
        case (.feature(let id), .ordinary): self[id].ordinary
        case (.feature(let id), .deliberate): self[id].deliberate
        }
    }

    /// Whether a number is that of a card which was made up in the match.
    public func isCoined(_ number: Number) -> Bool {
        switch number {
        case .pattern(let id): self[id].isCoined
        case .situation(let id): self[id].isCoined
        case .condition, .feature: false
        }
    }

    /// The card that has a number.
    public func card(of number: Number) -> any Card {
        switch number {
        case .pattern(let id): self[id]
        case .condition(let id), .feature(let id): self[id]
        case .situation(let id): self[id]
        }
    }
}

extension Prices {
    /// What a claim costs by a number; `nil` where a datum cannot be had that way.
    public subscript(quoted: QuotedNumber) -> Bits? {
        switch quoted.number {
        case .pattern(let id): pattern[id.index]
        case .condition(let id): condition[id.index]
        case .situation(let id): situation[quoted.provenance]?[id.index]
        case .feature(let id): feature[quoted.provenance]?[id.index]
        }
    }

    /// The prices with one number replaced.
    ///
    /// Where a deliberate datum would come to be dearer than an ordinary one, the other of the two numbers moves
    /// to the same. Source: RULES §7.
    public func settling(_ quoted: QuotedNumber, at bits: Bits) -> Prices {
        var prices = self
        switch quoted.number {
        case .pattern(let id): prices.pattern[id.index] = bits
        case .condition(let id): prices.condition[id.index] = bits
        case .situation(let id): prices.situation.settle(id.index, quoted.provenance, at: bits)
        case .feature(let id): prices.feature.settle(id.index, quoted.provenance, at: bits)
        }
        return prices
    }
}

extension [Provenance: [Bits?]] {
    fileprivate mutating func settle(_ index: Int, _ provenance: Provenance, at bits: Bits) {
        self[provenance]?[index] = bits
        guard let ordinary = self[.ordinary]?[index], let deliberate = self[.deliberate]?[index],
            deliberate > ordinary
        else { return }
        self[provenance == .ordinary ? .deliberate : .ordinary]?[index] = bits
    }
}
