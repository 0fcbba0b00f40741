/// A terminal in memory: enough of xterm, the VT100 and the Linux console to show what ncurses draws.
public struct TerminalEmulator: Sendable {
    public internal(set) var columns: Int
    public internal(set) var rows: Int
    /// The private modes that are on, such as 25 for a visible cursor.
    public internal(set) var modes = initialModes
    public internal(set) var isAlternateScreen = false
    public internal(set) var isApplicationKeypad = false
    /// How many times the bell rang.
    public internal(set) var bells = 0
    /// How many control characters came that no terminal description sends.
    public internal(set) var controlCharactersSeen = 0
    /// Everything not understood, printably and in order: controls, sequences, bytes that are not UTF-8.
    public internal(set) var unrecognised: [String] = []
    /// What was skipped as titles, palettes and other strings, each with its introducer: `]0;title`.
    public internal(set) var controlStrings: [String] = []

    static let initialModes: Set<Int> = [7, 25]

    var grid: CellGrid
    /// The screen that is not shown.
    var otherGrid: CellGrid
    var pen = Pen()
    /// What was last saved on the ordinary screen and on the alternate.
    var saved = [Pen(), Pen()]
    /// The rows that scroll.
    var region: Range<Int>
    var tabStops: Set<Int>
    var insertsCharacters = false
    var lastPrinted: Unicode.Scalar?
    var replies: [UInt8] = []
    private var decoder = UTF8Decoder()
    private var parser = SequenceParser()

    /// Where and how the next character is written; what saving the cursor saves.
    struct Pen: Hashable, Sendable {
        var row = 0
        var column = 0
        /// The last column is filled, and the next character goes to the row below.
        var wraps = false
        var style = TerminalStyle()
        var sets = CharacterSets()
        var isRelativeToRegion = false
    }

    /// - Precondition: Both are at least 1.
    public init(columns: Int, rows: Int) {
        precondition(columns > 0 && rows > 0, "a screen needs cells, not \(columns)×\(rows)")
        self.columns = columns
        self.rows = rows
        grid = CellGrid(columns: columns, rows: rows)
        otherGrid = grid
        region = 0..<rows
        tabStops = Self.tabStops(until: columns)
    }

    /// Shows what a program wrote; a character or sequence may be cut between calls.
    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            for output in decoder.decode(byte) {
                switch output {
                case .scalar(let scalar):
                    for action in parser.parse(scalar) { perform(action) }
                case .invalid(let bytes):
                    let digits = bytes.map { String($0, radix: 16, uppercase: true) }
                    unrecognised.append("not UTF-8: \(digits.joined(separator: " "))")
                    for action in parser.parse("\u{FFFD}") { perform(action) }
                }
            }
        }
    }

    private mutating func perform(_ action: TerminalAction) {
        switch action {
        case .print(let scalar): print(pen.sets.translate(scalar))
        case .control(let scalar): perform(control: scalar)
        case .escape(let text): perform(escape: text)
        case .sequence(let sequence): perform(sequence)
        case .string(let introducer, let text): controlStrings.append("\(introducer)\(text)")
        case .malformed(let source): unrecognised.append(source)
        }
    }

    /// What the terminal answers to the queries fed since the last call.
    public mutating func takeReplies() -> [UInt8] {
        defer { replies = [] }
        return replies
    }

    /// Keeps what fits at the top left, or scrolls up as far as keeps the cursor on the screen.
    ///
    /// - Precondition: Both are at least 1.
    public mutating func resize(columns: Int, rows: Int) {
        precondition(columns > 0 && rows > 0, "a screen needs cells, not \(columns)×\(rows)")
        let dropped = max(0, pen.row - rows + 1)
        grid.resize(columns: columns, rows: rows, droppingFirst: dropped)
        otherGrid.resize(columns: columns, rows: rows, droppingFirst: 0)
        tabStops.formUnion(Self.tabStops(until: columns).filter { $0 >= self.columns })
        self.columns = columns
        self.rows = rows
        region = 0..<rows
        pen.row -= dropped
        pen.column = min(pen.column, columns - 1)
        pen.wraps = false
    }

    static func tabStops(until columns: Int) -> Set<Int> {
        Set(stride(from: 8, to: columns, by: 8))
    }
}
