import Play
import Game
import Review

/// A saved match, stepped through move by move with the position as it stood.
struct ReplayScreen: Screen {
    private let path: String?
    private let notice: String?
    /// The first line of the card, or of the verdict at the end, that is shown.
    private var scroll = ScrollState()
    private var shown: MatchAtPly
    private var choices: Choices
    private var record: MatchRecord { shown.record }
    /// Moves made at the position shown.
    private var ply: Int { shown.ply }

    init(_ record: MatchRecord, path: String?, notice: String?) {
        self.path = path
        self.notice = notice
        shown = MatchAtPly(record, ply: 0)
        choices = Choices(shown)
    }

    var prompt: String? { ply == 0 ? notice : nil }

    var actions: [Offer] {
        [
            Offer(.right, "on"), Offer(.left, "back"), Offer(.first, "start"), Offer(.last, "end"),
            Offer(.more, "card"), Offer(.quit, "leave"), Offer(.back), Offer(.accept), Offer(.down), Offer(.up),
        ]
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        switch action {
        case .right, .down, .accept: step(to: ply + 1)
        case .more: turnPage(size)
        case .left, .up: step(to: ply - 1)
        case .first: step(to: 0)
        case .last: step(to: record.match.plies.count)
        case .back, .quit: return [.pop]
        default: break
        }
        return []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .left : .right, size)
    }

    private mutating func step(to target: Int) {
        let next = max(0, min(target, record.match.plies.count))
        guard next != ply else { return }
        scroll = ScrollState()
        shown = MatchAtPly(record, ply: next)
        choices = Choices(shown)
    }

    /// The move made from the position shown; `nil` at the end.
    private var made: Move? {
        record.match.moves.indices.contains(ply) ? record.match.moves[ply] : nil
    }

    func draw(in grid: inout Grid) {
        let layout = MatchLayout(grid.size)
        grid.frame(shown, layout)
        guard made != nil || layout.corpus != nil else {
            drawEnd(in: endArea(layout), &grid)
            return
        }
        grid.tail(
            shown.exchangeLines(width: layout.exchange.content.columns), title: "Exchange",
            caption: "\(ply) of \(record.match.plies.count)", in: layout.exchange)
        if let corpus = layout.corpus {
            grid.tail(
                shown.corpusLines(width: corpus.content.columns), title: "Corpus",
                caption: shown.corpusCaption, in: corpus)
        }
        drawChoices(layout, &grid)
        grid.cursor = (layout.exchange.row, 0)
    }

    /// What could be played there, with the marker on what was.
    private func drawChoices(_ layout: MatchLayout, _ grid: inout Grid) {
        let area = layout.choices
        guard let made else {
            drawEnd(in: endArea(layout), &grid)
            return
        }
        let rows = choices.rows()
        let index = rows.firstIndex { $0.prospect.move == made }
        var list = ListState()
        list.select(index ?? 0, count: rows.count, visible: area.rows - 2)
        let next = made == .concede ? "conceded" : "played: " + shown.card(made)
        grid.rule(area.titleRow, title: "\(shown.name(choices.side)) \(next)", caption: "one of \(choices.legal.count)")
        grid.choices(rows, of: shown, list: list, in: area.rowsUnderTitle, isFocused: index != nil)
        guard index != nil else { return }
        let lines = cardLines(width: layout.card.content.columns)
        let caption = scroll.pageCaption(count: lines.count, rows: layout.card.content.rows)
        grid.rule(layout.card.titleRow, title: shown.card(made), caption: caption)
        grid.lines(lines, in: layout.card.content, from: scroll.top)
    }

    /// What was said with the move that was made, and its card.
    private func cardLines(width: Int) -> [Line] {
        guard let made, let choice = choices.legal.first(where: { $0.prospect.move == made }) else { return [] }
        let words = record.words(with: ply + 1).map { Line.wrapping("“\($0)”", width: width, style: .strong) }
        return (words ?? []) + shown.cardLines(choice, width: width)
    }

    private func endLines(width: Int) -> [Line] {
        let narration = Narration(record)
        let text = narration.verdict ?? "The match stops here; Continue on the title goes on with it."
        return ([text] + narration.strains + narration.grade + narration.horns + narration.closings + narration.predictions)
            .flatMap { Line.wrapping($0, width: width) }
    }

    /// The end takes the place of the exchange, the choices and the card, or of a whole column.
    private func endArea(_ layout: MatchLayout) -> Area {
        var area = layout.corpus == nil ? layout.exchange : layout.choices
        area.rows = layout.card.row + layout.card.rows - area.row
        return area
    }

    private func drawEnd(in area: Area, _ grid: inout Grid) {
        let lines = endLines(width: area.content.columns)
        let more = lines.count > area.content.rows ? "Space more" : ""
        grid.rule(area.titleRow, title: record.verdict == nil ? "Unfinished" : "Verdict", caption: more)
        grid.lines(lines, in: area.content, from: scroll.top)
        grid.cursor = (area.row, area.column)
    }

    private mutating func turnPage(_ size: Size) {
        let layout = MatchLayout(size)
        let content = (made == nil ? endArea(layout) : layout.card).content
        let count = made == nil ? endLines(width: content.columns).count : cardLines(width: content.columns).count
        scroll.turnPage(count: count, rows: content.rows)
    }
}
