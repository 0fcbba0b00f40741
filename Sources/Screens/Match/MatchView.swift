import Game
import Play
import Review
import Text

/// How a match is drawn.
extension MatchScreen {
    func draw(in grid: inout Grid) {
        let layout = layout(grid.size)
        let considered = purpose(grid.size) == .choosing ? cards.selected?.prospect : nil
        if panes.isZoomed {
            grid.header(shown)
            grid.meters(shown, considering: considered)
        } else {
            grid.frame(shown, layout, considering: considered)
            if purpose(grid.size) == .ending {
                grid.ending(shown, asksFirst: session.awaitsPersonsAcceptance, in: layout.card)
            }
        }
        for (pane, area) in panesInView(grid.size) { drawPane(pane, in: area, &grid) }
        if let advice = tutor.advice { grid.advice(advice, in: layout.card) }
        if let input = overlay?.input, !input.isSpeech { input.drawLine(in: lineArea(grid.size), &grid) }
        drawSpeech(in: layout.entry, &grid)
        drawStatus(in: &grid)
    }

    /// The panes that can be seen, and where they lie; where the corpus has no room of its own, it takes the
    /// exchange's as long as it has the focus.
    func panesInView(_ size: Size) -> [(pane: Pane, area: Area)] {
        let focus = focus(size)
        guard !panes.isZoomed else { return [(focus, MatchLayout.body(size))] }
        let layout = layout(size)
        let history: [(Pane, Area)] =
            if let corpus = layout.corpus {
                [(.exchange, layout.exchange), (.corpus, corpus)]
            } else {
                [(focus == .corpus ? .corpus : .exchange, layout.exchange)]
            }
        guard purpose(size) == .choosing else { return history }
        return history + [(.choices, layout.choices), (.card, layout.card)]
    }

    /// Where a line of text is typed: at the foot of the cards, or of whatever is in view.
    private func lineArea(_ size: Size) -> Area {
        panesInView(size).first { $0.pane == .choices }?.area.rowsUnderTitle ?? MatchLayout.body(size)
    }

    /// Over the left of the line under the header, where it hides nothing.
    private func drawStatus(in grid: inout Grid) {
        let title = [watchText, bestPlay.text, tutorText].compactMap { $0 }.joined(separator: "; ")
        let row = Area(row: 1, column: 0, columns: grid.size.columns, rows: 1)
        var caption = thinkingText ?? (isWatched ? "" : shown.turnCaption)
        if title.columns + caption.columns + 9 > row.columns { caption = title.isEmpty ? caption : "" }
        grid.rule(row, title: title, caption: caption)
    }

    private func drawPane(_ pane: Pane, in area: Area, _ grid: inout Grid) {
        let isFocused = focus(grid.size) == pane
        switch pane {
        case .choices: drawChoices(in: area, &grid)
        case .card: drawCard(in: area, &grid)
        case .exchange:
            grid.tail(
                shown.exchangeLines(width: area.content.columns), title: "Exchange", in: area,
                scrolledBack: panes.scrolledBack, isFocused: isFocused)
        case .corpus:
            grid.tail(
                shown.corpusLines(width: area.content.columns), title: "Corpus", caption: shown.corpusCaption,
                in: area, scrolledBack: panes.scrolledBack, isFocused: isFocused)
        }
    }

    private func drawChoices(in area: Area, _ grid: inout Grid) {
        let noun = sideToMove == .divergence ? "claims" : "answers"
        let owner = record.player(sideToMove).isHuman ? "Your" : shown.name(sideToMove).clipped(24) + "'s"
        let possible = cards.rows.filter(\.isLegal).count
        let total = cards.choices.legal.count + cards.choices.barred.count
        let fresh = "\(shown.position.proposalsLeft) fresh left"
        let whose = sideToMove == .divergence ? "" : shown.name(.divergence).clipped(14) + ": "
        var caption = whose + fresh + ", " + (cards.order.title(sideToMove) ?? "")
        if !cards.filter.isEmpty { caption = "with “\(cards.filter)”, " + caption }
        grid.rule(
            area.titleRow, title: "\(owner) \(noun): \(possible) of \(total)", caption: caption,
            isFocused: panes.focus == .choices)
        let inner = area.rowsUnderTitle
        grid.choices(cards.rows, of: shown, list: cards.list, in: inner, isFocused: panes.focus == .choices)
        if cards.rows.isEmpty {
            grid.put("No card has these letters; Esc shows all.", row: inner.row + 1, column: inner.column + 2)
        }
        let barred = cards.choices.barred.count
        let isWhole = !cards.showsBarred && cards.filter.isEmpty
        if inner.rows - 1 > cards.rows.count, isWhole, barred > 0 {
            let text = "\(barred) cannot be had: u says why"
            grid.put(text, row: inner.row + inner.rows - 1, column: inner.column + 2, style: .faint)
        }
    }

    private func drawCard(in area: Area, _ grid: inout Grid) {
        guard let selected = cards.selected else {
            grid.rule(area.titleRow, title: "Card", isFocused: panes.focus == .card)
            return
        }
        let content = cardArea(grid.size)
        if content.row > area.content.row {
            let said = area.content
            grid.put("“\(draft)”", row: said.row, column: said.column, style: .strong, width: said.columns)
        }
        let lines = shown.cardLines(selected, width: content.columns)
        let page = cards.card.pageCaption(count: lines.count, rows: content.rows)
        let caption = shown.cardCaption(selected, page: page)
        grid.rule(
            area.titleRow, title: selected.title.capitalizedFirst, caption: caption, isFocused: panes.focus == .card)
        grid.lines(lines, in: content, from: cards.card.top)
        if panes.focus == .card { grid.cursor = (area.row, area.column) }
    }

    private func drawSpeech(in area: Area, _ grid: inout Grid) {
        guard let input = overlay?.input, input.isSpeech else { return }
        let mover = shown.name(sideToMove.opponent)
        let objecting = "What \(shown.name(sideToMove)) objects to \(mover)'s last move"
        input.drawSpeech(input.kind == .words ? "Your words" : objecting, in: area, &grid)
    }
}
