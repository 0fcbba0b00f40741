import Archive
import Engine

/// A saved match, stepped through move by move with the position as it stood.
struct ReplayScreen: Screen {
    private let record: MatchRecord
    private let path: String?
    private let notice: String?
    /// Moves made at the position shown.
    private(set) var ply = 0
    private var stage: Stage
    private var choices: Choices

    init(_ record: MatchRecord, path: String?, notice: String?) {
        self.record = record
        self.path = path
        self.notice = notice
        stage = Stage(record, ply: 0)
        choices = Choices(stage)
    }

    var prompt: String? { ply == 0 ? notice : nil }

    var actions: [Offer] {
        [
            Offer(.right, "on"), Offer(.left, "back"), Offer(.first, "start"), Offer(.last, "end"),
            Offer(.quit, "leave"), Offer(.back), Offer(.accept), Offer(.down), Offer(.up), Offer(.more),
        ]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        switch action {
        case .right, .down, .accept, .more: step(to: ply + 1)
        case .left, .up: step(to: ply - 1)
        case .first: step(to: 0)
        case .last: step(to: record.match.moves.count)
        case .back, .quit: return [.pop]
        default: break
        }
        return []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .left : .right, size)
    }

    private mutating func step(to target: Int) {
        let next = max(0, min(target, record.match.moves.count))
        guard next != ply else { return }
        ply = next
        stage = Stage(record, ply: ply)
        choices = Choices(stage)
    }

    /// The move made from the position shown; `nil` at the end.
    private var made: Move? {
        record.match.moves.indices.contains(ply) ? record.match.moves[ply] : nil
    }

    func draw(in grid: inout Grid) {
        let layout = MatchLayout(grid.size)
        grid.frame(stage, layout)
        grid.tail(
            stage.exchangeLines(width: layout.exchange.content.columns), title: "Exchange",
            caption: "\(ply) of \(record.match.moves.count)", in: layout.exchange)
        if let corpus = layout.corpus {
            grid.tail(
                stage.corpusLines(width: corpus.content.columns), title: "Corpus",
                caption: stage.corpusCaption, in: corpus)
        }
        drawChoices(layout, &grid)
        grid.cursor = (layout.exchange.row, 0)
    }

    /// What could be played there, with the marker on what was.
    private func drawChoices(_ layout: MatchLayout, _ grid: inout Grid) {
        let area = layout.choices
        guard let made else {
            drawEnd(layout, &grid)
            return
        }
        let rows = choices.rows(filter: "", order: .bits, withBarred: false)
        let index = rows.firstIndex { $0.prospect.move == made }
        var list = ListState()
        list.select(index ?? 0, count: rows.count, visible: area.rows - 2)
        let next = made == .concede ? "conceded" : "played: " + stage.card(made)
        grid.rule(area.titleRow, title: "\(stage.name(choices.side)) \(next)", caption: "of \(choices.legal.count)")
        let inner = Area(
            row: area.content.row, column: area.column, columns: area.columns, rows: area.content.rows)
        grid.choices(
            rows, side: choices.side, mode: record.header.mode, list: list, in: inner, position: stage.position,
            isFocused: index != nil)
        guard let index else { return }
        grid.rule(layout.card.titleRow, title: rows[index].name.capitalizedFirst)
        var lines = stage.cardLines(rows[index], width: layout.card.content.columns)
        if let words = record.words[ply + 1] {
            lines = Line.wrapping("“\(words)”", width: layout.card.content.columns, style: .strong) + lines
        }
        grid.lines(lines, in: layout.card.content)
    }

    private func drawEnd(_ layout: MatchLayout, _ grid: inout Grid) {
        let telling = Telling(record)
        let area = layout.choices
        grid.rule(area.titleRow, title: record.verdict == nil ? "Unfinished" : "Verdict")
        let text = telling.verdict ?? "The match stops here; Continue on the title goes on with it."
        let lines = ([text] + telling.grade + telling.horns + telling.predictions)
            .flatMap { Line.wrapping($0, width: area.content.columns) }
        grid.lines(lines, in: area.content)
        let rest = Array(lines.dropFirst(area.content.rows))
        grid.rule(layout.card.titleRow)
        grid.lines(rest, in: layout.card.content)
    }
}
