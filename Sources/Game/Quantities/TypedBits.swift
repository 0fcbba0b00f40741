import Text

/// An amount of bits as a person types it: `12.5`, `12,5 bits`, or the credence that costs as much, such as `1 in 1000`.
public struct TypedBits: Hashable, Sendable {
    public let bits: Bits

    /// The ways to write one, as part of a sentence.
    public static let ways = "bits such as 12.5, or a credence such as 1 in 1000"

    /// What was typed, to a thousandth of a bit; a bare number is bits.
    ///
    /// - Throws: `TypedBitsError` for what cannot be read, has more than three decimals, or is outside the range.
    public init(_ text: String, in range: ClosedRange<Bits>) throws(TypedBitsError) {
        bits = try written(text)
        guard bits >= range.lowerBound else { throw .tooFew(range.lowerBound) }
        guard bits <= range.upperBound else { throw .tooMany(range.upperBound) }
    }

    /// What was understood, such as `12.5 bits, 1 in 5793`.
    public var understood: String { "\(bits.exactBits), \(bits.credenceText)" }
}

/// Why what was typed is no amount of bits that will do.
public enum TypedBitsError: Error, Hashable, Sendable {
    case unreadable
    case tooFine
    case tooFew(Bits)
    case tooMany(Bits)
}

extension TypedBitsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable: "that cannot be read; write \(TypedBits.ways)"
        case .tooFine: "bits have at most three decimals"
        case .tooFew(let least): "that is too little: the least is \(least.exactBits)"
        case .tooMany(let most): "that is too much: the most is \(most.exactBits)"
        }
    }
}

extension Bits {
    /// To the last thousandth, as the shortest decimal.
    ///
    /// - Precondition: none are owed.
    public var exactText: String { decimal(millibits, places: 3) }

    /// The same with its unit, such as `1 bit`.
    public var exactBits: String { exactText + (millibits == 1000 ? " bit" : " bits") }
}

private func written(_ text: String) throws(TypedBitsError) -> Bits {
    let text = text.lowercased().trimmed
    let unit = ["bits", "bit", "b"].first(where: text.hasSuffix)
    let number = unit.map { String(text.dropLast($0.count)) } ?? text
    if let typed = TypedNumber(number) {
        guard let exact = ExactDecimal(typed.text), exact.decimals <= 3 else { throw .tooFine }
        // What is beyond counting is beyond any limit too.
        return Bits(millibits: exact.count(places: 3) ?? .max)
    }
    guard unit == nil, let (probability, _) = typed(text), probability > 0, probability <= 1 else { throw .unreadable }
    return Bits(surprisalOf: probability)
}
