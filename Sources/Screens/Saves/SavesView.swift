import Play
import Game
import Text

extension SavesScreen {
    func draw(in grid: inout Grid) {
        grid.headline(
            unfinishedOnly ? "Continue" : "Saved matches", caption: counted(matches.count, "match", "matches"))
        if matches.isEmpty {
            let empty = unfinishedOnly ? "No match is waiting to be finished." : "No match has been saved yet."
            grid.put(isLoaded ? empty : "Looking.", row: 2, column: 2)
            grid.cursor = (2, 2)
        } else {
            drawMatches(in: &grid)
        }
        drawSelected(in: &grid)
        drawProblems(in: &grid)
    }

    private func drawMatches(in grid: inout Grid) {
        let width = grid.size.columns - 3
        let title = row("last played", "ruleset", "mode", "plies", "players and outcome")
        grid.put(title, row: 2, column: 2, style: .faint)
        for (offset, match) in matches.dropFirst(list.top).prefix(visible(grid.size)).enumerated() {
            let isFocused = list.top + offset == list.selection
            let at = 3 + offset
            grid.put(text(of: match), row: at, column: 2, style: isFocused ? .focus : .plain, width: width)
            guard isFocused else { continue }
            grid.put(String(grid.look.marker), row: at, column: 0, style: .strong)
            grid.cursor = (at, 0)
        }
    }

    /// What the list has no room for: the whole outcome, which copy it is, and the name of the file.
    private func drawSelected(in grid: inout Grid) {
        guard let selected else { return }
        let lines = [outcome(of: selected, names: .max), selected.copy?.description, fileName(selected.path)]
        let area = Area(row: grid.size.rows - 6, column: 2, columns: grid.size.columns - 4, rows: 3)
        grid.lines(lines.compactMap(\.self).map { Line($0, style: .faint) }, in: area)
    }

    private func drawProblems(in grid: inout Grid) {
        let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
        guard let shown = notice ?? problems.first.map({ Line($0 + more, style: .alarm) }) else { return }
        let area = Area(row: grid.size.rows - 3, column: 2, columns: grid.size.columns - 4, rows: 2)
        grid.paragraph(shown.text, in: area, style: shown.style)
    }

    private func row(_ date: String, _ ruleset: String, _ mode: String, _ plies: String, _ rest: String) -> String {
        date.clipped(22).padded(23) + ruleset.clipped(12).padded(13) + mode.padded(5) + plies.flushed(5) + "  " + rest
    }

    private func text(of match: SavedMatch) -> String {
        let header = match.header
        let ruleset = header.ruleset + (header.profile.map { "/" + $0 } ?? "")
        let copy = (match.copy.map { "copy \($0.number): " } ?? "") + leg(match)
        return row(
            match.localTime, ruleset, header.mode.rawValue, String(match.plies), copy + outcome(of: match, names: 10))
    }

    private func leg(_ match: SavedMatch) -> String {
        match.header.leg.map { "leg \($0.number) of 2: " } ?? ""
    }

    /// - Parameter length: the columns that a name may have.
    private func outcome(of match: SavedMatch, names length: Int) -> String {
        let players = match.header.players
        let names = players.divergence.name.clipped(length) + " - " + players.training.name.clipped(length) + ": "
        guard let verdict = match.verdict else { return names + "unfinished" }
        guard let winner = verdict.winner else { return names + "a draw" }
        return names + players[winner].name + " won" + (verdict.reasons.first.map { ", " + $0.reason } ?? "")
    }
}
