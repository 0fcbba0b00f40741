import Archive
import Bots
import Game
import Text

/// A match being played.
///
/// What a key asks for becomes an event; it is written to disk first and shown as having happened after.
struct MatchScreen: Screen {
    enum Pane: CaseIterable {
        case choices, card, exchange, corpus
    }

    /// A question that wants yes or no before anything else.
    enum Question: Hashable {
        case takeBack
        case adjudicate
        /// Whether to ask a bot for it.
        case stop
        case concede
        case leaveUnsaved
        /// The tutor's.
        case throwAwayWin(Move)
    }

    /// What is being typed.
    enum Entry: Hashable {
        case words, objection, filter, path

        /// Whether it is something a player says, which may be long.
        var isSpeech: Bool { self == .words || self == .objection }
    }

    var record: MatchRecord
    var choices: Choices
    var path: String?
    /// Why the match is only in memory; `nil` while all of it is on disk.
    var trouble: String?
    /// Said once, until the next key.
    var notice: String?
    var question: Question?
    var entry: Entry?
    /// The text of the entry.
    var field = TextField()
    /// Words to go with the next move.
    var draft = ""
    var filter = ""
    var order = SortOrder.bits
    var showsBarred = false
    /// Whether what best play comes to is shown, and what it is once it has been worked out.
    var showsEvaluation = false
    var evaluation: Evaluation?
    /// Whether a bot has been asked for a move or an answer and has not given it.
    var isThinking = false
    var watch = Watch()
    var tutor = Tutor()
    /// What the list shows under that filter and order.
    private(set) var rows: [Choice] = []
    var focus = Pane.choices
    var isZoomed = false
    var list = ListState()
    var card = ScrollState()
    /// Lines that the exchange and the corpus are scrolled back.
    var scrolledBack = 0

    init(_ record: MatchRecord, path: String?, notice: String?, trouble: String? = nil) {
        self.record = record
        self.path = path
        self.notice = notice
        self.trouble = trouble
        choices = Choices(MatchAtPly(record))
        rows = choices.rows(filter: "", order: order, withBarred: false)
    }

    var shown: MatchAtPly { MatchAtPly(record) }
    var sideToMove: Side { record.position.sideToMove }

    var selected: Choice? {
        rows.indices.contains(list.selection) ? rows[list.selection] : nil
    }

    mutating func appear(_ size: Size) -> [Request] {
        question = waitingQuestion
        let clock = record.isClosed ? [] : restartClock()
        return [.effect(.recallTutor)] + clock + proceed()
    }

    mutating func resized(to size: Size) {
        list.select(list.selection, count: rows.count, visible: visibleChoices(size))
    }

    /// Changes what the list shows, and goes to its top.
    mutating func changeList(_ size: Size, _ change: (inout MatchScreen) -> Void) {
        change(&self)
        rows = choices.rows(filter: filter, order: order, withBarred: showsBarred)
        card = ScrollState()
        list.select(0, count: rows.count, visible: visibleChoices(size))
    }

    func visibleChoices(_ size: Size) -> Int {
        let area = isZoomed ? MatchLayout.body(size) : layout(size).choices
        return area.rows - 2
    }

    /// Where the panes lie, with room for what was said last.
    func layout(_ size: Size) -> MatchLayout {
        MatchLayout(size, hasWords: !isWatched) { shown.newLines(width: $0, rows: $1) }
    }

    /// The question that the match itself puts to somebody at the keyboard.
    private var waitingQuestion: Question? {
        record.adjudicationAskedBy.map { record.player($0.opponent).isHuman } == true ? .adjudicate : nil
    }

    // The way of an event: asked for here, written by the console, applied in `receive`.

    /// Asks for events to be written; complains instead where they do not fit.
    mutating func journal(_ events: [MatchEvent]) -> [Request] {
        var trial = record
        do {
            for event in events { try trial.apply(TimedEvent(event, at: "")) }
        } catch {
            notice = error.description.capitalizedFirst + "."
            return []
        }
        return [.effect(.journal(events))]
    }

    mutating func receive(_ answer: Answer, _ size: Size) -> [Request] {
        switch answer {
        case .journalled(let events, let problem):
            trouble = problem
            return happened(events, size)
        case .thought(let reply, let occasion):
            notice = nil
            return thought(reply, occasion)
        case .considered(let agrees, let occasion): return considered(agrees, occasion)
        case .absent(let reason):
            isThinking = false
            notice = reason
        case .waited(let ticket): return waited(ticket)
        case .appraised(let appraisal, let occasion): appraised(appraisal, occasion, size)
        case .tutored(let isOn):
            tutor.isOn = isOn
            return beginTurn()
        case .evaluated(let evaluation):
            if evaluation.moves == record.match.moves { self.evaluation = evaluation }
        case .edited(let text):
            if let entry, entry.isSpeech { field = TextField(text, limit: MatchScreen.speechLimit, allowsLines: true) }
        case .savedElsewhere(let path):
            self.path = path
            trouble = nil
            notice = "Saved in \(fileName(path))."
        case .failed(let reason):
            notice = reason
        default:
            break
        }
        return []
    }

    private mutating func happened(_ events: [TimedEvent], _ size: Size) -> [Request] {
        let before = Occasion(record)
        for event in events {
            do {
                try record.apply(event)
            } catch {
                notice = error.description
            }
        }
        if before != Occasion(record) { showPosition(size) }
        if question != .leaveUnsaved { question = waitingQuestion }
        let isStale = evaluation.map { $0.moves != record.match.moves } ?? true
        if isStale { evaluation = nil }
        let evaluating: [Request] = showsEvaluation && isStale ? [.effect(.evaluate(record))] : []
        return evaluating + (before == Occasion(record) ? [] : moved()) + proceed()
    }

    /// The cards of the position, from the top.
    private mutating func showPosition(_ size: Size) {
        choices = Choices(shown)
        scrolledBack = 0
        if !isWatched {
            focus = .choices
            isZoomed = false
        }
        changeList(size) {
            // A bot's move must not end what somebody is typing.
            if $0.entry != .filter { $0.filter = "" }
            $0.showsBarred = false
        }
    }

    /// What a move, or one taken back, sets going and puts an end to.
    private mutating func moved() -> [Request] {
        let interrupted: [Request] = isThinking ? [.effect(.stopThinking)] : []
        isThinking = false
        watch.reply = nil
        return interrupted + beginTurn() + restartClock()
    }

    /// Characters that a player may say with one move.
    static let speechLimit = 2000

    /// What comes next without a key: the verdict, or a bot's move or answer.
    mutating func proceed() -> [Request] {
        if record.isClosed {
            let isShown = isWatched && !watch.isDue
            return isShown ? [] : [.enter(VerdictScreen(record, path: path, trouble: trouble))]
        }
        if let verdict = record.verdict {
            return journal([.verdict(VerdictLine(verdict, in: record.match.ruleset))] + remarks(on: record))
        }
        return askBot()
    }
}
