import Play
import Game
import Text

extension SavesScreen {
    func draw(in grid: inout Grid) {
        grid.headline(unfinishedOnly ? "Continue" : "Saved matches", caption: caption)
        if rows.isEmpty {
            grid.put(nothing, row: 2, column: 2)
            grid.cursor = (2, 2)
        } else {
            drawRows(in: &grid)
        }
        if let selected { drawDetails(of: selected, in: &grid) }
        if let notice {
            let area = Area(row: grid.size.rows - 3, column: 2, columns: grid.size.columns - 4, rows: 2)
            grid.paragraph(notice.text, in: area, style: notice.style)
        }
        if case .filtering(let input) = overlay {
            input.drawLine(in: Area(row: 1, column: 0, columns: grid.size.columns, rows: 1), &grid)
        }
    }

    private var caption: String {
        var parts: [String] = []
        if let found, !found.isWhole { parts.append("reading, \(found.files.count) of \(found.count)") }
        if !filter.isEmpty { parts.append("with “\(filter.clipped(20))”") }
        if order != .played { parts.append(order.title) }
        return (parts + [counted(rows.count, "match", "matches")]).joined(separator: ", ")
    }

    private var nothing: String {
        guard let found else { return "Looking." }
        if !filter.isEmpty { return "No match has these words." }
        if !found.isWhole { return "Looking." }
        return unfinishedOnly ? "No match is waiting to be finished." : "No match has been saved yet."
    }

    private func drawRows(in grid: inout Grid) {
        let width = grid.size.columns - 3
        let columns = SavesColumns(width: width)
        grid.put(columns.title, row: 2, column: 2, style: .faint, width: width)
        for (offset, file) in rows.dropFirst(list.top).prefix(visible(grid.size)).enumerated() {
            let isFocused = list.top + offset == list.selection
            let at = 3 + offset
            let style: Style = isFocused ? .focus : file.damage == nil ? .plain : .alarm
            grid.put(columns.text(of: file), row: at, column: 2, style: style, width: width)
            guard isFocused else { continue }
            grid.put(String(grid.look.marker), row: at, column: 0, style: .strong)
            grid.cursor = (at, 0)
        }
    }

    /// What the list has no room for, and the name of the file.
    private func drawDetails(of file: SavedFile, in grid: inout Grid) {
        let area = Area(row: grid.size.rows - 7, column: 2, columns: grid.size.columns - 4, rows: 4)
        var lines: [Line] = []
        if let match = file.match {
            let outcome = match.damage == nil ? SavesColumns.outcome(match) : "broken"
            lines.append(Line("\(SavesColumns.names(match)): \(outcome)", right: file.localTime))
            if match.damage == nil { lines.append(Line(match.terms)) }
        } else {
            lines.append(Line("Last written to", right: file.localTime))
        }
        let problem = file.damage.map { "Broken, \($0). " + (file.match == nil ? "" : "It opens up to there.") }
        lines += problem.map { Line.wrapping($0, width: area.columns).prefix(2) } ?? []
        lines += file.match?.copy.map { [Line($0.description)] } ?? []
        lines.append(Line(fileName(file.path).madePlain))
        grid.lines(lines.prefix(area.rows).map { Line($0.text, right: $0.right, style: .faint) }, in: area)
    }
}
