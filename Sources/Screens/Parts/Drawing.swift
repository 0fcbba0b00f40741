import Game
import Text

extension Grid {
    /// The first line of a screen that is not a match.
    mutating func headline(_ title: String, caption: String = "") {
        rule(Area(row: 0, column: 0, columns: size.columns, rows: 1), title: title, caption: caption)
    }

    /// A screen of lines that are scrolled together, under a title.
    mutating func page(_ lines: [Line], title: String, width: Int, _ scroll: ScrollState) {
        let area = Area(row: 2, column: 2, columns: width, rows: size.rows - 4)
        headline(title, caption: scroll.caption(count: lines.count, rows: area.rows))
        self.lines(lines, in: area, from: scroll.top)
        cursor = (2, 2)
    }

    /// Makes room for something else.
    mutating func clear(_ area: Area) {
        for row in area.row..<(area.row + area.rows) {
            fill(" ", row: row, columns: area.column..<(area.column + area.columns))
        }
    }

    /// A line across an area with a title at its left and a caption at its right.
    mutating func rule(
        _ area: Area, title: String = "", caption: String = "", isFocused: Bool = false
    ) {
        let end = area.column + area.columns
        fill(look.rule, row: area.row, columns: area.column..<end, style: .rule)
        var room = area.columns - 6
        if !caption.isEmpty, caption.columns + 4 <= area.columns {
            putRight(" \(caption) ", row: area.row, end: end - 2, style: isFocused ? .strong : .plain)
            room -= caption.columns + 3
        }
        guard !title.isEmpty, room > 3 else { return }
        let start = area.column + 2
        let after = put(" \(title)", row: area.row, column: start, style: .strong, width: room)
        put(" ", row: area.row, column: after)
        if isFocused { put(String(look.marker), row: area.row, column: area.column, style: .strong) }
    }

    /// Wrapped text from the top of an area; what does not fit is cut with an ellipsis.
    ///
    /// - Returns: the rows used.
    @discardableResult
    mutating func paragraph(_ text: String, in area: Area, style: Style = .plain) -> Int {
        let lines = wrapped(text, width: area.columns)
        for (offset, line) in lines.prefix(area.rows).enumerated() {
            let isCut = offset == area.rows - 1 && lines.count > area.rows
            let shown = isCut ? line + " " + lines[offset + 1] : line
            put(shown, row: area.row + offset, column: area.column, style: style, width: area.columns)
        }
        return min(lines.count, area.rows)
    }

    /// Styled lines from the top of an area, the first at `top` of them all.
    ///
    /// - Parameter marksCut: whether an ellipsis says that there is more than fits.
    mutating func lines(_ lines: [Line], in area: Area, from top: Int = 0, marksCut: Bool = false) {
        for (offset, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
            let isCut = marksCut && offset == area.rows - 1 && top + area.rows < lines.count
            put(
                isCut ? line.text + " …" : line.text, row: area.row + offset, column: area.column, style: line.style,
                width: area.columns)
            if let right = line.right {
                putRight(right, row: area.row + offset, end: area.column + area.columns, style: line.style)
            }
        }
    }
}

/// A line of text with one meaning, and what stands at its right end.
struct Line: Hashable, Sendable {
    var text: String
    var right: String?
    var style: Style

    init(_ text: String, right: String? = nil, style: Style = .plain) {
        self.text = text
        self.right = right
        self.style = style
    }

    /// Text as lines of at most `width` columns, each after an indent.
    static func wrapping(
        _ text: String, width: Int, indent: String = "", style: Style = .plain
    ) -> [Line] {
        wrapped(text, width: width - indent.columns).map { Line(indent + $0, style: style) }
    }
}

extension Side {
    var style: Style { self == .divergence ? .divergence : .training }
}
