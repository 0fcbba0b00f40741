import Game
import Play
import Review
import Text

/// What lies over a match and takes the keys: a question, or something being typed.
enum MatchOverlay: Hashable, Sendable {
    case question(Question)
    case input(TextInput)
    /// What was settled, until any key.
    case settled(Event.Ruling)

    var question: Question.Kind? {
        if case .question(let question) = self { question.kind } else { nil }
    }

    var input: TextInput? {
        if case .input(let input) = self { input } else { nil }
    }

    /// Whether a question of the match's may take its place.
    var mayGiveWay: Bool {
        switch self {
        case .question(let question): question.kind != .leaveUnsaved
        case .input, .settled: false
        }
    }

    /// What the bottom line says.
    var prompt: String {
        switch self {
        case .question(let question): question.text
        case .input(let input): input.prompt
        case .settled: "Enter goes on"
        }
    }
}

/// A question that wants yes or no before anything else.
struct Question: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Put to the side that would have to agree.
        case takeBack(Session.TakeBack)
        /// Put to the side that was asked to stop.
        case agreeToStop
        /// Whether to ask a bot for it.
        case askToStop
        case concede
        case leaveUnsaved
        /// The tutor's.
        case throwAwayWin(Move)
    }

    let kind: Kind
    let text: String

    init(_ kind: Kind, in match: MatchScreen) {
        self.kind = kind
        func name(_ side: Side) -> String { match.shown.name(side).clipped(14) }
        let mover = name(match.sideToMove)
        text =
            switch kind {
            case .takeBack:
                "\(mover), may \(name(match.sideToMove.opponent)) take back the last move?   y yes   n no"
            case .agreeToStop:
                "Stop here? The smaller share of its limit wins.  "
                    + "\(name(match.session.awaited ?? match.sideToMove)): y yes  n no"
            case .askToStop: "Stop? \(Narration(match.record).adjudication)   y yes  n no"
            case .concede: "\(mover), give the match up?   y yes   n no"
            case .leaveUnsaved: "The match is not saved and will be lost. Leave?   y yes   n no"
            case .throwAwayWin: "Play it all the same?   y yes   n no"
            }
    }
}

/// Something being typed in a match.
struct TextInput: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case words, objection, filter, path

        /// Whether it is something a player says, which may be long.
        var isSpeech: Bool { self == .words || self == .objection }
    }

    /// What came of a key.
    enum Outcome: Hashable {
        case typed
        /// It was no key of the text's.
        case passed
        case finished
        case dropped
        /// To be written on in an editor.
        case edit
    }

    let kind: Kind
    var field: TextField

    init(_ kind: Kind, _ text: String = "") {
        self.kind = kind
        field = TextField(text, limit: kind.isSpeech ? 2000 : 400, allowsLines: kind.isSpeech)
    }

    var isSpeech: Bool { kind.isSpeech }

    var prompt: String {
        switch kind {
        case .words, .objection: "Enter keep   Ctrl-J new line   Ctrl-X $EDITOR   Ctrl-U clear   Esc drop"
        case .filter: "Type letters of a card   Enter keep   Esc show all"
        case .path: "Save the whole match as this file   Enter save   Esc cancel"
        }
    }

    /// - Parameter width: the columns in which the text lies.
    mutating func type(_ key: Key, width: Int) -> Outcome {
        switch key {
        case .enter: return .finished
        case .escape: return .dropped
        case .up where isSpeech: field.moveLine(by: -1, width: width)
        case .down where isSpeech: field.moveLine(by: 1, width: width)
        case .control("x") where isSpeech: return .edit
        default: return field.type(key) ? .typed : .passed
        }
        return .typed
    }

    /// What is said at length, under a title.
    func drawSpeech(_ title: String, in area: Area, _ grid: inout Grid) {
        grid.clear(area)
        grid.rule(area.titleRow, title: title, caption: "\(field.characters.count) of \(field.limit)", isFocused: true)
        field.draw(in: &grid, area.content)
    }

    /// A line of text in the last row of an area.
    func drawLine(in area: Area, _ grid: inout Grid) {
        let row = area.row + area.rows - 1
        grid.fill(" ", row: row, columns: area.column..<(area.column + area.columns))
        let label = kind == .filter ? "/" : "Save as "
        let start = grid.put(label, row: row, column: area.column + 1, style: .strong)
        let room = area.column + area.columns - 1 - start
        field.draw(in: &grid, Area(row: row, column: start, columns: room, rows: 1))
    }
}
