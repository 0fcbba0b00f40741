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

    /// Source: RFC 4180, with line feeds alone. What a spreadsheet would take for a formula has an apostrophe in front.
    public var csv: String {
        ([titles] + rows).map { $0.map(\.inCSV).joined(separator: ",") + "\n" }.joined()
    }

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

    fileprivate var inCSV: String {
        let isFormula = first.map { "=+-@".contains($0) } ?? false
        let text = (isFormula && Double(self) == nil ? "'" : "") + madePlain
        guard text.contains(where: { ",\"".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    fileprivate var cellInMarkdown: String { madePlain.inMarkdown }
}
