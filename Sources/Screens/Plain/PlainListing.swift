public import Game

/// Which of the cards are listed as numbered lines, and in which order.
public struct PlainListing: Hashable, Sendable {
    /// What must occur in a card; empty for all cards.
    public var filter = ""
    private(set) var order = SortOrder.bits

    public init() {}

    /// The orders there are, numbered from 1.
    public func orders(_ side: Side) -> [String] {
        named(side).enumerated().map { index, named in
            "\(index + 1). \(named.title)" + (named.order == order ? ", as now" : "")
        }
    }

    /// Takes another order, by its number or by words of what it is called.
    ///
    /// - Returns: what it is called; `nil` where there is none such.
    public mutating func sort(_ text: String, _ side: Side) -> String? {
        let named = named(side)
        let index = Int(text).map { $0 - 1 } ?? named.firstIndex { $0.title.contains(text.lowercased()) }
        guard !text.isEmpty, let index, named.indices.contains(index) else { return nil }
        order = named[index].order
        return named[index].title
    }

    private func named(_ side: Side) -> [(order: SortOrder, title: String)] {
        SortOrder.allCases.compactMap { order in order.title(side).map { (order, $0) } }
    }
}
