import Game
import Play
import Review
import Text

/// The rows of each ruleset's table with what all saved matches say of them, and how well predictions came true.
struct TableScreen: Screen {
    enum Page: Hashable, Sendable {
        case rows, calibration
    }

    private(set) var reading = SurveyReading()
    private(set) var page = Page.rows
    /// Which of the rulesets, and which player, none being all.
    private(set) var ruleset = 0
    private(set) var player = 0
    private(set) var list = ListState()
    private(set) var scroll = ScrollState()

    var survey: Survey? { reading.survey }

    /// The rulesets that have rows.
    var tables: [RowTable] { survey?.tables ?? [] }
    var table: RowTable? { tables.indices.contains(ruleset) ? tables[ruleset] : nil }
    private var players: [String?] { [nil] + (survey?.calibration.players ?? []).map(Optional.some) }
    /// Of whom the calibration is shown; `nil`: of all.
    var shownPlayer: String? { players.indices.contains(player) ? players[player] : nil }

    var actions: [Offer] {
        let ways = [Offer(.back, "back"), Offer(.quit)] + Offer.movement
        guard survey != nil else { return [Offer(.hurry, "stop here")] + ways }
        let others: [Offer]
        switch page {
        case .rows:
            others = [Offer(.more)] + (tables.count > 1 ? [Offer(.right, "next ruleset"), Offer(.left)] : [])
        case .calibration: others = players.count > 2 ? [Offer(.right, "next player"), Offer(.left)] : []
        }
        return [Offer(.nextPane, page == .rows ? "calibration" : "the rows")] + others + ways
    }

    mutating func appear(_ size: Size) -> [Request] { [.run(.survey(ruleset: nil))] }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        _ = reading.receive(answer)
        return []
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        switch action {
        case .hurry: return [.hurry(.survey)]
        case .back, .quit: return [.cancel(.survey), .pop]
        case .nextPane:
            page = page == .rows ? .calibration : .rows
            scroll = ScrollState()
        case .more: turnPage(size)
        case .left: turn(by: -1)
        case .right: turn(by: 1)
        default: move(action, size)
        }
        return []
    }

    /// Another ruleset, or another player.
    private mutating func turn(by step: Int) {
        func turned(_ place: Int, _ count: Int) -> Int { count == 0 ? 0 : (place + step + count) % count }
        switch page {
        case .rows:
            ruleset = turned(ruleset, tables.count)
            list = ListState()
            scroll = ScrollState()
        case .calibration:
            player = turned(player, players.count)
            scroll = ScrollState()
        }
    }

    /// The row under the marker.
    var selectedRow: RowTable.Row? {
        guard let table, table.rows.indices.contains(list.selection) else { return nil }
        return table.rows[list.selection]
    }

    /// More of what is told of the focused row.
    private mutating func turnPage(_ size: Size) {
        guard page == .rows, let table, let row = selectedRow else { return }
        let area = detailArea(size)
        let lines = TableColumns(size, table).detail(of: row, width: area.columns)
        scroll.turnPage(count: lines.count, rows: area.rows)
    }

    private mutating func move(_ action: Action, _ size: Size) {
        switch page {
        case .rows:
            scroll = ScrollState()
            _ = list.act(action, count: table?.rows.count ?? 0, visible: visible(size))
        case .calibration:
            _ = scroll.act(action, count: calibrationLines(width: size.columns - 4).count, rows: size.rows - 4)
        }
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        guard pointer.kind == .click else { return act(pointer.kind == .wheelUp ? .up : .down, size) }
        let index = list.top + pointer.row - 3
        guard page == .rows, let table, (3..<(3 + visible(size))).contains(pointer.row),
            table.rows.indices.contains(index)
        else { return [] }
        list.select(index, count: table.rows.count, visible: visible(size))
        scroll = ScrollState()
        return []
    }

    mutating func resized(to size: Size) {
        list.select(list.selection, count: table?.rows.count ?? 0, visible: visible(size))
    }

    /// Rows of the table that there is room for.
    func visible(_ size: Size) -> Int { max(1, (size.rows - 5) * 3 / 5) }
}
