/// The keys that work on the screen below, from the one table of actions.
struct HelpScreen: Screen {
    private let offers: [Offer]
    private let keymap: Keymap
    private var top = 0

    init(_ offers: [Offer], _ keymap: Keymap) {
        var seen: Set<Action> = []
        self.keymap = keymap
        self.offers = (offers + [Offer(.help), Offer(.mouse), Offer(.redraw)]).filter {
            seen.insert($0.action).inserted
        }
    }

    var actions: [Offer] {
        [Offer(.back, "back"), Offer(.up), Offer(.down), Offer(.accept), Offer(.quit), Offer(.help)]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        switch action {
        case .up: top = max(0, top - 1)
        case .down: top = max(0, min(top + 1, offers.count - (size.rows - 4)))
        default: return [.pop]
        }
        return []
    }

    func draw(in grid: inout Grid) {
        grid.rule(Area(row: 0, column: 0, columns: grid.size.columns, rows: 1), title: "Keys")
        for (offset, offer) in offers.dropFirst(top).prefix(grid.size.rows - 4).enumerated() {
            let keys = keymap.keys(for: offer.action).map(\.description).joined(separator: ", ")
            grid.put(keys, row: 2 + offset, column: 3, style: .strong)
            let label = offer.label.map { "\($0): " } ?? ""
            let text = offer.action.help
            let line = label.isEmpty || text.hasPrefix(label.dropLast(2)) ? text : label + text
            grid.put(line, row: 2 + offset, column: 18, width: grid.size.columns - 19)
        }
        grid.cursor = (2, 3)
    }
}
