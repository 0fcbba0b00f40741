import Engine

/// The glossary, what bears on the text at hand first.
struct TermsScreen: Screen {
    private let near: [Ruleset.Term]
    private let others: [Ruleset.Term]
    private var top = 0

    init(_ glossary: [Ruleset.Term], about text: String) {
        let text = text.lowercased()
        near = glossary.filter { text.contains($0.term.lowercased()) }
        others = glossary.filter { !text.contains($0.term.lowercased()) }
    }

    var actions: [Offer] {
        [Offer(.back, "back"), Offer(.quit), Offer(.terms), Offer(.accept)] + Offer.movement
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        let rows = size.rows - 4
        switch action {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= rows
        case .pageDown: top += rows
        case .first: top = 0
        case .last: top = .max - rows
        default: return [.pop]
        }
        top = max(0, min(top, lines(width(size)).count - rows))
        return []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .up : .down, size)
    }

    private func width(_ size: Size) -> Int { min(size.columns - 4, 90) }

    private func lines(_ width: Int) -> [Line] {
        func entries(_ terms: [Ruleset.Term]) -> [Line] {
            terms.flatMap { term in
                [Line(term.term, style: .strong)] + Line.wrapping(term.meaning, width: width, indent: "    ")
            }
        }
        guard !near.isEmpty else { return entries(others) }
        return [Line("On this card", style: .faint)] + entries(near) + [Line("")]
            + [Line("Elsewhere", style: .faint)] + entries(others)
    }

    func draw(in grid: inout Grid) {
        let lines = lines(width(grid.size))
        let rows = grid.size.rows - 4
        grid.rule(
            Area(row: 0, column: 0, columns: grid.size.columns, rows: 1), title: "Terms",
            caption: top + rows < lines.count ? "Down for more" : "")
        let area = Area(row: 2, column: 2, columns: width(grid.size), rows: rows)
        if lines.isEmpty { grid.put("This ruleset explains no terms.", row: 2, column: 2) }
        grid.lines(lines, in: area, from: top)
        grid.cursor = (2, 2)
    }
}
