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
            "\(index + 1). \(named.title)" + (named.order == order(side) ? ", as now" : "")
        }
    }

    /// Takes another order, by its number or by words of what it is called.
    ///
    /// - Returns: what it is called; `nil` where there is none such.
    public mutating func sort(_ text: String, _ side: Side) -> String? {
        let named = named(side)
        let meant =
            Int(text) == nil ? named.first { $0.title.contains(text.lowercased()) } : named.numbered(text)
        guard !text.isEmpty, let meant else { return nil }
        order = meant.order
        return meant.title
    }

    /// The order as far as a side has it.
    func order(_ side: Side) -> SortOrder { order.title(side) == nil ? .bits : order }

    private func named(_ side: Side) -> [(order: SortOrder, title: String)] {
        SortOrder.allCases.compactMap { order in order.title(side).map { (order, $0) } }
    }
}

extension Array {
    /// The element that a typed number counts, from 1; `nil` for what is no such number.
    public func numbered(_ text: String) -> Element? {
        guard let number = Int(text), (1...Swift.max(1, count)).contains(number), !isEmpty else { return nil }
        return self[number - 1]
    }
}
