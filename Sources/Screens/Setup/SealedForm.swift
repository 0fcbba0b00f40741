import Game
import Play
import Review
import Text

/// Fields that people at one keyboard fill in turn; of those that are not being written nothing is to be seen.
struct SealedForm: Sendable {
    /// What came of a key.
    enum Outcome: Hashable {
        case typed, finished, left
    }

    private(set) var fields: [SealedField]
    /// Whether each field is sealed in turn by Enter, and not only as far as somebody writes anything.
    private let asksForAll: Bool
    private var focus = 0 {
        didSet {
            guard fields[oldValue].side != fields[focus].side else { return }
            sealed.formUnion(fields.indices.filter { fields[$0].side == fields[oldValue].side && !fields[$0].isEmpty })
        }
    }
    /// What somebody has left: it does not show again, whoever comes back to it, and is replaced by what is typed.
    private var sealed: Set<Int> = []
    private var visited: Set<Int> = []
    /// What is wrong with what was written last.
    private(set) var complaint: String?

    /// - Precondition: there is a field.
    init(_ fields: [SealedField], asksForAll: Bool = false) {
        self.fields = fields
        self.asksForAll = asksForAll
    }

    /// Who writes.
    var writer: Side { fields[focus].side }

    /// The field that is being written.
    var focusedField: SealedField { fields[focus] }

    /// - Parameter sealsAtOnce: whether Enter is done with all fields, whatever is still empty.
    mutating func type(_ key: Key, sealsAtOnce: Bool = false) -> Outcome {
        complaint = nil
        switch key {
        case .enter where sealsAtOnce: return fields.indices.allSatisfy { check($0) } ? .finished : .typed
        case .enter: return accept() ? .finished : .typed
        case .escape: return .left
        case .tab, .down: move(by: 1)
        case .backtab, .up: move(by: -1)
        case .character(let character): insert(String(character))
        default:
            reopen()
            _ = fields[focus].field.type(key)
        }
        return .typed
    }

    /// What is sealed one after the other is not looked at again.
    private mutating func move(by step: Int) {
        guard !asksForAll else { return }
        focus = (focus + fields.count + step) % fields.count
    }

    mutating func paste(_ text: String) {
        complaint = nil
        insert(text)
    }

    /// Begins anew with what had been sealed.
    private mutating func reopen() {
        guard sealed.remove(focus) != nil else { return }
        fields[focus] = SealedField(fields[focus].kind, of: fields[focus].side)
    }

    /// What does not fit is left out, and that is said.
    private mutating func insert(_ text: String) {
        reopen()
        let before = fields[focus].field.characters.count
        fields[focus].field.insert(text)
        guard fields[focus].field.characters.count < before + text.count else { return }
        complaint = "Not all of that was taken: write \(fields[focus].ways), or nothing."
    }

    /// Goes on to what is still to be asked.
    ///
    /// - Returns: whether nothing is.
    private mutating func accept() -> Bool {
        guard check(focus) else { return false }
        visited.insert(focus)
        let others = (focus + 1..<focus + fields.count).map { $0 % fields.count }
        let waiting = others.first { !visited.contains($0) && (asksForAll || fields[$0].isEmpty) }
        if let waiting, asksForAll || !fields[focus].isEmpty {
            focus = waiting
            return false
        }
        return fields.indices.allSatisfy { check($0) }
    }

    /// Whether a field can be read, or is empty; if not, it is said what is wrong with it.
    private mutating func check(_ index: Int) -> Bool {
        guard case .failure(let problem)? = fields[index].reading else { return true }
        focus = index
        sealed.remove(index)
        complaint = problem.text.capitalizedFirst + "."
        return false
    }
}

// How it looks.
extension SealedForm {
    private static let column = 34

    /// Draws the fields under the name of whoever fills them, and puts the cursor in the one being written.
    ///
    /// - Returns: the rows used.
    @discardableResult
    func draw(in grid: inout Grid, row: Int, _ players: Players) -> Int {
        var next = row
        for side in Side.allCases {
            let own = fields.indices.filter { fields[$0].side == side }
            guard !own.isEmpty else { continue }
            let isWriting = writer == side
            grid.put(
                "\(players[side].name) (\(side.title))", row: next, column: 2, style: isWriting ? .strong : .plain)
            for index in own {
                next += 1
                draw(index, in: &grid, row: next)
            }
            next += 1
            if isWriting, !sealed.contains(focus), case .success(let entry)? = fields[focus].reading {
                grid.put(entry.understood, row: next, column: 4, width: grid.size.columns - 5)
            }
            next += 2
        }
        return next - row
    }

    /// Draws the fields of one writer, as many as there is room for, those about the one being written.
    func drawList(in grid: inout Grid, row: Int, rows: Int) {
        let top = max(0, min(focus - rows / 2, fields.count - rows))
        for (offset, index) in fields.indices.dropFirst(top).prefix(rows).enumerated() {
            draw(index, in: &grid, row: row + offset, showsAll: true)
        }
    }

    private func draw(_ index: Int, in grid: inout Grid, row: Int, showsAll: Bool = false) {
        let isFocused = index == focus
        if isFocused { grid.put(String(grid.look.marker), row: row, column: 0, style: .strong) }
        grid.put(fields[index].label, row: row, column: 4, style: isFocused ? .strong : .plain)
        grid.fill("_", row: row, columns: Self.column..<(Self.column + 25), style: .faint)
        if showsAll, !isFocused {
            grid.put(fields[index].field.trimmed, row: row, column: Self.column, width: 25)
        } else if isFocused, !sealed.contains(index) {
            fields[index].field.draw(in: &grid, Area(row: row, column: Self.column, columns: 25, rows: 1))
        } else if asksForAll ? visited.contains(index) : !fields[index].isEmpty {
            grid.put(String(repeating: grid.look.sealed, count: 3), row: row, column: Self.column)
            if isFocused { grid.cursor = (row, Self.column) }
        }
    }
}
