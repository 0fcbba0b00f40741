import Archive
import Game

/// What the keys do in a match.
extension MatchScreen {
    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        switch action {
        case .accept: return accept()
        case .words: begin(.words, draft)
        case .object: begin(.objection, record.objections[record.match.moves.count] ?? "")
        case .filter: begin(.filter, filter)
        case .saveElsewhere: begin(.path, "")
        case .whyNot:
            changeList(size) { $0.showsBarred.toggle() }
            let firstBarred = rows.firstIndex { !$0.isLegal } ?? 0
            if showsBarred { list.select(firstBarred, count: rows.count, visible: visibleChoices(size)) }
        case .sort: changeList(size) { $0.order = SortOrder.allCases.after($0.order) }
        case .nextPane: focus = Pane.allCases.after(focus)
        case .previousPane: focus = Pane.allCases.reversed().after(focus)
        case .zoom:
            isZoomed.toggle()
            resized(to: size)
        case .more: turnPage(size)
        case .evaluate:
            showsEvaluation.toggle()
            guard showsEvaluation else { return [.effect(.stopEvaluating)] }
            return evaluation == nil ? [.effect(.evaluate(record))] : []
        case .hint: return hint(size)
        case .tutor: return toggleTutor()
        case .hurry: return [.effect(.hurry)]
        case .pause: return togglePause()
        case .step: return comeDue()
        case .faster: return changePace(by: 1)
        case .slower: return changePace(by: -1)
        case .terms: return [.push(TermsScreen(shown.ruleset.glossary, about: selectedText))]
        case .back: cancel(size)
        case .undo: return takeBack()
        case .adjudicate: return askToStop()
        case .concede: question = .concede
        case .quit: return leave()
        default: move(action, size)
        }
        return []
    }

    /// All that is written on the selected card.
    private var selectedText: String {
        selected.map { shown.cardLines($0, width: 1000).map(\.text).joined(separator: "\n") } ?? ""
    }

    /// A click selects and focuses, it never makes a move; the wheel scrolls the pane it is over.
    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        guard !isTyping, let (pane, area) = pane(under: pointer, size) else { return [] }
        notice = nil
        if pointer.kind == .click {
            focus = pane
            let index = list.top + pointer.row - area.content.row - 1
            if pane == .choices, pointer.row > area.content.row, rows.indices.contains(index) {
                card = ScrollState()
                list.select(index, count: rows.count, visible: visibleChoices(size))
            }
        } else if !isZoomed || pane == focus {
            let before = focus
            focus = pane
            for _ in 0..<3 { move(pointer.kind == .wheelUp ? .up : .down, size) }
            focus = before
        }
        return []
    }

    private func pane(under pointer: Pointer, _ size: Size) -> (Pane, Area)? {
        guard !isZoomed else { return (focus, MatchLayout.body(size)) }
        let layout = layout(size)
        let back: Pane = layout.corpus == nil && focus == .corpus ? .corpus : .exchange
        let panes =
            [(Pane.choices, layout.choices), (.card, layout.card), (back, layout.exchange)]
            + (layout.corpus.map { [(.corpus, $0)] } ?? [])
        return panes.first { $0.1.contains(pointer) }
    }

    private mutating func begin(_ entry: Entry, _ text: String) {
        self.entry = entry
        field = TextField(
            text, limit: entry.isSpeech ? MatchScreen.speechLimit : 400, allowsLines: entry.isSpeech)
    }

    private mutating func accept() -> [Request] {
        // A move is made only with the list in view and in focus.
        guard focus == .choices else {
            focus = .choices
            isZoomed = false
            return []
        }
        guard isPersonsTurn else {
            notice = isWatched ? "The bots play by themselves." : "It is not your turn."
            return []
        }
        guard let selected else {
            notice = "No card matches the filter; Esc shows all."
            return []
        }
        guard selected.isLegal else {
            notice = "Not now: " + selected.objections.joined(separator: "; ") + "."
            return []
        }
        guard !questions(selected.prospect.move) else {
            question = .throwAwayWin(selected.prospect.move)
            return []
        }
        return make(selected.prospect.move)
    }

    /// A move of somebody at the keyboard, with the words that wait for it.
    mutating func make(_ move: Move) -> [Request] {
        let ply = record.match.moves.count + 1
        var events = [MatchEvent.move(ply: ply, record.match.ruleset.notation(of: move))]
        if !draft.isEmpty { events.append(.words(ply: ply, draft)) }
        let requests = journal(events)
        if !requests.isEmpty { draft = "" }
        return requests
    }

    private mutating func move(_ action: Action, _ size: Size) {
        switch focus {
        case .choices:
            card = ScrollState()
            _ = list.act(action, count: rows.count, visible: visibleChoices(size))
        case .card:
            let area = cardArea(size)
            _ = card.act(action, count: cardCount(columns: area.columns), rows: area.rows)
        case .exchange, .corpus:
            scrolledBack = max(0, scrolledBack - lines(action, page: 5))
        }
    }

    /// How many lines an action scrolls; negative is towards the top.
    private func lines(_ action: Action, page: Int) -> Int {
        switch action {
        case .up: -1
        case .down: 1
        case .pageUp: -max(1, page)
        case .pageDown: max(1, page)
        case .first: -10_000
        case .last: 10_000
        default: 0
        }
    }

    /// Where the card's lines lie: under its title, and under the words that wait for the move.
    func cardArea(_ size: Size) -> Area {
        let layout = layout(size)
        var area = (isZoomed && focus == .card ? MatchLayout.body(size) : layout.card).content
        if !draft.isEmpty, layout.words == nil { _ = area.takeTop(1) }
        return area
    }

    private func cardCount(columns: Int) -> Int {
        selected.map { shown.cardLines($0, width: columns).count } ?? 0
    }

    private mutating func turnPage(_ size: Size) {
        let area = cardArea(size)
        card.turnPage(count: cardCount(columns: area.columns), rows: area.rows)
    }

    private mutating func cancel(_ size: Size) {
        if isZoomed {
            isZoomed = false
            resized(to: size)
        } else if focus != .choices {
            focus = .choices
        } else if !filter.isEmpty || showsBarred {
            changeList(size) {
                $0.filter = ""
                $0.showsBarred = false
            }
        }
    }

    /// One ply between two people, if the other agrees; against a bot, back to one's own last turn.
    private mutating func takeBack() -> [Request] {
        guard let plies = record.pliesToTakeBack else {
            notice = "There is no move of yours to take back."
            return []
        }
        guard Side.allCases.allSatisfy({ record.player($0).isHuman }) else {
            notice = "Taken back."
            let words = record.words[record.match.moves.count - plies + 1]
            if draft.isEmpty, let words { draft = words }
            return journal([.undo(plies: plies)])
        }
        question = .takeBack
        return []
    }

    /// Another person is asked; a bot that agrees does so because it does not lose, so one had better be sure.
    private mutating func askToStop() -> [Request] {
        guard !record.player(sideToMove.opponent).isHuman else { return journal([.adjudicationAsked(sideToMove)]) }
        question = .stop
        return []
    }

    private mutating func leave() -> [Request] {
        guard trouble == nil else {
            question = .leaveUnsaved
            return []
        }
        return [.effect(.close), .enter(TitleScreen())]
    }
}

extension Sequence where Element: Equatable {
    /// The element after one of them, the first after the last.
    func after(_ element: Element) -> Element {
        var isNext = false
        for candidate in self {
            if isNext { return candidate }
            isNext = candidate == element
        }
        return first { _ in true } ?? element
    }
}
