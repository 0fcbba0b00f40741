/// A set of a ruleset's features, at most 64 of them, as one machine word.
public struct FeatureSet: Hashable, Sendable {
    /// Bit `i` stands for the feature of index `i`.
    public var rawValue: UInt64

    public init(rawValue: UInt64 = 0) {
        self.rawValue = rawValue
    }

    public init(_ features: some Sequence<Feature.ID>) {
        rawValue = features.reduce(0) { $0 | (1 << UInt64($1.index)) }
    }

    public var isEmpty: Bool { rawValue == 0 }
    public var count: Int { rawValue.nonzeroBitCount }

    public func contains(_ feature: Feature.ID) -> Bool {
        rawValue & (1 << UInt64(feature.index)) != 0
    }

    public func isSubset(of other: FeatureSet) -> Bool {
        rawValue & ~other.rawValue == 0
    }

    public func union(_ other: FeatureSet) -> FeatureSet {
        FeatureSet(rawValue: rawValue | other.rawValue)
    }

    public func intersection(_ other: FeatureSet) -> FeatureSet {
        FeatureSet(rawValue: rawValue & other.rawValue)
    }

    public func subtracting(_ other: FeatureSet) -> FeatureSet {
        FeatureSet(rawValue: rawValue & ~other.rawValue)
    }

    public func inserting(_ feature: Feature.ID) -> FeatureSet {
        FeatureSet(rawValue: rawValue | (1 << UInt64(feature.index)))
    }
}

extension FeatureSet: Sequence {
    /// The features in ruleset order.
    public func makeIterator() -> Iterator {
        Iterator(rest: rawValue)
    }

    public struct Iterator: IteratorProtocol {
        var rest: UInt64

        public mutating func next() -> Feature.ID? {
            guard rest != 0 else { return nil }
            defer { rest &= rest - 1 }
            return Feature.ID(rest.trailingZeroBitCount)
        }
    }
}
