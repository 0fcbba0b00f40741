import Archive
import Engine

/// What the keys do in a match.
extension MatchScreen {
    var actions: [Offer] {
        let assert = sideToMove == .divergence ? "claim" : "assert"
        var offers = [
            Offer(.accept, assert), Offer(.words, "words"), Offer(.filter, "filter"),
            Offer(.whyNot, showsBarred ? "hide" : "why not"), Offer(.sort, "sort"), Offer(.nextPane, "pane"),
            Offer(.previousPane), Offer(.zoom, "zoom"), Offer(.more, "card"), Offer(.quit, "leave"),
        ]
        offers += Offer.movement + [Offer(.back), Offer(.concede)]
        if !record.match.moves.isEmpty { offers.append(Offer(.undo)) }
        if record.match.mayAdjudicate { offers.append(Offer(.adjudicate)) }
        offers.append(Offer(.saveElsewhere, trouble == nil ? nil : "save elsewhere"))
        return offers
    }

    mutating func act(_ action: Action, _ size: Size) -> [Request] {
        notice = nil
        switch action {
        case .accept: return accept()
        case .words: entry = .words(TextField(draft))
        case .filter: entry = .filter(TextField(filter, limit: 40))
        case .saveElsewhere: entry = .path(TextField(path ?? "", limit: 400))
        case .whyNot: changeList(size) { $0.showsBarred.toggle() }
        case .sort: changeList(size) { $0.order = SortOrder.allCases.after($0.order) }
        case .nextPane: focus = Pane.allCases.after(focus)
        case .previousPane: focus = Pane.allCases.reversed().after(focus)
        case .zoom:
            isZoomed.toggle()
            resized(to: size)
        case .more: turnPage(size)
        case .back: cancel(size)
        case .undo: askToTakeBack()
        case .adjudicate: return journal([.adjudicationAsked(.training)])
        case .concede: question = .concede
        case .quit: return leave()
        default: move(action, size)
        }
        return []
    }

    private mutating func accept() -> [Request] {
        guard let selected else {
            notice = "No card matches the filter; Esc shows all."
            return []
        }
        guard selected.isLegal else {
            notice = "Not now: " + selected.objections.joined(separator: "; ") + "."
            return []
        }
        let ply = record.match.moves.count + 1
        var events = [MatchEvent.move(ply: ply, record.match.ruleset.notation(of: selected.prospect.move))]
        if !draft.isEmpty { events.append(.words(ply: ply, draft)) }
        let requests = journal(events)
        if !requests.isEmpty { draft = "" }
        return requests
    }

    private mutating func move(_ action: Action, _ size: Size) {
        switch focus {
        case .choices:
            cardTop = 0
            _ = list.act(action, count: rows.count, visible: visibleChoices(size))
        case .card:
            cardTop = max(0, cardTop + lines(action, page: cardRows(size)))
            cardTop = min(cardTop, max(0, cardCount(size) - cardRows(size)))
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

    func cardRows(_ size: Size) -> Int {
        isZoomed && focus == .card ? MatchLayout.body(size).rows - 1 : MatchLayout(size).card.rows - 1
    }

    private func cardCount(_ size: Size) -> Int {
        let width = (isZoomed && focus == .card ? MatchLayout.body(size) : MatchLayout(size).card).content.columns
        return selected.map { stage.cardLines($0, width: width).count } ?? 0
    }

    /// The next page of the card, or the first again after the last.
    private mutating func turnPage(_ size: Size) {
        let rows = max(1, cardRows(size))
        cardTop = cardTop + rows < cardCount(size) ? cardTop + rows : 0
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

    /// One ply between two people; against a bot, back to one's own last turn.
    private mutating func askToTakeBack() {
        let hasBot = record.player(sideToMove.opponent).bot != nil
        let plies = hasBot ? 2 : 1
        guard record.match.moves.count >= plies else {
            notice = "There is no move of yours to take back."
            return
        }
        question = .takeBack(plies: plies)
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
