import Text

/// Cells under titles, to be written in columns, as CSV or as Markdown.
public struct Sheet: Hashable, Sendable {
    public var titles: [String]
    public var rows: [[String]]
    /// Columns of numbers, which end at the right.
    public var numbers: Set<Int>

    public init(_ titles: [String], numbers: Set<Int> = [], rows: [[String]] = []) {
        self.titles = titles
        self.numbers = numbers
        self.rows = rows
    }

    /// A line each, with nothing in it that a terminal would obey; the titles first.
    public var columns: [String] {
        let table = ([titles] + rows).map { $0.map(\.madePlain) }
        let widths = titles.indices.map { column in table.map { $0[column].columns }.max() ?? 0 }
        return table.map { row in
            let cells = row.enumerated().map { column, cell in
                numbers.contains(column) ? cell.flushed(widths[column]) : cell.padded(widths[column])
            }
            return cells.joined(separator: "  ").trimmingEnd
        }
    }

    public var csv: String { Text.csv(([titles] + rows).map { $0.map(\.madePlain) }) }

    public var markdown: String {
        let rule = titles.indices.map { numbers.contains($0) ? "---:" : "---" }
        let lines = [titles.map(\.cellInMarkdown), rule] + rows.map { $0.map(\.cellInMarkdown) }
        return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    fileprivate var cellInMarkdown: String { madePlain.inMarkdown }
}
