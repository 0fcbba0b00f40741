public import Game

/// How much of what the AI may have learned stands in a position. It is shown and never scored. Source: RULES §9.
public struct Ensemble: Hashable, Sendable {
    /// A pattern that has variants; amounts are credences.
    public struct Bar: Hashable, Sendable {
        public let pattern: Pattern.ID
        public let weight: Double
        /// What the corpus leaves of the weight.
        public internal(set) var standing = 0.0
        /// What comes before the pivotal act of that.
        public internal(set) var inTime = 0.0
    }

    /// In ruleset order.
    public let bars: [Bar]
    /// The credence of what training aims at.
    public let intended: Double

    public init(_ position: Position) {
        self.init(position, by: EnsembleBook(position.rules))
    }

    /// - Precondition: the book is of the position's rules.
    public init(_ position: Position, by book: EnsembleBook) {
        precondition(book.rules === position.rules, "a book of other rules")
        let whacked = Double(position.ruleset.limits[.whack]) / 1_000_000
        bars = book.chapters.map { chapter in
            var bar = Bar(pattern: chapter.pattern, weight: chapter.weight)
            position.forEach(chapter) { variant, evades in
                let amount = chapter.weight * variant.share * (evades ? 1 : whacked)
                bar.standing += amount
                if position.isInTime(variant) { bar.inTime += amount }
            }
            return bar
        }
        intended = position.ruleset.intended.credence.probability
    }

    /// What stands of all bars, as a share of their weight; `nil` where there are none.
    public var standing: Double? {
        bars.isEmpty ? nil : bars.reduce(0) { $0 + $1.standing } / bars.reduce(0) { $0 + $1.weight }
    }
}

// As people read it.
extension Ensemble {
    /// The figure that is given, such as `47.7% stands`.
    public var figure: String { standing.map { Self.percent($0) + " stands" } ?? "no pattern can happen" }

    /// A share in percent, with one decimal.
    public static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }
}

extension EnsembleBook {
    /// The variants that nothing in the corpus of a position whacks and that come in time, the least strained first.
    ///
    /// - Precondition: the book is of the position's rules.
    public func standing(in position: Position) -> [Divergence] {
        precondition(rules === position.rules, "a book of other rules")
        var standing: [Variant] = []
        for chapter in chapters {
            position.forEach(chapter) { variant, evades in
                if evades, position.isInTime(variant) { standing.append(variant) }
            }
        }
        return standing.sorted { $0.strain < $1.strain }.map(\.divergence)
    }
}

extension Match {
    /// The variants that still stand and come in time but that nobody has said, the least strained first.
    public var unsaid: [Divergence] {
        let said = Set(steps.compactMap(\.position.live))
        return EnsembleBook(rules).standing(in: position).filter { !said.contains($0) }
    }
}

extension Position {
    /// Calls with each variant of a pattern, and whether it evades the corpus.
    fileprivate func forEach(_ chapter: EnsembleBook.Chapter, _ body: (EnsembleBook.Variant, Bool) -> Void) {
        let hidesFrom = ruleset[chapter.pattern].hidesFrom
        let corpus = corpus.map(rules.evidence)
        for variant in chapter.variants {
            body(variant, !corpus.contains { $0.whacks(variant.divergence.trigger, hiddenFrom: hidesFrom) })
        }
    }

    /// Whether a variant would come before the pivotal act: the live one as it is, another were it named next.
    fileprivate func isInTime(_ variant: EnsembleBook.Variant) -> Bool {
        let horizon = variant.divergence == live ? horizon : max(variant.horizon, soonest ?? variant.horizon)
        return (horizon ?? variant.horizon) < pivotalStep
    }
}
