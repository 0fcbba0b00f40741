/// Where the panes of the match screen lie on a terminal of a given size.
struct MatchLayout: Hashable, Sendable {
    /// What somebody at the screen does.
    enum Purpose: Hashable, Sendable {
        /// Looks for a card to play.
        case choosing
        /// Follows what others play: the exchange has the room of the cards.
        case reading
        /// Sees how it ended, over a few lines on that.
        case ending
    }

    /// Each with a row for its title.
    private(set) var live = Area.none
    private(set) var exchange = Area.none
    /// Only where there is room for it beside the exchange.
    private(set) var corpus: Area?
    /// Where bars are shown that take nothing else's place.
    private(set) var bars: Area?
    private(set) var choices = Area.none
    /// The card, or how it ended.
    private(set) var card = Area.none
    /// Where something is said at length, over whatever lies there.
    private(set) var entry = Area.none
    /// The line between panes that lie side by side.
    private(set) var divider: Area?

    /// Whether there is room for panes side by side, and for each meter on a row of its own.
    static func isWide(_ size: Size) -> Bool { size.columns >= 120 && size.rows >= 30 }

    /// Whether the cards have room enough beside everything else; narrower, their names would be cut.
    private static func hasColumns(_ size: Size) -> Bool { isWide(size) && size.columns >= 180 }

    /// The rows under the header and the meters, down to the bottom line.
    static func body(_ size: Size) -> Area {
        let top = isWide(size) ? 6 : 5
        return Area(row: top, column: 0, columns: size.columns, rows: max(0, size.rows - top - 1))
    }

    /// - Parameters:
    ///   - showsBars: whether what the AI may have learned is to be seen.
    ///   - newLines: how many lines of the exchange are new, at a width and a most of rows; it grows for them.
    init(
        _ size: Size, _ purpose: Purpose = .choosing, showsBars: Bool = false,
        newLines: (Int, Int) -> Int = { _, _ in 0 }
    ) {
        let body = MatchLayout.body(size)
        switch purpose {
        case .choosing where MatchLayout.hasColumns(size): columns(body, showsBars)
        case .choosing where MatchLayout.isWide(size): sideBySide(body)
        case .choosing: stack(body, showsBars ? { $1 } : newLines)
        case .reading, .ending: read(body, size, purpose)
        }
    }

    private mutating func stack(_ body: Area, _ newLines: (Int, Int) -> Int) {
        var body = body
        let spare = max(0, body.rows - 18)
        live = body.takeTop(4 + min(2, spare / 4))
        let usual = 3 + spare / 3
        let cardRows = 4 + min(8, spare / 3)
        // On the smallest screens the cards to choose from keep four rows.
        let growth = 2
        let choosing = body.rows - 1 - usual - cardRows
        let most = usual + max(0, min(growth, choosing - 4))
        exchange = body.takeTop(1 + max(usual, min(newLines(body.columns - 2, most), most)))
        choices = body.takeTop(body.rows - cardRows)
        card = body
        enter(below: card, rows: max(card.rows, 6))
    }

    private mutating func sideBySide(_ body: Area) {
        var body = body
        live = body.takeTop(6)
        let rows = body.rows
        split(body.takeTop(rows * 2 / 5))
        choices = body.takeTop(body.rows - min(12, rows / 4 + 1))
        card = body
        enter(below: card, rows: min(rows, 10))
    }

    private mutating func columns(_ body: Area, _ showsBars: Bool) {
        let leftColumns = min(100, body.columns * 47 / 100)
        var left = Area(row: body.row, column: 0, columns: leftColumns, rows: body.rows)
        var right = Area(
            row: body.row, column: leftColumns + 1, columns: body.columns - leftColumns - 1, rows: body.rows)
        divider = Area(row: body.row, column: leftColumns, columns: 1, rows: body.rows)
        live = left.takeTop(8)
        let rows = left.rows
        exchange = left.takeTop(rows * (showsBars ? 4 : 6) / 10)
        if showsBars { bars = left.takeTop(rows * 4 / 10) }
        corpus = left
        choices = right.takeTop(right.rows / 2)
        card = right
        enter(below: card, rows: min(body.rows, 10))
    }

    private mutating func read(_ body: Area, _ size: Size, _ purpose: Purpose) {
        var body = body
        live = body.takeTop(MatchLayout.isWide(size) ? 6 : 4)
        let rows = body.rows
        let end = purpose == .ending ? min(6, rows / 2) : 0
        var history = body.takeTop(rows - end)
        card = body
        if MatchLayout.isWide(size) { split(history) } else { exchange = history.takeTop(history.rows) }
        enter(below: purpose == .ending ? card : exchange, rows: min(rows, 6))
    }

    /// Exchange and corpus side by side.
    private mutating func split(_ area: Area) {
        let columns = area.columns * 3 / 5
        exchange = Area(row: area.row, column: 0, columns: columns, rows: area.rows)
        divider = Area(row: area.row, column: columns, columns: 1, rows: area.rows)
        corpus = Area(row: area.row, column: columns + 1, columns: area.columns - columns - 1, rows: area.rows)
    }

    private mutating func enter(below area: Area, rows: Int) {
        entry = Area(row: area.row + area.rows - rows, column: area.column, columns: area.columns, rows: rows)
    }
}

extension Area {
    static let none = Area(row: 0, column: 0, columns: 0, rows: 0)

    /// The rows under the title.
    var rowsUnderTitle: Area {
        Area(row: row + 1, column: column, columns: columns, rows: max(0, rows - 1))
    }

    /// The rows under the title, with a margin.
    var content: Area { rowsUnderTitle.inset(1) }

    /// The row of the title.
    var titleRow: Area {
        Area(row: row, column: column, columns: columns, rows: min(1, rows))
    }
}
