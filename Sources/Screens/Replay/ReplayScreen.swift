import Play
import Game
import Review
import Text

/// A saved match, stepped through move by move with the position as it stood.
struct ReplayScreen: Screen {
    private let path: String?
    /// Why the match is only in memory; `nil` where it is in the file.
    private var trouble: String?
    private var notice: String?
    /// The first line of the card that is shown.
    private var scroll = ScrollState()
    private var showsBars = false
    /// Whether the verdict lies under it, which waits for what its cruxes come to.
    private var isOverVerdict = false
    /// What all matches say, once that has been read for the explorer.
    private var survey: Survey?
    private var shown: MatchAtStep
    private var choices: Choices
    private var record: MatchRecord { shown.record }
    /// Things that have happened at the position shown.
    private var step: Int { shown.step }

    init(_ record: MatchRecord, path: String?, notice: String?) {
        self.path = path
        self.notice = notice
        shown = MatchAtStep(record, step: 0)
        choices = Choices(shown)
    }

    /// Stands at the end of a match just played.
    init(atTheEndOf record: MatchRecord, path: String?, trouble: String?) {
        self.init(record, path: path, notice: nil)
        self.trouble = trouble
        isOverVerdict = true
        step(to: shown.count)
    }

    var prompt: String? { notice }

    private var isAtVerdict: Bool { shown.verdict != nil }

    var actions: [Offer] {
        let steps = [Offer(.left, "back"), Offer(.first, "start"), Offer(.last, "end"), Offer(.copy, "copy as text")]
        let bars = Offer(.ensemble, showsBars ? "no bars" : "bars")
        let ways = [bars, Offer(.explore, "explore"), Offer(.quit, "leave"), Offer(.back), Offer(.down), Offer(.up)]
        return isAtVerdict
            ? [Offer(.accept, "verdict"), Offer(.right)] + steps + ways
            : (shown.isLatest ? [] : [Offer(.right, "on"), Offer(.accept, help: "on"), Offer(.more, "card")]) + steps
                + ways
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .copied(let path): notice = Notice.copied(path)
        case .failed(let reason): notice = reason
        default: break
        }
        return []
    }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        if case .surveyed(let survey) = answer, !survey.isPartial { self.survey = survey }
        return []
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        switch action {
        case .accept where isAtVerdict:
            return [.push(VerdictScreen(record, path: path, trouble: trouble, isReviewed: true))]
        case .copy: return record.copying(beside: path)
        case .right, .down, .accept: step(to: step + 1)
        case .more: turnPage(size)
        case .ensemble: showsBars.toggle()
        case .explore: return [.push(ExplorerScreen(shown.position, survey))]
        case .left, .up: step(to: step - 1)
        case .first: step(to: 0)
        case .last: step(to: shown.count)
        case .back, .quit: return isOverVerdict ? [.pop] : [.cancel(.cruxes), .pop]
        default: break
        }
        return []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .left : .right, size)
    }

    private mutating func step(to target: Int) {
        let next = max(0, min(target, shown.count))
        guard next != step else { return }
        scroll = ScrollState()
        shown = MatchAtStep(record, step: next)
        choices = Choices(shown)
    }

    /// The move made from the position shown; `nil` at the end.
    private var made: Move? { shown.made }

    private func layout(_ size: Size) -> MatchLayout {
        MatchLayout(size, shown.isLatest ? .ending : .choosing, showsBars: showsBars)
    }

    func draw(in grid: inout Grid) {
        let layout = layout(grid.size)
        grid.frame(shown, layout)
        let bars = showsBars ? layout.bars ?? layout.corpus ?? layout.exchange : nil
        if bars != layout.exchange {
            grid.tail(
                shown.exchangeLines(width: layout.exchange.content.columns), title: "Exchange",
                caption: "\(step) of \(shown.count)", in: layout.exchange)
        }
        if let corpus = layout.corpus, bars != corpus {
            grid.tail(
                shown.corpusLines(width: corpus.content.columns), title: "Corpus",
                caption: shown.corpusCaption, in: corpus)
        }
        if let bars { grid.ensemble(EnsemblePane(shown.position), in: bars) }
        if let made {
            drawChoices(layout, made, &grid)
        } else if let ruling = shown.next?.ruling {
            grid.settled(ruling, of: shown, in: layout.choices)
            grid.rule(layout.card.titleRow)
        } else {
            grid.ending(shown, in: layout.card)
        }
        grid.cursor = (layout.exchange.row, 0)
    }

    /// What could be played there, with the marker on what was.
    private func drawChoices(_ layout: MatchLayout, _ made: Move, _ grid: inout Grid) {
        let area = layout.choices
        let rows = choices.rows()
        let index = rows.firstIndex { $0.prospect.move == made }
        var list = ListState()
        list.select(index ?? 0, count: rows.count, visible: area.rows - 2)
        guard made != .concede else {
            return grid.rule(area.titleRow, title: "\(shown.name(choices.side)) conceded here")
        }
        grid.rule(
            area.titleRow, title: "\(shown.name(choices.side)) played: \(shown.card(made))",
            caption: "one of \(choices.legal.count)")
        grid.choices(rows, of: shown, list: list, in: area.rowsUnderTitle, isFocused: index != nil)
        guard let index else { return }
        let lines = cardLines(width: layout.card.content.columns)
        let page = scroll.pageCaption(count: lines.count, rows: layout.card.content.rows)
        let caption = shown.cardCaption(rows[index], page: page)
        grid.rule(layout.card.titleRow, title: rows[index].title.capitalizedFirst, caption: caption)
        grid.lines(lines, in: layout.card.content, from: scroll.top)
    }

    /// What was said with the move that was made, and its card.
    private func cardLines(width: Int) -> [Line] {
        guard case .move(let said) = shown.next,
            let choice = choices.legal.first(where: { $0.prospect.move == said.prospect.move })
        else { return [] }
        let words = said.words.map { Line.wrapping("“\($0)”", width: width, style: .strong) }
        return (words ?? []) + shown.cardLines(choice, width: width)
    }

    private mutating func turnPage(_ size: Size) {
        let content = layout(size).card.content
        guard made != nil else { return }
        scroll.turnPage(count: cardLines(width: content.columns).count, rows: content.rows)
    }
}
