import Game
import Text
import Review

/// What the match screen and the replay draw alike.
extension Grid {
    /// The header, the meters with what a card would do to them, the line between two columns, and the live divergence.
    mutating func frame(_ shown: MatchAtStep, _ layout: MatchLayout, considering prospect: Prospect? = nil) {
        header(shown)
        meters(shown, considering: prospect)
        if let divider = layout.divider {
            for row in divider.row..<(divider.row + divider.rows) {
                put(String(look.divider), row: row, column: divider.column, style: .rule)
            }
        }
        live(shown, in: layout.live)
    }

    mutating func live(_ shown: MatchAtStep, in area: Area) {
        rule(area.titleRow, title: "Live", caption: shown.liveCaption.clipped(area.columns - 14))
        let content = area.content
        lines(shown.liveLines(width: content.columns, rows: content.rows), in: content, marksCut: true)
    }

    /// How it ended, in a few lines.
    ///
    /// - Parameter asksFirst: whether whoever has lost may still undo that.
    mutating func ending(_ shown: MatchAtStep, asksFirst: Bool = false, in area: Area) {
        let narration = Narration(shown.record)
        guard !asksFirst else { return lastWord(narration, in: area) }
        let sentence = narration.verdict ?? "The match stops here; Continue on the title goes on with it."
        let lines =
            Line.wrapping(sentence, width: area.content.columns, style: .strong)
            + (narration.strains + narration.grade).flatMap { Line.wrapping($0, width: area.content.columns) }
        let more = narration.verdict == nil ? "" : "Enter tells it in full"
        rule(area.titleRow, title: narration.verdict == nil ? "Unfinished" : "The end", caption: more)
        self.lines(lines, in: area.content, marksCut: true)
    }

    private mutating func lastWord(_ narration: Narration, in area: Area) {
        let lines =
            Line.wrapping(narration.lastWord, width: area.content.columns, style: .strong)
            + narration.horns.flatMap { Line.wrapping($0, width: area.content.columns) }
        rule(area.titleRow, title: "The last word", caption: "Enter accepts the verdict")
        self.lines(lines, in: area.content, marksCut: true)
    }

    /// The end of a list of lines under a title, or further back as far as it is scrolled.
    mutating func tail(
        _ lines: [Line], title: String, caption: String = "", in area: Area, scrolledBack: Int = 0,
        isFocused: Bool = false
    ) {
        let content = area.content
        let back = min(scrolledBack, max(0, lines.count - content.rows))
        let top = max(0, lines.count - content.rows - back)
        let last = min(lines.count, top + content.rows)
        let range = lines.count > content.rows ? "lines \(top + 1)-\(last) of \(lines.count)" : ""
        let captions = [[caption, range].filter { !$0.isEmpty }.joined(separator: ", "), caption]
        let fitting = captions.first { title.columns + $0.columns + 10 <= area.columns } ?? ""
        rule(area.titleRow, title: title, caption: fitting, isFocused: isFocused)
        self.lines(lines, in: content, from: top)
        if isFocused { cursor = (area.row, area.column) }
    }
}
