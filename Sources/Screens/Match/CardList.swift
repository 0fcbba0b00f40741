import Review

/// The cards to choose from as the list shows them: filtered, sorted, one selected and taken apart.
struct CardList: Sendable {
    private(set) var choices: Choices
    private(set) var rows: [Choice]
    var filter = ""
    var order = SortOrder.bits
    var showsBarred = false
    var list = ListState()
    /// How far the selected card is scrolled.
    var card = ScrollState()

    init(_ shown: MatchAtStep) {
        choices = Choices(shown)
        rows = choices.rows()
    }

    var selected: Choice? {
        rows.indices.contains(list.selection) ? rows[list.selection] : nil
    }

    /// Shows the cards of another position, from the top.
    mutating func show(_ shown: MatchAtStep, keepingFilter: Bool, visible: Int) {
        choices = Choices(shown)
        if order.title(choices.side) == nil { order = .bits }
        change(visible: visible) {
            if !keepingFilter { $0.filter = "" }
            $0.showsBarred = false
        }
    }

    /// Changes what the list shows, and goes to its top.
    mutating func change(visible: Int, _ change: (inout CardList) -> Void) {
        change(&self)
        rows = choices.rows(filter: filter, order: order, withBarred: showsBarred)
        select(0, visible: visible)
    }

    mutating func select(_ index: Int, visible: Int) {
        card = ScrollState()
        list.select(index, count: rows.count, visible: visible)
    }

    mutating func resize(visible: Int) {
        list.select(list.selection, count: rows.count, visible: visible)
    }

    /// Shows the cards that cannot be had, from the first of them; or hides them.
    mutating func toggleBarred(visible: Int) {
        change(visible: visible) { $0.showsBarred.toggle() }
        if showsBarred { select(rows.firstIndex { !$0.isLegal } ?? 0, visible: visible) }
    }

    mutating func act(_ action: Action, visible: Int) {
        card = ScrollState()
        _ = list.act(action, count: rows.count, visible: visible)
    }
}
