import Play
import Review
import Text

/// In which form a match is handed on; what it is made into is written beside its file.
struct ExportScreen: Screen {
    private let record: MatchRecord
    private let path: String?
    private var list = ListState()
    /// What is being made; `nil`: nothing.
    private var awaited: ExportFormat?
    private var notice: String?

    private static let formats = ExportFormat.allCases

    init(_ record: MatchRecord, path: String?) {
        self.record = record
        self.path = path
    }

    var actions: [Offer] {
        let ways = [Offer(.back, "back"), Offer(.quit, "back")]
        guard awaited == nil else { return [Offer(.hurry, "write what is known", help: "write what is known")] + ways }
        return [Offer(.accept, "write it")] + ways + Offer.movement
    }

    var prompt: String? { notice }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        switch action {
        case .back, .quit: return (awaited == nil ? [] : [.cancel(.export)]) + [.pop]
        case .hurry: return [.hurry(.export)]
        case .accept: return export()
        default:
            if awaited == nil { _ = list.act(action, count: Self.formats.count, visible: Self.formats.count) }
            return []
        }
    }

    private mutating func export() -> [Request] {
        guard awaited == nil else { return [] }
        guard path != nil else {
            notice = "The match has no file to write it beside."
            return []
        }
        let format = Self.formats[list.selection]
        awaited = format
        return [.run(.export(record, format))]
    }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        guard case .exported(let text) = answer, let format = awaited else { return [] }
        return [.effect(.write(text, beside: path, as: format))]
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        awaited = nil
        switch answer {
        case .copied(let path): notice = path.map { "Written to \(fileName($0))." }
        case .failed(let reason): notice = reason
        default: break
        }
        return []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        guard pointer.kind == .click else { return act(pointer.kind == .wheelUp ? .up : .down, size) }
        let row = pointer.row - Self.firstRow
        guard Self.formats.indices.contains(row), awaited == nil else { return [] }
        list.select(row, count: Self.formats.count, visible: Self.formats.count)
        return act(.accept, size)
    }

    private static let firstRow = 4

    func draw(in grid: inout Grid) {
        grid.headline("Hand it on")
        grid.put("Which form? It is written beside the match's file.", row: 2, column: 2)
        for (index, format) in Self.formats.enumerated() {
            let isSelected = index == list.selection
            let row = Self.firstRow + index
            let text = format.rawValue.padded(10) + format.summary
            grid.put(text, row: row, column: 4, style: isSelected ? .focus : .plain, width: grid.size.columns - 6)
            guard isSelected else { continue }
            grid.put(String(grid.look.marker), row: row, column: 2, style: .strong)
            grid.cursor = (row, 2)
        }
        let area = Area(
            row: Self.firstRow + Self.formats.count + 1, column: 2, columns: min(76, grid.size.columns - 4), rows: 4)
        grid.paragraph(waiting ?? saved, in: area, style: waiting == nil ? .faint : .plain)
    }

    private var waiting: String? {
        awaited.map { format in
            "Making the \(format.rawValue)"
                + (format.showsEvaluations ? ": working out what best play comes to, for some seconds at most …" : " …")
        }
    }

    private var saved: String { path.map { "The match is in \(fileName($0))." } ?? "The match is in memory only." }
}
