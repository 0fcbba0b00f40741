import Archive
import Game
import Text

/// How a match is drawn.
extension MatchScreen {
    func draw(in grid: inout Grid) {
        let layout = layout(grid.size)
        defer { drawStatus(in: &grid) }
        guard !isZoomed else {
            grid.header(shown)
            grid.meters(shown, row: 2)
            drawPane(focus, in: MatchLayout.body(grid.size), &grid)
            if entry?.isSpeech == true { drawEntry(in: layout.entry, &grid) }
            return
        }
        grid.frame(shown, layout)
        if let corpus = layout.corpus {
            drawPane(.exchange, in: layout.exchange, &grid)
            drawPane(.corpus, in: corpus, &grid)
        } else {
            drawPane(focus == .corpus ? .corpus : .exchange, in: layout.exchange, &grid)
        }
        drawPane(.choices, in: layout.choices, &grid)
        drawPane(.card, in: layout.card, &grid)
        if entry?.isSpeech == true {
            drawEntry(in: layout.entry, &grid)
        } else if let words = layout.words {
            drawWords(in: words, &grid)
        }
    }

    /// Over the left of the line under the header, where it hides nothing.
    private func drawStatus(in grid: inout Grid) {
        let playing = showsEvaluation ? evaluation?.text ?? "working out what best play comes to" : nil
        let title = [watchText, playing, tutorText].compactMap { $0 }.joined(separator: "; ")
        let row = Area(row: 1, column: 0, columns: grid.size.columns, rows: 1)
        var caption = thinkingText ?? (isWatched ? "" : shown.turnCaption)
        if title.columns + caption.columns + 9 > row.columns { caption = title.isEmpty ? caption : "" }
        grid.rule(row, title: title, caption: caption)
    }

    private func drawPane(_ pane: Pane, in area: Area, _ grid: inout Grid) {
        switch pane {
        case .choices: drawChoices(in: area, &grid)
        case .card: drawCard(in: area, &grid)
        case .exchange:
            grid.tail(
                shown.exchangeLines(width: area.content.columns), title: "Exchange", in: area,
                scrolledBack: scrolledBack, isFocused: focus == pane)
        case .corpus:
            grid.tail(
                shown.corpusLines(width: area.content.columns), title: "Corpus", caption: shown.corpusCaption,
                in: area, scrolledBack: scrolledBack, isFocused: focus == pane)
        }
    }

    private func drawChoices(in area: Area, _ grid: inout Grid) {
        let cards = sideToMove == .divergence ? "claims" : "answers"
        let owner = record.player(sideToMove).isHuman ? "Your" : shown.name(sideToMove).clipped(24) + "'s"
        let possible = rows.filter(\.isLegal).count
        let total = choices.legal.count + choices.barred.count
        var caption = order.title(sideToMove)
        if !filter.isEmpty { caption = "with “\(filter)”, " + caption }
        grid.rule(
            area.titleRow, title: "\(owner) \(cards): \(possible) of \(total)", caption: caption,
            isFocused: focus == .choices)
        let content = area.content
        let inner = Area(
            row: content.row, column: area.column, columns: area.columns, rows: content.rows)
        grid.choices(
            rows, side: sideToMove, mode: record.header.mode, list: list, in: inner, position: record.position,
            isFocused: focus == .choices)
        let free = inner.rows - 1 - rows.count
        if rows.isEmpty {
            grid.put("No card has these letters; Esc shows all.", row: inner.row + 1, column: inner.column + 2)
        }
        if entry == .filter || entry == .path {
            let row = inner.row + inner.rows - 1
            grid.fill(" ", row: row, columns: inner.column..<(inner.column + inner.columns))
            let label = entry == .filter ? "/" : "Save as "
            let start = grid.put(label, row: row, column: inner.column + 1, style: .strong)
            let room = inner.column + inner.columns - 1 - start
            field.draw(in: &grid, Area(row: row, column: start, columns: room, rows: 1))
        } else if free > 0, !showsBarred, filter.isEmpty, !choices.barred.isEmpty {
            let text = "\(choices.barred.count) cannot be had: u says why"
            grid.put(text, row: inner.row + inner.rows - 1, column: inner.column + 2, style: .faint)
        }
    }

    private func drawCard(in area: Area, _ grid: inout Grid) {
        guard let selected else {
            grid.rule(area.titleRow, title: "Card", isFocused: focus == .card)
            return
        }
        let content = cardArea(grid.size)
        if content.row > area.content.row {
            let said = area.content
            grid.put("“\(draft)”", row: said.row, column: said.column, style: .strong, width: said.columns)
        }
        let lines = shown.cardLines(selected, width: content.columns)
        grid.rule(
            area.titleRow, title: selected.name.capitalizedFirst,
            caption: card.pageCaption(count: lines.count, rows: content.rows), isFocused: focus == .card)
        grid.lines(lines, in: content, from: card.top)
        if focus == .card { grid.cursor = (area.row, area.column) }
    }

    private func drawWords(in area: Area, _ grid: inout Grid) {
        grid.rule(area.titleRow, title: "Your words")
        let content = area.content
        if draft.isEmpty {
            grid.put("w writes what you say with the move", row: content.row, column: content.column, style: .faint)
        } else {
            grid.paragraph("“\(draft)”", in: content)
        }
    }

    private func drawEntry(in area: Area, _ grid: inout Grid) {
        for row in area.row..<(area.row + area.rows) {
            grid.fill(" ", row: row, columns: area.column..<(area.column + area.columns))
        }
        let mover = shown.name(sideToMove.opponent)
        let title = entry == .words ? "Your words" : "What \(shown.name(sideToMove)) objects to \(mover)'s last move"
        grid.rule(area.titleRow, title: title, caption: "\(field.characters.count) of \(field.limit)", isFocused: true)
        field.draw(in: &grid, area.content)
    }
}
