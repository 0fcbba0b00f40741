import Game
import Text
import Review

extension Grid {
    /// The cards to choose from: a heading, then a row each.
    mutating func choices(
        _ rows: [Choice], of shown: MatchAtStep, list: ListState, in area: Area, isFocused: Bool
    ) {
        let columns = ChoiceColumns(rows, position: shown.position, width: area.columns)
        put(columns.heading, row: area.row, column: area.column, style: .faint, width: area.columns)
        for (offset, choice) in rows.dropFirst(list.top).prefix(area.rows - 1).enumerated() {
            let row = area.row + 1 + offset
            let isSelected = list.top + offset == list.selection
            let text = columns.text(choice)
            let start = area.column + 2
            put(text, row: row, column: start, style: choice.isLegal ? .plain : .faint, width: area.columns - 2)
            if isSelected, isFocused {
                // Only the name: a whole row in reverse costs a cursor move twice the bytes.
                let end = area.column + area.columns
                let name = choice.isLegal ? start + text.columns - columns.name(choice).columns : start
                restyle(row: row, columns: name..<min(end, start + text.columns), as: .focus)
            }
            guard isSelected else { continue }
            put(String(look.marker), row: row, column: area.column, style: .strong)
            if isFocused { cursor = (row, area.column) }
        }
    }
}

/// What the list says of a card, in columns that fit.
private struct ChoiceColumns {
    private let position: Position
    private let width: Int
    /// Whether what is added is told in clauses, for which every row has room.
    private var showsTitles = true
    private var side: Side { position.sideToMove }

    init(_ rows: [Choice], position: Position, width: Int) {
        self.position = position
        self.width = width
        let room = width - 2 - heading.columns - 2
        showsTitles = rows.allSatisfy { !$0.isLegal || $0.title.columns <= room }
    }

    private var showsCredence: Bool { width >= (side == .divergence ? 90 : 76) }
    /// What the hardest reply costs is left out where the names would suffer.
    private var showsToll: Bool { width >= 60 }

    /// The width of the column for when a divergence happens, or what a counter leaves of the drive.
    private var stepWidth: Int { side == .divergence ? 5 : 7 }

    var heading: String {
        let isDivergence = side == .divergence
        var text = (isDivergence ? "strain" : "cost").flushed(8)
        text += showsCredence ? "  " + "credence".padded(9) : "  "
        text += "left".flushed(5) + (isDivergence ? "step" : "drive").flushed(stepWidth)
        text += (isDivergence ? "answers" : "replies").flushed(8)
        if showsToll { text += (isDivergence ? "cheapest" : "dearest").flushed(9) }
        if showsToll, isDivergence { text += "then".flushed(6) }
        return text + (!isDivergence && position.rules.mode == .easy ? "  how" : "")
    }

    func text(_ choice: Choice) -> String {
        let prospect = choice.prospect
        guard let outlook = choice.outlook else {
            return "     -  \(name(choice)): \(choice.objections.joined(separator: "; "))"
        }
        let after = side == .divergence ? prospect.bits : position.corpusStrain + prospect.bits
        let left = position.limit(of: side) - after
        let step = prospect.horizon.map(String.init) ?? position.drive.percent(of: prospect.driveLeft ?? 0)
        var text = prospect.bits.description.flushed(6)
        text += showsCredence ? "  " + prospect.bits.credenceText.padded(9) : "  "
        text += left.description.flushed(5) + step.flushed(stepWidth) + "\(outlook.replies)".flushed(8)
        if showsToll { text += toll(outlook).flushed(9) }
        if showsToll, side == .divergence { text += then(outlook).flushed(6) }
        if side == .training, position.rules.mode == .easy {
            text += prospect.datum?.provenance == .deliberate ? "  del" : "  ord"
        }
        return text + "  " + name(choice)
    }

    func name(_ choice: Choice) -> String { showsTitles ? choice.title : choice.label }

    /// What the answer that leaves least would leave; without an answer the claim wins by itself.
    private func then(_ outlook: Outlook) -> String {
        outlook.claimsLeft.map { $0 == 0 ? "loses" : "\($0)" } ?? ""
    }

    private func toll(_ outlook: Outlook) -> String {
        outlook.replies == 0 ? "wins" : outlook.toll?.description ?? "none"
    }
}
