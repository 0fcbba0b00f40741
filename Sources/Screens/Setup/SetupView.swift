import Bots
import Game
import Play
import Review
import Text

extension SetupScreen {
    func draw(in grid: inout Grid) {
        grid.headline("New match")
        var area = Area(row: 2, column: 2, columns: min(grid.size.columns - 4, 96), rows: grid.size.rows - 3)
        for field in Field.allCases {
            draw(field, in: &grid, row: area.row)
            // The seats stand apart.
            _ = area.takeTop(field == .mode || field == .trainingName ? 2 : 1)
        }
        _ = area.takeTop(1)
        grid.rule(area.titleRow, title: field.side?.title ?? label(field))
        area = area.content
        let problems = problems.prefix(max(0, area.rows - 3))
        let room = Area(row: area.row, column: 2, columns: area.columns, rows: max(1, area.rows - problems.count))
        grid.paragraph(note(on: field), in: room, style: .faint)
        for (offset, problem) in problems.enumerated() {
            let row = area.row + area.rows - problems.count + offset
            grid.put(problem, row: row, column: 2, style: .alarm, width: area.columns)
        }
    }

    private func draw(_ field: Field, in grid: inout Grid, row: Int) {
        let isFocused = field == self.field
        if isFocused { grid.put(String(grid.look.marker), row: row, column: 0, style: .strong) }
        grid.put(label(field), row: row, column: 2, style: isFocused ? .strong : .plain)
        guard field.isName else {
            let value = value(field)
            let isChoice = field == .ruleset ? rulesets.count > 1 : field != .legs || maySwap
            let shown = isFocused && isChoice ? "< \(value) >" : value
            grid.put(shown, row: row, column: 18, style: isFocused ? .focus : .plain, width: grid.size.columns - 19)
            if isFocused { grid.cursor = (row, 18) }
            return
        }
        let name = field == .judge ? judge : field.side.flatMap { names[$0] } ?? TextField()
        if isFocused {
            grid.fill("_", row: row, columns: 18..<43, style: .faint)
            name.draw(in: &grid, Area(row: row, column: 18, columns: 25, rows: 1))
        } else {
            grid.put(value(field), row: row, column: 18)
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
        case .judge: "Judge"
        case .limit: "Limit"
        case .legs: "Legs"
        }
    }

    private func value(_ field: Field) -> String {
        switch field {
        case .ruleset: ruleset?.title ?? (isLoaded ? "none found" : "reading")
        case .profile: profile.map { "\($0.identifier): \($0.title)" } ?? "house"
        case .mode: mode.rawValue
        case .divergenceSeat, .trainingSeat: field.side.flatMap(bot)?.title ?? "a person at this keyboard"
        case .divergenceName, .trainingName:
            field.side.map { side in bot(side) == nil ? names[side]?.text ?? "" : "" } ?? ""
        case .judge: mayBeJudged && !judge.trimmed.isEmpty ? judge.text : "nobody"
        case .limit: isForBids ? "settled by bids: who says less plays Training" : "the ruleset's" + ownLimit
        case .legs: hasTwoLegs ? "two, sides swapped, one result" : "one"
        }
    }

    /// What Training may strain by the ruleset and the profile.
    private var ownLimit: String { setup.map { ", \($0.rules.ruleset.limits.plausibility) bits" } ?? "" }

    /// What the value chosen means, in a few lines.
    private func note(on field: Field) -> String {
        switch field {
        case .ruleset: ruleset?.premise ?? ""
        case .profile: profile == nil ? "The game's own credences and limits." : "The same cards at other credences."
        case .mode:
            mode == .hard
                ? "Training may use only data that people would make anyway."
                : "Training may also use data made on purpose to prevent this."
        case .divergenceSeat: (bot(.divergence)?.summary ?? "says how the AI goes wrong once it is deployed").asSentence
        case .trainingSeat:
            (bot(.training)?.summary ?? "says what in the training data would have whacked that").asSentence
        case .divergenceName, .trainingName: "Their name, as the match will have it."
        case .judge:
            "A third person at this keyboard, who writes a number too where the players have one settled. Type a name, "
                + "or leave it empty: then the number in force is the third."
        case .limit: limitNote
        case .legs: legsNote
        }
    }

    private var limitNote: String {
        guard isForBids else {
            return "How many bits Training may strain. Who should win is decided by that as much as by the play."
        }
        return
            "Each writes down, sealed, within how many bits Training can win here. The lower bid plays Training, the "
            + "higher Divergence, and the limit is the mean: each plays the side that their own bid says should win. "
            + seatedNote(", and keeps that seat")
    }

    private var legsNote: String {
        guard maySwap else { return "Two legs need players who play both sides. " + seatedNote() }
        return hasTwoLegs
            ? "The same match twice, sides swapped. A win counts the bits of its own limit that the winner has left."
            : "One match, which stands alone. Two give each player both sides, and have one result."
    }

    /// Who plays one side only, and what comes of that.
    private func seatedNote(_ consequence: String = "") -> String {
        let names = (setup?.seated ?? []).map { "\(players[$0].name) plays only \($0.title)\(consequence)." }
        return names.joined(separator: " ")
    }
}
