/// Where the panes of the match screen lie on a terminal of a given size.
struct MatchLayout: Hashable, Sendable {
    /// Each with a row for its title.
    private(set) var live = Area.none
    private(set) var exchange = Area.none
    /// Only where there is room for it beside the exchange.
    private(set) var corpus: Area?
    private(set) var choices = Area.none
    private(set) var card = Area.none
    private(set) var words: Area?
    /// Where something is said at length, over whatever lies there.
    private(set) var entry = Area.none
    /// The column of the line between two columns of panes.
    private(set) var divider: Int?

    /// Whether there is room for two columns of panes, and for each meter on a row of its own.
    static func isWide(_ size: Size) -> Bool { size.columns >= 120 && size.rows >= 30 }

    /// The rows under the header and the meters, down to the bottom line.
    static func body(_ size: Size) -> Area {
        let top = isWide(size) ? 6 : 5
        return Area(row: top, column: 0, columns: size.columns, rows: max(0, size.rows - top - 1))
    }

    /// - Parameters:
    ///   - hasWords: whether somebody writes words of their own; who only watches reads more.
    ///   - newLines: how many lines of the exchange are new, at a width and a most of rows; it grows for them.
    init(_ size: Size, hasWords: Bool = true, newLines: (Int, Int) -> Int = { _, _ in 0 }) {
        var body = MatchLayout.body(size)
        MatchLayout.isWide(size) ? stackInTwoColumns(&body, hasWords) : stack(&body, growth: hasWords ? 2 : 3, newLines)
    }

    private mutating func stack(_ body: inout Area, growth: Int, _ newLines: (Int, Int) -> Int) {
        let spare = max(0, body.rows - 18)
        live = body.takeTop(4 + min(2, spare / 4))
        let usual = 4 + spare / 3
        let cardRows = 3 + min(8, spare / 3)
        // On the smallest screens the cards to choose from keep six rows less the growth.
        let choosing = body.rows - 1 - usual - cardRows
        let most = usual + max(0, min(growth, choosing - (6 - growth)))
        exchange = body.takeTop(1 + max(usual, min(newLines(body.columns - 2, most), most)))
        choices = body.takeTop(body.rows - cardRows)
        card = body
        let spoken = max(card.rows, 6)
        entry = Area(row: card.row + card.rows - spoken, column: 0, columns: card.columns, rows: spoken)
    }

    private mutating func stackInTwoColumns(_ body: inout Area, _ hasWords: Bool) {
        let leftColumns = min(100, body.columns * 47 / 100)
        var left = Area(row: body.row, column: 0, columns: leftColumns, rows: body.rows)
        var right = Area(
            row: body.row, column: leftColumns + 1, columns: body.columns - leftColumns - 1, rows: body.rows)
        divider = leftColumns
        live = left.takeTop(7)
        exchange = left.takeTop(left.rows * 6 / 10)
        corpus = left
        choices = right.takeTop(right.rows / 2)
        card = right.takeTop(hasWords ? right.rows - 4 : right.rows)
        words = hasWords ? right : nil
        let spoken = min(right.rows + card.rows, 10)
        entry = Area(
            row: right.row + right.rows - spoken, column: right.column, columns: right.columns, rows: spoken)
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
