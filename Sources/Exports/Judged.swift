public import Review

/// What the steps of a match came to, as far as that is known.
public struct Judged: Sendable {
    /// Of each position, from the start to the end; `nil` where it is not worked out.
    public var values: [Evaluation.Price?]
    /// What is held against the act of each step; `nil`: nothing, or it is not known.
    public var marks: [Mark?]

    /// What is held against an act.
    public struct Mark: Hashable, Sendable {
        /// Such as `??`.
        public let symbol: String
        /// Such as `blunder`.
        public let name: String
        /// Why, in a sentence; `nil` where that is not known.
        public let why: String?

        public init(symbol: String, name: String, why: String? = nil) {
            self.symbol = symbol
            self.name = name
            self.why = why
        }
    }

    /// Nothing is known.
    public init() {
        values = []
        marks = []
    }

    /// Of a position by the number of steps before it.
    func value(_ step: Int) -> Evaluation.Price? { values.indices.contains(step) ? values[step] : nil }

    func mark(_ step: Int) -> Mark? { marks.indices.contains(step) ? marks[step] : nil }
}

extension Evaluation.Price {
    /// Whether it is known to the millibit, or that there is none.
    var isProven: Bool { isInfinite || upper == lower }

    /// In few columns.
    var brief: String { isInfinite ? "∞" : text }

    /// With its unit.
    var withUnit: String { isInfinite ? "beyond any" : text + " bits" }
}
