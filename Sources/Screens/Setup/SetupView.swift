import Bots
import Game
import Text

extension SetupScreen {
    func draw(in grid: inout Grid) {
        grid.headline("New match")
        var area = Area(row: 2, column: 2, columns: min(grid.size.columns - 4, 96), rows: grid.size.rows - 3)
        let seatRows = seatRows(width: area.columns - 16)
        // On a small terminal the premise needs the row more than the form needs the gap.
        let gap = seatRows > 1 && grid.size.rows < 26 ? 0 : 1
        var spare = 0
        for field in Field.allCases {
            draw(field, in: &grid, row: area.row)
            _ = area.takeTop(1)
            if let note = note(on: field) {
                let isSeat = field.side != nil
                let rows = field == .ruleset ? area.rows - 8 - gap - 2 * seatRows : isSeat ? seatRows : 1
                let room = Area(row: area.row, column: area.column + 16, columns: area.columns - 16, rows: rows)
                let used = grid.paragraph(note, in: room, style: .faint)
                _ = area.takeTop(used)
                spare = isSeat ? seatRows - used : 0
            }
            if field == .mode { _ = area.takeTop(gap) }
            if field.isName { _ = area.takeTop(spare) }
        }
        for problem in problems.prefix(max(0, area.rows - 1)) {
            grid.put(problem, row: area.row + 1, column: 2, style: .alarm, width: area.columns)
            _ = area.takeTop(1)
        }
    }

    /// The rows of a note on a seat: the same for everybody who may sit there, so that nothing jumps.
    private func seatRows(width: Int) -> Int {
        let notes = Side.allCases.flatMap(candidates).map(\.summary)
        return min(2, notes.map { wrapped($0, width: width).count }.max() ?? 1)
    }

    private func draw(_ field: Field, in grid: inout Grid, row: Int) {
        let isFocused = field == self.field
        if isFocused { grid.put(String(grid.look.marker), row: row, column: 0, style: .strong) }
        grid.put(label(field), row: row, column: 2, style: isFocused ? .strong : .plain)
        guard field.isName, let side = field.side else {
            let value = value(field)
            let isChoice = field != .ruleset || rulesets.count > 1
            let shown = isFocused && isChoice ? "< \(value) >" : value
            grid.put(shown, row: row, column: 18, style: isFocused ? .focus : .plain, width: grid.size.columns - 19)
            if isFocused { grid.cursor = (row, 18) }
            return
        }
        let name = names[side] ?? TextField()
        if isFocused {
            grid.fill("_", row: row, columns: 18..<43, style: .faint)
            name.draw(in: &grid, Area(row: row, column: 18, columns: 25, rows: 1))
        } else if bot(side) == nil {
            grid.put(name.text, row: row, column: 18)
        }
    }

    private func label(_ field: Field) -> String {
        switch field {
        case .ruleset: "Ruleset"
        case .profile: "Profile"
        case .mode: "Mode"
        case .divergenceSeat: "Divergence"
        case .trainingSeat: "Training"
        case .divergenceName, .trainingName: field.side.flatMap(bot) == nil ? "  called" : ""
        }
    }

    private func value(_ field: Field) -> String {
        switch field {
        case .ruleset: ruleset?.title ?? (isLoaded ? "none found" : "reading")
        case .profile: profile.map { "\($0.identifier): \($0.title)" } ?? "house"
        case .mode: mode.rawValue
        case .divergenceSeat, .trainingSeat: field.side.flatMap(bot)?.title ?? "a person at this keyboard"
        case .divergenceName, .trainingName: ""
        }
    }

    /// What the value chosen means, in a line or two.
    private func note(on field: Field) -> String? {
        switch field {
        case .ruleset:
            return ruleset?.premise
        case .profile:
            return profile == nil ? "the game's own credences and limits" : "the same cards at other credences"
        case .mode:
            return mode == .hard
                ? "Training may use only data that people would make anyway"
                : "Training may also use data made on purpose to prevent this"
        case .divergenceSeat:
            return bot(.divergence)?.summary ?? "says how the AI goes wrong once it is deployed"
        case .trainingSeat:
            return bot(.training)?.summary ?? "says what in the training data would have whacked that"
        case .divergenceName, .trainingName:
            return nil
        }
    }
}
