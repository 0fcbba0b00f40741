/// How far a page of lines is scrolled.
struct ScrollState: Hashable, Sendable {
    private(set) var top = 0

    /// Answers a movement action; anything else is not the page's.
    mutating func act(_ action: Action, count: Int, rows: Int) -> Bool {
        switch action {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= max(1, rows)
        case .pageDown: top += max(1, rows)
        case .first: top = 0
        case .last: top = count
        default: return false
        }
        top = max(0, min(top, count - rows))
        return true
    }

    /// The next page, or the first again after the last.
    mutating func turnPage(count: Int, rows: Int) {
        top = top + rows < count ? top + max(1, rows) : 0
    }

    /// Which page of how many is shown, as in `1/3  Space more`; empty when there is only one.
    func pageCaption(count: Int, rows: Int) -> String {
        let rows = max(1, rows)
        guard count > rows else { return "" }
        let pages = (count - 1) / rows + 1
        return "\(min(pages, (top + rows - 1) / rows + 1))/\(pages)  Space more"
    }

    /// What of the page is shown, as in `lines 1-20 of 53`; empty when all of it is.
    func caption(count: Int, rows: Int) -> String {
        count > rows ? "lines \(top + 1)-\(min(count, top + rows)) of \(count)" : ""
    }
}
