import Game
import Play
import Review

/// What the keys do in a match.
extension MatchScreen {
    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        tutor.advice = nil
        if session.awaiting == .nothing, let requests = leaveTheEnd(action) { return requests }
        if purpose(size) != .choosing, [.filter, .sort, .whyNot, .more].contains(action) {
            notice = "There is nothing to choose now."
            return []
        }
        switch action {
        case .accept: return accept(size)
        case .words: overlay = .input(TextInput(.words, draft))
        case .object: overlay = .input(TextInput(.objection, record.objection(to: record.match.plies.count) ?? ""))
        case .filter:
            changeCards(size) { $0.filter = "" }
            overlay = .input(TextInput(.filter))
        case .saveElsewhere: overlay = .input(TextInput(.path))
        case .whyNot: cards.toggleBarred(visible: visibleCards(size))
        case .sort: changeCards(size) { $0.order = $0.order.next(for: $0.choices.side) }
        case .nextPane: panes.focus = panesToFocus(size).after(focus(size))
        case .previousPane: panes.focus = panesToFocus(size).reversed().after(focus(size))
        case .zoom:
            panes.isZoomed.toggle()
            cards.card = ScrollState()
            resized(to: size)
        case .more: turnPage(size)
        case .ensemble: toggleBars(size)
        case .evaluate: return bestPlay.toggle(record)
        case .hint: return hint(size)
        case .tutor: return toggleTutor()
        case .hurry: return [.hurry(.answer)]
        case .pause: return togglePause()
        case .step: return comeDue()
        case .faster: return changePace(by: 1)
        case .slower: return changePace(by: -1)
        case .terms:
            return [.push(TermsScreen(shown.ruleset.glossary, features: shown.ruleset.features, about: selectedText))]
        case .back: cancel(size)
        case .dispute: return dispute()
        case .coin: return coin()
        case .undo: return takeBack()
        case .adjudicate: return askToStop()
        case .concede: ask(.concede)
        case .predict: return [.push(PredictionScreen(record))]
        case .quit: return leave()
        default: move(action, size)
        }
        return []
    }

    /// What leads from the end to the verdict, so that no key meant for the board loses it.
    private func leaveTheEnd(_ action: Action) -> [Request]? {
        switch action {
        case .accept, .back, .quit: [.enter(verdict)]
        case .copy: record.copying(beside: path)
        default: nil
        }
    }

    private mutating func dispute() -> [Request] {
        if let obstacle = session.obstacleToDispute {
            notice = obstacle
            return []
        }
        return [.push(DisputeScreen(session))]
    }

    private mutating func coin() -> [Request] {
        if let obstacle = session.obstacleToCoin {
            notice = obstacle
            return []
        }
        return [.push(CoinScreen(session))]
    }

    private mutating func ask(_ question: Question.Kind) {
        overlay = .question(Question(question, in: self))
    }

    /// All that is written on the selected card.
    private var selectedText: String {
        cards.selected.map { shown.cardLines($0, width: 1000).map(\.text).joined(separator: "\n") } ?? ""
    }

    /// A click selects and focuses, it never makes a move; the wheel scrolls the pane it is over.
    mutating func point(_ pointer: Pointer, _ size: Size) -> [Request] {
        let pointed = panesInView(size).first { panes.isZoomed || $0.area.contains(pointer) }
        guard !isTyping, let (pane, area) = pointed else { return [] }
        notice = nil
        tutor.advice = nil
        if pointer.kind == .click {
            panes.focus = pane
            let index = cards.list.top + pointer.row - area.content.row - 1
            if pane == .choices, pointer.row > area.content.row, cards.rows.indices.contains(index) {
                cards.select(index, visible: visibleCards(size))
            }
        } else if !panes.isZoomed || pane == focus(size) {
            let before = panes.focus
            panes.focus = pane
            for _ in 0..<3 { move(pointer.kind == .wheelUp ? .up : .down, size) }
            panes.focus = before
        }
        return []
    }

    private mutating func accept(_ size: Size) -> [Request] {
        // A move is made only with the list in view and in focus.
        guard purpose(size) != .choosing || panes.focus == .choices else {
            panes.showCards()
            return []
        }
        if session.awaitsPersonsAcceptance { return journal(session.closing) }
        guard isPersonsTurn else {
            notice = "It is not your turn."
            return []
        }
        guard let selected = cards.selected else {
            notice = "No card matches the filter; Esc shows all."
            return []
        }
        guard selected.isLegal else {
            notice = "Not now: " + selected.objections.joined(separator: "; ") + "."
            return []
        }
        guard !questions(selected.prospect.move) else {
            ask(.throwAwayWin(selected.prospect.move))
            return []
        }
        return make(selected.prospect.move)
    }

    /// A move of somebody at the keyboard, with the words that wait for it.
    mutating func make(_ move: Move) -> [Request] {
        let requests = journal(session.moving(move, saying: draft))
        guard !requests.isEmpty, !draft.isEmpty else { return requests }
        return requests + keepDraft("", of: session.writer)
    }

    /// The words that wait for the next move of whoever is at the keyboard.
    var draft: String { drafts.words(of: session.writer, in: record) }

    /// Keeps what somebody at the keyboard has written for the next move, even if the match is left before.
    mutating func keepDraft(_ words: String, of side: Side) -> [Request] {
        drafts.keep(words, of: side, in: record)
        return [.effect(.keepDrafts(drafts, of: record))]
    }

    private mutating func move(_ action: Action, _ size: Size) {
        switch focus(size) {
        case .choices: cards.act(action, visible: visibleCards(size))
        case .card:
            let area = cardArea(size)
            _ = cards.card.act(action, count: cardCount(columns: area.columns), rows: area.rows)
        case .ensemble:
            let area = panesInView(size).first { $0.pane == .ensemble }?.area ?? .none
            let count = EnsemblePane(shown.position).count
            _ = panes.bars.act(action, count: count, rows: EnsemblePane.rows(in: area))
        case .exchange, .corpus:
            panes.scrolledBack = max(0, panes.scrolledBack - lines(action))
        }
    }

    /// How many lines an action scrolls; negative is towards the top.
    private func lines(_ action: Action) -> Int {
        switch action {
        case .up: -1
        case .down: 1
        case .pageUp: -5
        case .pageDown: 5
        case .first: -10_000
        case .last: 10_000
        default: 0
        }
    }

    /// Where the card's lines lie: under its title, and under the words that wait for the move.
    func cardArea(_ size: Size) -> Area {
        let layout = layout(size)
        var area = (panes.isZoomed && panes.focus == .card ? MatchLayout.body(size) : layout.card).content
        if !draft.isEmpty { _ = area.takeTop(1) }
        return area
    }

    private func cardCount(columns: Int) -> Int {
        cards.selected.map { shown.cardLines($0, width: columns).count } ?? 0
    }

    private mutating func turnPage(_ size: Size) {
        let area = cardArea(size)
        cards.card.turnPage(count: cardCount(columns: area.columns), rows: area.rows)
    }

    /// Shows the bars, with the focus where they would else be hidden; or not any more.
    private mutating func toggleBars(_ size: Size) {
        panes.showsBars.toggle()
        panes.bars = ScrollState()
        if panes.showsBars, panes.isZoomed || purpose(size) != .choosing {
            panes.focus = .ensemble
        } else if panes.focus == .ensemble {
            panes.showCards()
        }
        resized(to: size)
    }

    private mutating func cancel(_ size: Size) {
        if !cards.filter.isEmpty || cards.showsBarred {
            changeCards(size) {
                $0.filter = ""
                $0.showsBarred = false
            }
        } else if panes.isZoomed {
            panes.isZoomed = false
            resized(to: size)
        } else {
            panes.focus = .choices
        }
    }

    private mutating func takeBack() -> [Request] {
        guard let takeBack = session.takeBack else {
            notice = "There is no move of yours to take back."
            return []
        }
        guard takeBack.consent == nil else {
            ask(.takeBack(takeBack))
            return []
        }
        notice = "Taken back."
        return self.takeBack(takeBack)
    }

    /// What was said with the move comes back to who said it, unless that side has written something else.
    mutating func takeBack(_ takeBack: Session.TakeBack) -> [Request] {
        let requests = journal(takeBack.entries)
        guard !requests.isEmpty, let (words, side) = record.wordsTaken(by: takeBack),
            drafts.words(of: side, in: record).isEmpty
        else { return requests }
        return requests + keepDraft(words, of: side)
    }

    /// Another person is asked; a bot that agrees does so because it does not lose, so one had better be sure.
    private mutating func askToStop() -> [Request] {
        guard !record.player(sideToMove.opponent).isHuman else { return journal([Entry(.askToStop)]) }
        ask(.askToStop)
        return []
    }

    private mutating func leave() -> [Request] {
        guard trouble == nil else {
            ask(.leaveUnsaved)
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
