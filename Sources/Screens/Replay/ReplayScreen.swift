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
    /// Whether the position is shown, with its panes, and not how it is judged.
    private var showsBoard = false
    /// As far as the match is judged.
    private var judgement: Judgement
    /// The number of a step that is being typed.
    private var jump: TextField?
    private var isPlaying = false
    /// Whether the verdict lies under it, which waits for what its cruxes come to.
    private var isOverVerdict = false
    /// What all matches say, once that has been read for the explorer.
    private var survey: Survey?
    private var shown: MatchAtStep
    private var choices: Choices
    private var record: MatchRecord { shown.record }
    /// Things that have happened at the position shown.
    private var step: Int { shown.step }

    init(_ record: MatchRecord, path: String?, notice: String?, thresholds: Thresholds = Thresholds()) {
        self.path = path
        self.notice = notice
        shown = MatchAtStep(record, step: 0)
        judgement = Judgement(record, thresholds)
        choices = Choices(shown)
    }

    /// Stands at the end of a match just played.
    init(atTheEndOf record: MatchRecord, path: String?, trouble: String?) {
        self.init(record, path: path, notice: nil)
        self.trouble = trouble
        isOverVerdict = true
        step(to: shown.count)
    }

    var isTyping: Bool { jump != nil }

    var prompt: String? {
        jump.map { "To step (0 to \(shown.count)): \($0.text)   Enter go   Esc back" } ?? notice
    }

    private var isAtVerdict: Bool { shown.verdict != nil }

    var actions: [Offer] {
        let view = Offer(
            .nextPane, showsBoard ? "review" : "position", help: "the position with its panes, or the review")
        let mistake = Offer(.step, "next mistake", help: "the next move that is marked")
        let play = Offer(.pause, isPlaying ? "stop" : "play", help: "step through by itself, and stop")
        let bars =
            showsBoard
            ? [Offer(.ensemble, showsBars ? "no bars" : "bars")] : [Offer(.ensemble, help: "the position, with bars")]
        let back = [Offer(.left, "back")]
        let steps = [
            view, mistake, play, Offer(.first, "start"), Offer(.last, "end"), Offer(.jump), Offer(.copy, "copy"),
            Offer(.export, "export"),
        ]
        let ways = [
            Offer(.explore, "explore"), Offer(.quit, "leave"), Offer(.back), Offer(.down), Offer(.up), Offer(.zoom),
        ]
        if isAtVerdict { return [Offer(.accept, "verdict"), Offer(.right)] + back + steps + bars + ways }
        let on = shown.isLatest ? [] : [Offer(.right, "on"), Offer(.accept, help: "on")]
        return on + back + (showsBoard && !shown.isLatest ? [Offer(.more, "card")] : []) + steps + bars + ways
    }

    mutating func appear(_ size: Size) -> [Request] {
        shown.count == 0 ? [] : [.run(.judge(record, judgement.thresholds))]
    }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        switch answer {
        case .judged(let judgement): self.judgement = judgement
        case .surveyed(let survey) where !survey.isPartial: self.survey = survey
        case .waited where isPlaying:
            step(to: step + 1)
            isPlaying = !shown.isLatest
            return isPlaying ? [.run(.wait(Self.pace))] : []
        default: break
        }
        return []
    }

    /// Milliseconds for each step that is played through.
    private static let pace = 2500

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        guard var field = jump else { return [] }
        switch key {
        case .escape: jump = nil
        case .enter:
            jump = nil
            if let number = Int(field.text) { step(to: number) }
        default:
            _ = field.type(key)
            jump = field
        }
        return []
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .copied(let path): notice = Notice.copied(path)
        case .failed(let reason): notice = reason
        default: break
        }
        return []
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        let wasPlaying = isPlaying
        isPlaying = false
        switch action {
        case .pause where wasPlaying: return [.cancel(.wait)]
        case .pause:
            isPlaying = !shown.isLatest
            return isPlaying ? [.run(.wait(Self.pace))] : []
        case .step: stepToMistake()
        case .nextPane, .zoom: showsBoard.toggle()
        case .jump: jump = TextField()
        case .accept where isAtVerdict:
            return [.push(VerdictScreen(record, path: path, trouble: trouble, isReviewed: true))]
        case .copy: return record.copying(beside: path)
        case .export: return [.push(ExportScreen(record, path: path))]
        case .right, .down, .accept: step(to: step + 1)
        case .more: turnPage(size)
        case .ensemble:
            showsBars = !showsBoard || !showsBars
            showsBoard = true
        case .explore: return [.push(ExplorerScreen(shown.position, survey))]
        case .left, .up: step(to: step - 1)
        case .first: step(to: 0)
        case .last: step(to: shown.count)
        case .back, .quit:
            return [.cancel(.judge), .cancel(.wait)] + (isOverVerdict ? [.pop] : [.cancel(.cruxes), .pop])
        default: break
        }
        return []
    }

    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        pointer.kind == .click ? [] : act(pointer.kind == .wheelUp ? .left : .right, size)
    }

    /// To the next move that is marked, and from the last one to the first.
    private mutating func stepToMistake() {
        let marked = judgement.marked
        guard let next = marked.first(where: { $0 > step }) ?? marked.first else {
            notice = judgement.isFinished ? "No move is marked." : "No move is marked so far."
            return
        }
        step(to: next)
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
        guard showsBoard else { return ReviewView(shown: shown, judgement: judgement).draw(in: &grid) }
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
