import Play
import Game
import Text
import Review

extension Grid {
    /// The line that says which match this is and whose turn.
    mutating func header(_ shown: MatchAtStep) {
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

    /// How far each side has strained, what is left of the drive, and when things happen: lines that never move.
    ///
    /// - Parameter prospect: the card that is looked at, if its effect on the drive is to be seen.
    mutating func meters(_ shown: MatchAtStep, considering prospect: Prospect? = nil) {
        let position = shown.position
        meter("Concept", position, .divergence, row: 2)
        meter("Data", position, .training, row: 3)
        guard MatchLayout.isWide(size) else {
            drive(position, prospect, row: 4, width: 12)
            clock(shown, row: 4, column: 47, width: size.columns < 100 ? 10 : 20)
            return
        }
        drive(position, prospect, row: 4, width: barWidth)
        clock(shown, row: 5, column: 1, width: barWidth)
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

    /// What is left of what makes the AI useful, the floor (|), and what the card that is looked at would leave, which
    /// comes last, so that nothing else moves when another card is looked at.
    private mutating func drive(_ position: Position, _ prospect: Prospect?, row: Int, width: Int) {
        let drive = position.drive, floor = position.ruleset.limits.drive
        let next = prospect?.driveLeft ?? drive.left
        func cells(_ weight: Int) -> Int { drive.whole == 0 ? width : (weight * width + drive.whole / 2) / drive.whole }
        put("Drive", row: row, column: 1)
        put("[", row: row, column: 9)
        fill(look.empty, row: row, columns: 10..<(10 + width), style: .faint)
        fill(look.rule, row: row, columns: 10..<(10 + cells(drive.left)), style: .training)
        fill(look.filled, row: row, columns: 10..<(10 + cells(next)), style: .training)
        if floor > 0 { put("|", row: row, column: 10 + min(width - 1, floor * width / 1000), style: .strong) }
        var text = "] "
        if floor > 0 { text += "floor \(decimal(floor, places: 1))%  " }
        text += drive.percent(of: drive.left)
        if next < drive.left { text += " > " + drive.percent(of: next) }
        put(text, row: row, column: 10 + width)
    }

    /// When the live divergence comes (D), the soonest that the next one can (>), and the pivotal act (P).
    private mutating func clock(_ shown: MatchAtStep, row: Int, column: Int, width: Int) {
        let position = shown.position
        let last = max(position.pivotalStep, position.horizon ?? 0, 1)
        let start = column == 1 ? 9 : column + 6
        put("Clock", row: row, column: column)
        put("0", row: row, column: start)
        fill(look.rule, row: row, columns: (start + 1)..<(start + 1 + width), style: .rule)
        func mark(_ letter: String, at step: Int) {
            put(letter, row: row, column: start + 1 + min(width - 1, max(0, step * (width - 1) / last)), style: .strong)
        }
        mark("P", at: position.pivotalStep)
        let next = position.horizon.flatMap { horizon in
            position.ruleset.limits.pushes > 0 ? horizon + position.ruleset.limits.pushes : nil
        }
        if let next, next < position.pivotalStep { mark(">", at: next) }
        if let horizon = position.horizon { mark("D", at: horizon) }
        let reached = position.horizon.map { "reached \($0)" }
        let times = [reached, next.map { "next \($0)" }].compactMap(\.self).joined(separator: ", ")
        let room = size.columns - start - width - 3
        let long = ["pivotal act \(position.pivotalStep)", times].filter { !$0.isEmpty }.joined(separator: "  ")
        let short = ["\(position.pivotalStep)", times].filter { !$0.isEmpty }.joined(separator: "  ")
        let shortest = ["\(position.pivotalStep)", reached].compactMap(\.self).joined(separator: "  ")
        let deployment = position.live.flatMap(position.rules.deployment).map { " (\($0.name))" } ?? ""
        let text = [long + deployment, long, short].first { $0.columns <= room } ?? shortest
        put(text, row: row, column: start + width + 2, width: room)
    }
}

extension MatchAtStep {
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
