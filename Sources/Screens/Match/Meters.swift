import Play
import Game
import Text
import Review

extension Grid {
    /// The line that says which match this is and whose turn.
    mutating func header(_ shown: MatchAtPly) {
        let position = shown.position
        let header = shown.record.header
        let width = size.columns
        let profile = header.profile ?? "house"
        var column = put("\(header.ruleset) / \(profile)", row: 0, column: 1, width: 28)
        column = put(header.mode.rawValue.uppercased(), row: 0, column: column + 3, style: .strong)
        put("ply \(shown.ply)", row: 0, column: column + 3)
        let sides = shown.sideTexts(width: width - column - 3 - "ply 99".columns - 3)
        let start = width - 1 - sides[0].columns - 5 - sides[1].columns
        let mover = shown.verdict == nil ? position.sideToMove : nil
        let after = put(sides[0], row: 0, column: start, style: mover == .divergence ? .strong : .plain)
        put("  \(look.divider)  ", row: 0, column: after, style: .rule)
        put(sides[1], row: 0, column: after + 5, style: mover == .training ? .strong : .plain)
        rule(Area(row: 1, column: 0, columns: width, rows: 1), caption: shown.turnCaption)
    }

    /// How far each side has strained, and when things happen: three lines that never move.
    mutating func meters(_ shown: MatchAtPly, row: Int) {
        let position = shown.position
        meter("Concept", position, .divergence, row: row)
        meter("Data", position, .training, row: row + 1)
        clock(shown, row: row + 2)
    }

    private var barWidth: Int { min(60, max(25, (size.columns - 80) / 2 + 25)) }

    private mutating func meter(_ label: String, _ position: Position, _ side: Side, row: Int) {
        let strain = position.strain(of: side), limit = position.limit(of: side)
        put(label, row: row, column: 1)
        put("[", row: row, column: 9)
        let share = limit == .zero ? 0 : Double(strain.millibits) / Double(limit.millibits)
        let full = min(barWidth, Int((share * Double(barWidth)).rounded()))
        fill(look.filled, row: row, columns: 10..<(10 + full), style: side.style)
        fill(look.empty, row: row, columns: (10 + full)..<(10 + barWidth), style: .faint)
        let after = put("]", row: row, column: 10 + barWidth)
        let left = limit - strain
        var text = strain.description.flushed(6) + " of " + limit.description.flushed(5) + " bits  "
        text += strain.credenceText.padded(10) + left.description.flushed(6) + " left"
        let end = put(text, row: row, column: after)
        let wide = "   (limit \(limit.credenceText))"
        if end + wide.columns < size.columns { put(wide, row: row, column: end, style: .faint) }
    }

    /// When the live divergence comes (D), the pivotal act (P), and the last step of use (U).
    private mutating func clock(_ shown: MatchAtPly, row: Int) {
        let position = shown.position
        let last = position.ruleset.limits.usefulUntil
        let horizon = position.live.flatMap(position.rules.horizon)
        put("Clock", row: row, column: 1)
        put("0", row: row, column: 9)
        fill(look.rule, row: row, columns: 10..<(10 + barWidth), style: .rule)
        func place(_ step: Int) -> Int {
            last == 0 ? 10 : 10 + min(barWidth - 1, max(0, step * (barWidth - 1) / last))
        }
        put("U", row: row, column: place(last), style: .strong)
        put("P", row: row, column: place(position.pivotalStep), style: .strong)
        if let horizon { put("D", row: row, column: place(horizon), style: .strong) }
        let deployment = position.live.flatMap(position.rules.deployment)
        var text = ""
        if let horizon {
            text += "diverges \(horizon)"
            let rest = 2 + "pivotal act 99  useful to 99".columns
            if let name = deployment?.name, 13 + barWidth + text.columns + name.columns + 3 + rest < size.columns {
                text += " (\(name))"
            }
            text += "  "
        }
        text += "pivotal act \(position.pivotalStep)  useful to \(last)"
        put(text, row: row, column: 13 + barWidth, width: size.columns - 14 - barWidth)
    }
}

extension MatchAtPly {
    /// Who plays each side and whose turn it is, in `width` columns with five between them.
    fileprivate func sideTexts(width: Int) -> [String] {
        func texts(_ columns: Int, _ toMove: String) -> [String] {
            Side.allCases.map { side in
                let isToMove = side == position.sideToMove && verdict == nil
                let role = isToMove ? side.title.uppercased() + toMove : side.title
                return record.player(side).name.clipped(columns) + " " + role
            }
        }
        let longest = Side.allCases.map { record.player($0).name.columns }.max() ?? 1
        for toMove in [" to move", ""] {
            let texts = texts(longest, toMove)
            if texts[0].columns + 5 + texts[1].columns <= width { return texts }
        }
        // The shorter name leaves its room to the longer one.
        let columns = (1...longest).last { columns in
            let texts = texts(columns, "")
            return texts[0].columns + 5 + texts[1].columns <= width
        }
        return texts(columns ?? 1, "")
    }
}
