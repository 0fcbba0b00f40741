import Game
import Play
import Review
import Text

extension TableScreen {
    func draw(in grid: inout Grid) {
        guard survey != nil else { return drawNotice(reading.waiting, title: "The table", in: &grid) }
        switch page {
        case .rows:
            guard let table else {
                return drawNotice(
                    "No saved match is of a ruleset with rows. A ruleset's file lists them; “credulity rules show” too.",
                    title: "The table", in: &grid)
            }
            drawRows(of: table, in: &grid)
        case .calibration: drawCalibration(in: &grid)
        }
        if let trouble = reading.trouble {
            grid.put(
                trouble, row: grid.size.rows - 2, column: 2, style: .alarm, width: grid.size.columns - 4)
        }
    }

    /// Where the focused row is told in full.
    func detailArea(_ size: Size) -> Area {
        let top = 4 + min(visible(size), table?.rows.count ?? 0)
        return Area(row: top, column: 2, columns: size.columns - 4, rows: size.rows - 2 - top)
    }

    private func drawNotice(_ text: String, title: String, in grid: inout Grid) {
        grid.headline(title)
        grid.paragraph(text, in: Area(row: 2, column: 2, columns: min(76, grid.size.columns - 4), rows: 3))
        grid.cursor = (2, 2)
    }

    private func drawRows(of table: RowTable, in grid: inout Grid) {
        let place = tables.count > 1 ? " (\(ruleset + 1) of \(tables.count))" : ""
        grid.headline(
            "The table: \(table.ruleset)\(place)", caption: counted(table.matches, "match", "matches"))
        let layout = TableColumns(grid.size, table)
        grid.put(layout.title, row: 2, column: 2, style: .faint)
        let visible = visible(grid.size)
        for (offset, row) in table.rows.dropFirst(list.top).prefix(visible).enumerated() {
            let isFocused = list.top + offset == list.selection
            let at = 3 + offset
            grid.put(layout.text(of: row), row: at, column: 2, style: isFocused ? .focus : .plain)
            guard isFocused else { continue }
            grid.put(String(grid.look.marker), row: at, column: 0, style: .strong)
            grid.cursor = (at, 0)
        }
        guard let row = selectedRow else { return }
        let detail = detailArea(grid.size)
        let rule = Area(row: detail.row - 1, column: 0, columns: grid.size.columns, rows: 1)
        let count = layout.detail(of: row, width: detail.columns).count
        grid.rule(
            rule, title: row.name.capitalizedFirst, caption: scroll.pageCaption(count: count, rows: detail.rows))
        grid.lines(layout.detail(of: row, width: detail.columns), in: detail, from: scroll.top)
    }

    private func drawCalibration(in grid: inout Grid) {
        let lines = calibrationLines(width: grid.size.columns - 4)
        let area = Area(row: 2, column: 2, columns: grid.size.columns - 4, rows: grid.size.rows - 4)
        grid.headline(
            "Calibration: \(shownPlayer ?? "all players")",
            caption: scroll.caption(count: lines.count, rows: area.rows))
        grid.lines(lines, in: area, from: scroll.top)
        grid.cursor = (2, 2)
    }

    /// The scores, and the curve as marks on lines from 0 to 100%.
    func calibrationLines(width: Int) -> [Line] {
        guard let survey else { return [] }
        let text = CalibrationText(survey.calibration, player: shownPlayer)
        let sentences = text.sentences.flatMap { Line.wrapping($0, width: min(width, 100)) }
        guard text.score != nil else { return sentences }
        let columns = 51
        let head = "said".padded(9) + "times".flushed(5) + "  " + CredenceLine.scale(columns: columns)
        let bins = text.bins.filter { $0.forecasts > 0 }.map { bin in
            let share = bin.share.map(percentage) ?? ""
            return Line(
                bin.title.padded(9) + String(bin.forecasts).flushed(5) + "  " + bin.line(columns: columns) + "  "
                    + share)
        }
        let legend = "○ said, on average   ● came true   [ ] within which it lies, at 95%"
        let players = text.playerSheet.rows.count > 1 ? [Line("")] + text.playerSheet.columns.map { Line($0) } : []
        return sentences + [Line(""), Line(head, style: .faint)] + bins + [Line(legend, style: .faint)] + players
    }
}

extension CalibrationBin {
    fileprivate func line(columns: Int) -> String {
        func mark(_ share: Double, _ character: Character) -> CredenceLine.Mark {
            CredenceLine.Mark(millionths: Int((share * 1_000_000).rounded()), character: character)
        }
        return CredenceLine(
            [mark(interval.lower, "["), mark(interval.upper, "]")] + (mean.map { [mark($0, "○")] } ?? [])
                + (share.map { [mark($0, "●")] } ?? []),
            columns: columns
        ).text
    }
}

/// A share as a whole percentage.
private func percentage(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

/// How the rows of a table are laid out at a size.
struct TableColumns {
    private let names: Int
    private let line: Int

    init(_ size: Size, _ table: RowTable) {
        let longest = table.rows.map(\.name.columns).max() ?? 0
        line = size.columns >= 110 ? 51 : 26
        names = min(max(longest, 4), size.columns - 3 - line - 30) + 1
    }

    var title: String {
        "row".padded(names) + CredenceLine.scale(columns: line) + counts("claims", "whacked", "stood", "won-lost")
    }

    private func counts(_ claims: String, _ whacked: String, _ stood: String, _ results: String) -> String {
        claims.flushed(7) + whacked.flushed(8) + stood.flushed(6) + results.flushed(9)
    }

    /// A row: what was believed before and after, and how its claims fared.
    func text(of row: RowTable.Row) -> String {
        let fare = row.fare
        let results = "\(fare.results.won)-\(fare.results.lost)"
        return row.name.clipped(names - 1).padded(names) + line(row.movements)
            + counts(String(fare.claims), String(fare.whacked), String(fare.stood), results)
    }

    private func line(_ movements: [RowTable.Movement]) -> String {
        func marks(_ time: BeliefTime, _ character: Character) -> [CredenceLine.Mark] {
            movements.compactMap { time == .before ? $0.before : $0.after }
                .map { CredenceLine.Mark(millionths: $0.millionths, character: character) }
        }
        return CredenceLine(marks(.before, "○") + marks(.after, "●"), columns: line).text
    }

    /// What a row says, how each player moved on it, and by whose numbers its claims fared.
    func detail(of row: RowTable.Row, width: Int) -> [Line] {
        let names = Set(row.movements.map(\.player.shown)).sorted()
        let players = names.map { name in
            let own = row.movements.filter { $0.player.shown == name }
            let before = own.compactMap(\.before), after = own.compactMap(\.after)
            let said = [mean(before).map { "\($0) before" }, mean(after).map { "\($0) after" }].compactMap(\.self)
            let matches = own.count > 1 ? ", ×\(own.count)" : ""
            return Line(
                name.clipped(self.names - 1).padded(self.names) + line(own) + "  " + said.joined(separator: ", ")
                    + matches)
        }
        let grounds = row.grounds.compactMap { grounds in
            row.fares[grounds].map { fare in
                "\(grounds.claimant.shown) by the numbers of \(grounds.profile): \(counted(fare.claims, "claim")), "
                    + "\(fare.whacked) whacked, \(fare.stood) stood; \(fare.results.won) won, \(fare.results.lost) lost."
            }
        }
        let legend =
            row.movements.isEmpty
            ? [] : [Line("○ before   ● after   of several matches the mean stands at the right", style: .faint)]
        return Line.wrapping(row.text, width: width) + players + legend
            + (grounds.isEmpty ? ["No claim rests on it yet."] : grounds).flatMap { Line.wrapping($0, width: width) }
    }

    private func mean(_ credences: [Credence]) -> String? {
        guard !credences.isEmpty else { return nil }
        let sum = credences.reduce(0) { $0 + $1.probability }
        return percentage(sum / Double(credences.count))
    }
}
