import Text

/// Where the program starts.
struct TitleScreen: Screen {
    private enum Item: CaseIterable {
        case alone, people, bots
        case proceed, saved, table, howTo, quit

        var title: String {
            switch self {
            case .alone: "New match, alone"
            case .people: "New match, two people"
            case .bots: "New match, two bots"
            case .proceed: "Continue"
            case .saved: "Saved matches"
            case .table: "The table"
            case .howTo: "How to play"
            case .quit: "Quit"
            }
        }

        var help: String {
            switch self {
            case .alone: "against one that argues back"
            case .people: "at one keyboard"
            case .bots: "to watch"
            case .proceed: "a match that is not over yet"
            case .saved: "step through a match, move by move"
            case .table: "what all saved matches say together"
            case .howTo: "on one page, with the terms behind it"
            case .quit: "everything is saved already"
            }
        }

        /// Where it stands: what can be begun is kept apart from the rest.
        var row: Int {
            let index = Item.allCases.firstIndex(of: self) ?? 0
            return self == .alone || self == .people || self == .bots ? index : index + 1
        }
    }

    private var list = ListState()

    var actions: [Offer] {
        [Offer(.accept, "choose"), Offer(.quit, "quit")] + Offer.movement
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        let items = Item.allCases
        switch action {
        case .accept:
            switch items[list.selection] {
            case .alone: return [.push(SetupScreen(.alone))]
            case .people: return [.push(SetupScreen(.people))]
            case .bots: return [.push(SetupScreen(.bots))]
            case .proceed: return [.push(SavesScreen(unfinishedOnly: true))]
            case .saved: return [.push(SavesScreen(unfinishedOnly: false))]
            case .table: return [.push(TableScreen())]
            case .howTo: return [.push(HowToPlayScreen())]
            case .quit: return [.effect(.terminal(.quit))]
            }
        case .quit:
            return [.effect(.terminal(.quit))]
        default:
            _ = list.act(action, count: items.count, visible: items.count)
            return []
        }
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        guard pointer.kind == .click else { return act(pointer.kind == .wheelUp ? .up : .down, size) }
        let row = pointer.row - menu(size).row
        guard let index = Item.allCases.firstIndex(where: { $0.row == row }) else { return [] }
        list.select(index, count: Item.allCases.count, visible: Item.allCases.count)
        return act(.accept, size)
    }

    private static let blurb =
        "A game of made-up claims. One side says how a trained AI goes wrong; the other says "
        + "what in its training would have caught that. Every claim costs bits. Whoever strains belief too far has lost."

    private func page(_ size: Size) -> Area {
        Area(
            row: max(2, (size.rows - 17) / 3), column: max(2, (size.columns - 64) / 2), columns: 64, rows: size.rows)
    }

    private func menu(_ size: Size) -> Area {
        var area = page(size)
        _ = area.takeTop(3 + wrapped(Self.blurb, width: area.columns).count)
        return area
    }

    func draw(in grid: inout Grid) {
        var text = page(grid.size)
        let left = text.column
        grid.put("c r e d u l i t y", row: text.row, column: left, style: .strong)
        _ = text.takeTop(2)
        grid.paragraph(Self.blurb, in: text)
        let area = menu(grid.size)
        for (index, item) in Item.allCases.enumerated() {
            let row = area.row + item.row
            let isFocused = index == list.selection
            if isFocused {
                grid.put(String(grid.look.marker), row: row, column: left, style: .strong)
                grid.cursor = (row, left)
            }
            grid.put(item.title, row: row, column: left + 2, style: isFocused ? .focus : .plain)
            grid.put(item.help, row: row, column: left + 25, style: .faint)
        }
    }
}
