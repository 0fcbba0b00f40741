/// Which item of a list has the focus, and which is the first one shown.
struct ListState: Hashable, Sendable {
    private(set) var selection = 0
    private(set) var top = 0

    /// Moves the focus and scrolls as little as it takes to show it.
    mutating func move(by step: Int, count: Int, visible: Int) {
        select(selection + step, count: count, visible: visible)
    }

    mutating func select(_ index: Int, count: Int, visible: Int) {
        selection = max(0, min(index, count - 1))
        let visible = max(1, visible)
        if selection < top { top = selection }
        if selection >= top + visible { top = selection - visible + 1 }
        top = max(0, min(top, count - visible))
    }

    /// Answers a movement action; anything else is not the list's.
    mutating func act(_ action: Action, count: Int, visible: Int) -> Bool {
        switch action {
        case .up: move(by: -1, count: count, visible: visible)
        case .down: move(by: 1, count: count, visible: visible)
        case .pageUp: move(by: -max(1, visible - 1), count: count, visible: visible)
        case .pageDown: move(by: max(1, visible - 1), count: count, visible: visible)
        case .first: select(0, count: count, visible: visible)
        case .last: select(count - 1, count: count, visible: visible)
        default: return false
        }
        return true
    }
}
