import Text

/// The size of a screen in cells.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = max(columns, 0)
        self.rows = max(rows, 0)
    }
}

/// A rectangle of a screen; rows and columns from 0.
public struct Area: Hashable, Sendable {
    public var row: Int
    public var column: Int
    public var columns: Int
    public var rows: Int

    /// Takes rows off the top.
    mutating func takeTop(_ count: Int) -> Area {
        let taken = min(max(count, 0), rows)
        defer {
            row += taken
            rows -= taken
        }
        return Area(row: row, column: column, columns: columns, rows: taken)
    }

    /// The area with columns left free on both sides.
    func inset(_ margin: Int) -> Area {
        Area(row: row, column: column + margin, columns: max(0, columns - 2 * margin), rows: rows)
    }
}

/// One cell: a character and what it means. A wide character is followed by a cell without one.
public struct Cell: Hashable, Sendable {
    public var character: Character?
    public var style: Style
}

/// A screen as cells, ready to be shown. Drawing outside it is cut off.
public struct Grid: Hashable, Sendable {
    public let size: Size
    public let look: Look
    /// Row by row.
    public private(set) var cells: [Cell]
    /// Where the terminal's cursor rests: on the focused item, even when it is not visible.
    public var cursor: (row: Int, column: Int)? {
        get { cursorPlace.map { ($0 / max(1, size.columns), $0 % max(1, size.columns)) } }
        set {
            cursorPlace = newValue.flatMap { place in
                let inside = (0..<size.rows).contains(place.row) && (0..<size.columns).contains(place.column)
                return inside ? place.row * size.columns + place.column : nil
            }
        }
    }
    /// Whether the cursor marks where typed text goes.
    public var isTyping = false
    private var cursorPlace: Int?

    public init(size: Size, look: Look) {
        self.size = size
        self.look = look
        cells = Array(repeating: Cell(character: " ", style: .plain), count: size.columns * size.rows)
    }

    public subscript(row: Int, column: Int) -> Cell {
        cells[row * size.columns + column]
    }

    public var area: Area {
        Area(row: 0, column: 0, columns: size.columns, rows: size.rows)
    }

    /// Writes text from a place to the right; text beyond `width` columns is cut with an ellipsis.
    ///
    /// - Returns: the column after the text.
    @discardableResult
    mutating func put(
        _ text: some StringProtocol, row: Int, column: Int, style: Style = .plain, width: Int = .max
    ) -> Int {
        let limit = min(size.columns, width == .max ? .max : column + width)
        guard (0..<size.rows).contains(row), column < limit else { return column }
        var at = column
        var characters = text.makeIterator()
        var next = characters.next()
        while let character = next {
            next = characters.next()
            let shown = look.shown(character)
            let columns = shown.columns
            guard columns > 0 else { continue }
            let isLast = next == nil
            if at + columns > limit || (!isLast && width != .max && at + columns == limit) {
                if width != .max { set(look.ellipsis, row, min(at, limit - 1), style) }
                return limit
            }
            set(shown, row, at, style)
            if columns == 2 { set(nil, row, at + 1, style) }
            at += columns
        }
        return at
    }

    /// Writes text so that it ends before a column.
    mutating func putRight(_ text: String, row: Int, end: Int, style: Style = .plain) {
        put(text, row: row, column: end - text.columns, style: style)
    }

    /// Repeats a character.
    mutating func fill(_ character: Character, row: Int, columns: Range<Int>, style: Style = .plain) {
        guard (0..<size.rows).contains(row) else { return }
        for column in columns.clamped(to: 0..<size.columns) { set(character, row, column, style) }
    }

    /// Gives a part of a row another meaning without touching its text.
    mutating func restyle(row: Int, columns: Range<Int>, as style: Style) {
        guard (0..<size.rows).contains(row) else { return }
        for column in columns.clamped(to: 0..<size.columns) {
            cells[row * size.columns + column].style = style
        }
    }

    private mutating func set(_ character: Character?, _ row: Int, _ column: Int, _ style: Style) {
        guard (0..<size.columns).contains(column) else { return }
        cells[row * size.columns + column] = Cell(character: character, style: style)
    }

    /// The text of a row, trailing blanks cut off.
    public func text(row: Int) -> String {
        var text = String((0..<size.columns).compactMap { self[row, $0].character })
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Grid {
    /// Whether a row shows the same cells as another grid of the same size.
    public func hasSameRow(_ row: Int, as other: Grid) -> Bool {
        let range = (row * size.columns)..<((row + 1) * size.columns)
        return cells[range] == other.cells[range]
    }
}
