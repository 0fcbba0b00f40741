import CNcurses
import Screens

/// Puts a grid on the terminal, touching only the rows that changed.
struct Painter {
    private let window: UnsafeMutablePointer<WINDOW>
    private var shown: Grid?

    init(_ window: UnsafeMutablePointer<WINDOW>) {
        self.window = window
    }

    /// Draws everything afresh next time.
    mutating func forget() {
        shown = nil
    }

    mutating func paint(_ grid: Grid) {
        if shown?.size != grid.size {
            werase(window)
            clearok(window, shown == nil)
            shown = nil
        }
        for row in 0..<grid.size.rows where shown.map({ !$0.hasSameRow(row, as: grid) }) ?? true {
            paint(row: row, of: grid)
        }
        shown = grid
        let cursor = grid.cursor ?? (max(0, grid.size.rows - 1), 0)
        wmove(window, Int32(cursor.row), Int32(cursor.column))
        wrefresh(window)
    }

    /// Writes a row as runs of cells with one meaning.
    private func paint(row: Int, of grid: Grid) {
        var column = 0
        while column < grid.size.columns {
            let style = grid[row, column].style
            let start = column
            var text: [wchar_t] = []
            while column < grid.size.columns, grid[row, column].style == style {
                if let character = grid[row, column].character {
                    text += character.unicodeScalars.map { wchar_t($0.value) }
                }
                column += 1
            }
            let (attributes, pair) = style.attributes(color: grid.look.color)
            console_put(window, Int32(row), Int32(start), text, Int32(text.count), attributes, pair)
        }
    }
}

extension Style {
    /// How a meaning looks: every one differs from its neighbours without colour.
    func attributes(color: Bool) -> (attributes: UInt32, pair: Int16) {
        switch self {
        case .plain, .rule: (ATTRIBUTE_NORMAL, 0)
        case .faint: (color ? ATTRIBUTE_DIM : ATTRIBUTE_NORMAL, 0)
        case .strong: (ATTRIBUTE_BOLD, 0)
        case .focus: (ATTRIBUTE_REVERSE, 0)
        case .divergence: (ATTRIBUTE_NORMAL, color ? 1 : 0)
        case .training: (ATTRIBUTE_NORMAL, color ? 2 : 0)
        case .alarm: (ATTRIBUTE_BOLD, color ? 3 : 0)
        }
    }
}
