import Text

/// A grid as a picture in SVG, for documents: on a ground of its own, so that it is read on light and on dark pages.
///
/// A cell is 9 by 19 units. Every run of text says how long it is, so that it fills its cells in whatever font there is.
public struct GridPicture: Sendable {
    private static let cell = (columns: 9, rows: 19)
    private static let margin = 14
    /// From the top of a cell to where letters stand.
    private static let baseline = 14
    private static let ink = "#d7dce2"
    private static let ground = "#1c2128"

    private let grid: Grid
    /// What it shows, for those who do not see it.
    private let title: String

    public init(_ grid: Grid, title: String) {
        self.grid = grid
        self.title = title
    }

    public var svg: String {
        let width = grid.size.columns * Self.cell.columns + 2 * Self.margin
        let height = grid.size.rows * Self.cell.rows + 2 * Self.margin
        let start = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
            height="\(height)" role="img">
            <title>\(title.markup)</title>
            <style>
            text { font: 15px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: \(Self.ink); \
            font-variant-ligatures: none }
            """
        let ground = """
            </style>
            <rect x="1" y="1" width="\(width - 2)" height="\(height - 2)" rx="9" fill="\(Self.ground)" \
            stroke="#6e7681" stroke-width="2"/>
            """
        let rules = Style.allCases.compactMap { style in style.declarations.map { ".\(style) { \($0) }" } }
        let texts = (0..<grid.size.rows).flatMap { row in runs(row: row).flatMap { elements($0, row: row) } }
        return ([start] + rules + [ground] + texts + ["</svg>", ""]).joined(separator: "\n")
    }

    /// Neighbouring cells with one meaning. A wide character is a run of its own: few fonts make it just two cells wide.
    private struct Run {
        var column: Int
        var text: String
        let isWide: Bool
        let style: Style

        var columns: Int { text.count * (isWide ? 2 : 1) }

        /// Its parts between blanks; only a blank that stands alone is sure to be shown, and is left in them.
        var parts: [Run] {
            var parts: [Run] = []
            var blanks = 0
            for (offset, character) in text.enumerated() {
                if character == " " {
                    blanks += 1
                    continue
                }
                if blanks > 1 || parts.isEmpty {
                    parts.append(
                        Run(column: column + offset, text: String(character), isWide: isWide, style: style))
                } else {
                    parts[parts.count - 1].text += String(repeating: " ", count: blanks) + String(character)
                }
                blanks = 0
            }
            return parts
        }
    }

    private func runs(row: Int) -> [Run] {
        var runs: [Run] = []
        for column in 0..<grid.size.columns {
            let cell = grid[row, column]
            guard let character = cell.character else { continue }
            let isWide = column + 1 < grid.size.columns && grid[row, column + 1].character == nil
            if let last = runs.last, !isWide, !last.isWide, last.style == cell.style,
                last.column + last.columns == column
            {
                runs[runs.count - 1].text.append(character)
            } else {
                runs.append(Run(column: column, text: String(character), isWide: isWide, style: cell.style))
            }
        }
        return runs
    }

    /// A run's ground, if it has one of its own, and its text.
    private func elements(_ run: Run, row: Int) -> [String] {
        let y = Self.margin + row * Self.cell.rows
        let ground = """
            <rect x="\(x(run))" y="\(y)" width="\(width(run))" height="\(Self.cell.rows)" fill="\(Self.ink)"/>
            """
        let name = run.style.declarations == nil ? "" : " class=\"\(run.style)\""
        let texts = run.parts.map { part in
            """
            <text\(name) x="\(x(part))" y="\(y + Self.baseline)" textLength="\(width(part))" \
            lengthAdjust="spacingAndGlyphs">\(part.text.markup)</text>
            """
        }
        return (run.style == .focus ? [ground] : []) + texts
    }

    private func x(_ run: Run) -> Int { Self.margin + run.column * Self.cell.columns }

    private func width(_ run: Run) -> Int { run.columns * Self.cell.columns }
}

extension Style {
    /// How a picture tells it from plain text, in CSS.
    fileprivate var declarations: String? {
        switch self {
        case .plain: nil
        case .faint: "fill: #939ba5"
        case .strong: "fill: #fff; font-weight: bold"
        case .rule: "fill: #a9b2bd"
        case .focus: "fill: #1c2128"
        case .divergence: "fill: #e39bd8"
        case .training: "fill: #7fcf93"
        case .alarm: "fill: #ff8b82; font-weight: bold"
        }
    }
}

extension String {
    /// As text of XML.
    fileprivate var markup: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
