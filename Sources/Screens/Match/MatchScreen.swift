import Archive
import Bots
import Engine

/// A match being played.
///
/// What a key asks for becomes an event; it is written to disk first and shown as having happened after.
struct MatchScreen: Screen {
    enum Pane: CaseIterable {
        case choices, card, exchange, corpus
    }

    /// A question that wants yes or no before anything else.
    enum Question: Hashable {
        case takeBack(plies: Int)
        case adjudicate
        case concede
        case leaveUnsaved
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
        choices = Choices(Stage(record))
        rows = choices.rows(filter: "", order: order, withBarred: false)
    }

    var stage: Stage { Stage(record) }
    var sideToMove: Side { record.position.sideToMove }

    var selected: Choice? {
        rows.indices.contains(list.selection) ? rows[list.selection] : nil
    }

    mutating func appear(_ size: Size) -> [Request] {
        if record.adjudicationAskedBy != nil { question = .adjudicate }
        return proceed()
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
        let area = isZoomed ? MatchLayout.body(size) : MatchLayout(size).choices
        return area.rows - 2
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
        case .thought(let reply):
            let ply = record.match.moves.count + 1
            let move = MatchEvent.move(ply: ply, record.match.ruleset.notation(of: reply.move))
            return journal([move] + (reply.words.map { [.words(ply: ply, $0)] } ?? []))
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
        for event in events {
            do {
                try record.apply(event)
            } catch {
                notice = error.description
            }
        }
        choices = Choices(stage)
        scrolledBack = 0
        focus = .choices
        isZoomed = false
        changeList(size) {
            $0.filter = ""
            $0.showsBarred = false
        }
        question = record.adjudicationAskedBy == nil ? nil : .adjudicate
        let isStale = evaluation.map { $0.moves != record.match.moves } ?? true
        if isStale { evaluation = nil }
        return (showsEvaluation && isStale ? [.effect(.evaluate(record))] : []) + proceed()
    }

    /// Characters that a player may say with one move.
    static let speechLimit = 2000

    /// What comes next without a key: the verdict, or a bot's move or answer.
    private mutating func proceed() -> [Request] {
        if record.isClosed { return [.enter(VerdictScreen(record, path: path, trouble: trouble))] }
        if let verdict = record.verdict {
            return journal([.verdict(VerdictLine(verdict, in: record.match.ruleset))])
        }
        if let asker = record.adjudicationAskedBy {
            guard record.player(asker.opponent).bot != nil else { return [] }
            let agrees = record.botAgreesToStop(askedBy: asker)
            notice = agrees ? nil : "\(stage.name(asker.opponent)) would rather play on."
            return journal([.adjudicationAnswered(asker.opponent, agreed: agrees)])
        }
        if let bot = record.player(sideToMove).bot {
            return [.effect(.think(bot: bot, record))]
        }
        return []
    }
}
