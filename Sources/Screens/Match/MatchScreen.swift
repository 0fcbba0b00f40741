import Game
import Play
import Review
import Text

/// A match being played.
///
/// What a key asks for becomes entries; they are written to disk first and shown as having happened after.
struct MatchScreen: Screen {
    enum Pane: CaseIterable {
        case choices, card, exchange, corpus, ensemble
    }

    var session: Session
    var path: String?
    /// Why the match is only in memory; `nil` while all of it is on disk.
    var trouble: String?
    /// Said once, until the next key.
    var notice: String?
    /// What lies over the match and takes the keys.
    var overlay: MatchOverlay?
    /// Words to go with moves that are still to come.
    var drafts = Drafts()
    var cards: CardList
    var panes = MatchPanes()
    var thinking = BotThinking.idle
    var watch = Watch()
    var tutor = Tutor()
    var bestPlay = BestPlay()
    /// Whether it was over when it was opened, so that nothing is written to it any more.
    private let wasOver: Bool

    init(_ record: MatchRecord, path: String?, notice: String?, trouble: String? = nil) {
        session = Session(record)
        wasOver = record.isClosed
        self.path = path
        self.notice = notice
        self.trouble = trouble
        cards = CardList(MatchAtStep(record))
    }

    var record: MatchRecord { session.record }
    var shown: MatchAtStep { MatchAtStep(record) }
    var sideToMove: Side { session.sideToMove }
    /// How it ended.
    var verdict: VerdictScreen { VerdictScreen(record, path: path, trouble: trouble, isOpen: !wasOver) }

    mutating func appear(_ size: Size) -> [Request] {
        overlay = waitingQuestion
        let clock = record.isClosed ? [] : restartClock()
        return [.effect(.recallTutor), .effect(.recallDrafts(record))] + clock + proceed()
    }

    mutating func resized(to size: Size) {
        cards.resize(visible: visibleCards(size))
    }

    func visibleCards(_ size: Size) -> Int {
        guard !panes.isZoomed else { return MatchLayout.body(size).rows - 2 }
        return layout(size, .choosing).choices.rows - 2
    }

    /// Changes what the list shows, and goes to its top.
    mutating func changeCards(_ size: Size, _ change: (inout CardList) -> Void) {
        cards.change(visible: visibleCards(size), change)
    }

    /// Where the panes lie, with room for what was said last.
    func layout(_ size: Size, _ purpose: MatchLayout.Purpose? = nil) -> MatchLayout {
        MatchLayout(size, purpose ?? self.purpose(size), showsBars: panes.showsBars) {
            shown.newLines(width: $0, rows: $1)
        }
    }

    /// The cards give way to the exchange while there is nothing to choose; on a wide screen there is room for both.
    func purpose(_ size: Size) -> MatchLayout.Purpose {
        if record.verdict != nil { return .ending }
        return isWatched || session.awaitsBot && !MatchLayout.isWide(size) ? .reading : .choosing
    }

    /// The pane that the keys act on, which is one that can be seen.
    func focus(_ size: Size) -> Pane {
        purpose(size) == .choosing || [.corpus, .ensemble].contains(panes.focus) ? panes.focus : .exchange
    }

    /// The panes that the keys go round.
    func panesToFocus(_ size: Size) -> [Pane] {
        let panes = purpose(size) == .choosing ? Pane.allCases : [.exchange, .corpus, .ensemble]
        return panes.filter { $0 != .ensemble || self.panes.showsBars }
    }

    /// The question that the match itself puts to somebody at the keyboard.
    var waitingQuestion: MatchOverlay? {
        session.awaitsPersonsAnswer ? .question(Question(.agreeToStop, in: self)) : nil
    }

    // The way of an act: asked for here, written by the console, applied in `receive`.

    /// Asks for entries to be written; complains instead where they do not fit.
    mutating func journal(_ entries: [Entry]) -> [Request] {
        var trial = session
        do {
            try trial.apply(entries)
            return [.effect(.journal(entries, after: record))]
        } catch {
            notice = error.description.capitalizedFirst + "."
            return []
        }
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .journalled(let entries, let problem):
            trouble = problem
            return happened(entries, size)
        case .tutored(let isOn):
            tutor.isOn = isOn
            return beginTurn()
        case .drafts(let drafts): self.drafts = drafts
        case .edited(let text):
            if let input = overlay?.input, input.isSpeech { overlay = .input(TextInput(input.kind, text)) }
        case .savedElsewhere(let path):
            self.path = path
            trouble = nil
            notice = "Saved in \(fileName(path))."
        case .failed(let reason): notice = reason
        case .copied(let path): notice = Notice.copied(path)
        case .rulesets, .discarded, .opened, .begun, .skippedRows: break
        }
        return []
    }

    mutating func receive(_ answer: LateAnswer, _ size: Size) -> [Request] {
        switch answer {
        case .answered(let answer): return answered(answer)
        case .absent(let reason):
            thinking = .idle
            notice = reason
        case .waited: return waited()
        case .appraised(let appraisal): appraised(appraisal, size)
        case .evaluated(let evaluation): bestPlay.evaluation = evaluation
        case .offered, .foundCruxes, .exported, .judged, .bid, .surveying, .surveyed, .weighed, .listed: break
        }
        return []
    }

    private mutating func happened(_ entries: [Entry], _ size: Size) -> [Request] {
        let before = session
        do {
            try session.apply(entries)
        } catch {
            notice = error.description.capitalizedFirst + "."
        }
        let hasMoved = before.match.moves != session.match.moves || before.match.rules !== session.match.rules
        if hasMoved { showPosition(size) }
        showNext(entries)
        return hasMoved ? bestPlay.begin(record) + moved() + proceed() : proceed()
    }

    /// What lies over the match next: what was settled, or a question that the match itself puts.
    private mutating func showNext(_ entries: [Entry]) {
        if entries.contains(where: { $0.act.settlement != nil }), !isWatched,
            let ruling = shown.exchange(last: 1).first?.ruling
        {
            overlay = .settled(ruling)
        } else if overlay?.mayGiveWay ?? true {
            overlay = waitingQuestion
        }
    }

    /// The cards of the position, from the top.
    private mutating func showPosition(_ size: Size) {
        panes.scrolledBack = 0
        if !isWatched { panes.showCards() }
        // A bot's move must not end what somebody is typing.
        let isFiltering = overlay?.input?.kind == .filter
        cards.show(shown, keepingFilter: isFiltering, visible: visibleCards(size))
    }

    /// What a move, or one taken back, sets going and puts an end to.
    private mutating func moved() -> [Request] {
        thinking = .idle
        return [.cancel(.answer)] + beginTurn() + restartClock()
    }

    /// What comes next without a key: the end, or a bot's answer.
    mutating func proceed() -> [Request] {
        switch session.awaiting {
        // The end stays on the board until somebody asks for the verdict.
        case .nothing: return []
        case .close: return journal(session.closing)
        case .move, .answer, .acceptance: return askBot()
        }
    }
}

/// What best play comes to, where somebody wants to see it.
struct BestPlay: Sendable {
    var isShown = false
    /// Whether somebody has asked for it, which seals the predictions as they are.
    private(set) var isKnown = false
    /// `nil` until it has been worked out.
    var evaluation: Evaluation?

    var text: String? {
        isShown ? evaluation?.text ?? "working out what best play comes to" : nil
    }

    /// Begins to work it out for another position, if it is to be seen.
    mutating func begin(_ record: MatchRecord) -> [Request] {
        evaluation = nil
        return isShown ? [.run(.evaluate(record))] : []
    }

    mutating func toggle(_ record: MatchRecord) -> [Request] {
        isShown.toggle()
        isKnown = true
        guard isShown else { return [.cancel(.evaluate)] }
        return evaluation == nil ? [.run(.evaluate(record))] : []
    }
}

/// Which pane has the focus, and how far those that look back are scrolled.
struct MatchPanes: Hashable, Sendable {
    var focus = MatchScreen.Pane.choices
    var isZoomed = false
    /// Lines that the exchange and the corpus are scrolled back.
    var scrolledBack = 0
    /// Whether what the AI may have learned is to be seen, and how far it is scrolled.
    var showsBars = false
    var bars = ScrollState()

    mutating func showCards() {
        focus = .choices
        isZoomed = false
    }
}
