/// The keys that work on the screen below, from the one table of actions.
struct HelpScreen: Screen {
    private let offers: [Offer]
    private let keymap: Keymap
    private var scroll = ScrollState()

    init(_ offers: [Offer], _ keymap: Keymap) {
        var seen: Set<Action> = []
        self.keymap = keymap
        self.offers = (offers + [Offer(.help), Offer(.mouse), Offer(.redraw)])
            .filter { seen.insert($0.action).inserted }
    }

    var actions: [Offer] {
        [Offer(.back, "back"), Offer(.accept), Offer(.quit), Offer(.help)] + Offer.movement
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        scroll.act(action, count: offers.count, rows: size.rows - 4) ? [] : [.pop]
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .up : .down, size)
    }

    func draw(in grid: inout Grid) {
        let rows = grid.size.rows - 4
        grid.headline("Keys", caption: scroll.caption(count: offers.count, rows: rows))
        for (offset, offer) in offers.dropFirst(scroll.top).prefix(rows).enumerated() {
            let keys = keymap.keys(for: offer.action).map(\.description).joined(separator: ", ")
            grid.put(keys, row: 2 + offset, column: 3, style: .strong)
            grid.put(text(offer), row: 2 + offset, column: 20, width: grid.size.columns - 21)
        }
        grid.cursor = (2, 3)
    }

    /// What a key with many meanings means on that screen; of the others, what they mean everywhere.
    private func text(_ offer: Offer) -> String {
        if let help = offer.help { return help }
        return switch offer.action {
        case .accept, .left, .right, .back, .quit, .first, .last: offer.label ?? offer.action.help
        default: offer.action.help
        }
    }
}
