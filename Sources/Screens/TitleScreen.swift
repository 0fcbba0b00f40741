/// Where the program starts.
struct TitleScreen: Screen {
    private enum Item: String, CaseIterable {
        case new = "New match"
        case proceed = "Continue"
        case saved = "Saved matches"
        case quit = "Quit"

        var help: String {
            switch self {
            case .new: "two people at one keyboard, or one against a bot"
            case .proceed: "a match that is not over yet"
            case .saved: "step through a match, move by move"
            case .quit: "everything is saved already"
            }
        }
    }

    private var list = ListState()

    var actions: [Offer] {
        [Offer(.accept, "choose"), Offer(.up), Offer(.down), Offer(.quit, "quit")]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        let items = Item.allCases
        switch action {
        case .accept:
            switch items[list.selection] {
            case .new: return [.push(SetupScreen())]
            case .proceed: return [.push(SavesScreen(unfinishedOnly: true))]
            case .saved: return [.push(SavesScreen(unfinishedOnly: false))]
            case .quit: return [.effect(.quit)]
            }
        case .quit:
            return [.effect(.quit)]
        default:
            _ = list.act(action, count: items.count, visible: items.count)
            return []
        }
    }

    func draw(in grid: inout Grid) {
        let width = 64
        let left = max(2, (grid.size.columns - width) / 2)
        var area = Area(
            row: max(2, (grid.size.rows - 16) / 3), column: left, columns: width, rows: grid.size.rows)
        grid.put("c r e d u l i t y", row: area.row, column: left, style: .strong)
        _ = area.takeTop(2)
        let used = grid.paragraph(
            "A game of made-up claims. One side says how a trained AI goes wrong; the other says what in "
                + "its training would have caught that. Every claim costs bits. Whoever strains belief "
                + "too far has lost.", in: area)
        _ = area.takeTop(used + 1)
        for (index, item) in Item.allCases.enumerated() {
            let row = area.row + index
            let isFocused = index == list.selection
            if isFocused {
                grid.put(String(grid.look.marker), row: row, column: left, style: .strong)
                grid.cursor = (row, left)
            }
            grid.put(item.rawValue, row: row, column: left + 2, style: isFocused ? .focus : .plain)
            grid.put(item.help, row: row, column: left + 18, style: .faint)
        }
    }
}
