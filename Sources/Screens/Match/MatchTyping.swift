import Archive
import Game
import Text

/// What is typed in a match: words, a filter, a path, and answers to questions.
extension MatchScreen {
    var isTyping: Bool { entry != nil || question != nil }

    var prompt: String? {
        if let question { return text(of: question) }
        switch entry {
        case .words, .objection: return "Enter keep   Ctrl-J new line   Ctrl-X $EDITOR   Ctrl-U clear   Esc drop"
        case .filter: return "Type letters of a card   Enter keep   Esc show all"
        case .path: return "Save the whole match as this file   Enter save   Esc cancel"
        case nil: break
        }
        if let notice { return notice }
        return trouble.map { "NOT SAVED: \($0). S saves it elsewhere." }
    }

    private func text(of question: Question) -> String {
        let mover = shown.name(sideToMove).clipped(14)
        let other = shown.name(sideToMove.opponent).clipped(14)
        switch question {
        case .takeBack:
            return "\(mover), may \(other) take back the last move?   y yes   n no"
        case .adjudicate:
            let asker = record.adjudicationAskedBy ?? sideToMove
            return "Stop here? The smaller share of its limit wins.  "
                + "\(shown.name(asker.opponent).clipped(14)): y yes  n no"
        case .stop:
            return "Stop? \(Narration(record).adjudication)   y yes  n no"
        case .concede:
            return "\(mover), give the match up?   y yes   n no"
        case .leaveUnsaved:
            return "The match is not saved and will be lost. Leave?   y yes   n no"
        case .throwAwayWin:
            return "That throws away a proven win. Play it all the same?   y yes   n no"
        }
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        notice = nil
        if let question { return answer(question, key) }
        guard let entry else { return [] }
        switch key {
        case .enter: return finish(entry, size)
        case .escape:
            self.entry = nil
            if entry == .filter { changeList(size) { $0.filter = "" } }
        case .up, .down:
            let step = key == .up ? -1 : 1
            if entry == .filter { list.move(by: step, count: rows.count, visible: visibleChoices(size)) }
            if entry.isSpeech { field.moveLine(by: step, width: layout(size).entry.content.columns) }
        case .control("x") where entry.isSpeech: return [.effect(.edit(field.text))]
        default:
            guard field.type(key), entry == .filter else { return [] }
            changeList(size) { $0.filter = $0.field.text }
        }
        return []
    }

    private mutating func finish(_ entry: Entry, _ size: Size) -> [Request] {
        self.entry = nil
        switch entry {
        case .words: draft = field.trimmed
        case .objection where !field.trimmed.isEmpty:
            return journal([.objection(ply: record.match.moves.count, field.trimmed)])
        case .path where !field.trimmed.isEmpty:
            return [.effect(.saveElsewhere(path: field.trimmed, record))]
        case .objection, .path, .filter: break
        }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        guard let entry else { return [] }
        field.insert(text)
        if entry == .filter { changeList(size) { $0.filter = $0.field.text } }
        return []
    }

    private mutating func answer(_ question: Question, _ key: Key) -> [Request] {
        let yes = key == .character("y") || key == .character("Y")
        let no = key == .character("n") || key == .character("N") || key == .escape
        guard yes || no else { return [] }
        self.question = nil
        switch question {
        case .adjudicate:
            guard let asker = record.adjudicationAskedBy else { return [] }
            return journal([.adjudicationAnswered(asker.opponent, agreed: yes)])
        case .stop:
            return yes ? journal([.adjudicationAsked(sideToMove)]) : []
        case .takeBack:
            return yes ? journal([.undo(plies: 1)]) : []
        case .throwAwayWin(let move):
            return yes ? make(move) : []
        case .concede:
            return yes ? journal([.move(ply: record.match.moves.count + 1, "concede")]) : []
        case .leaveUnsaved:
            return yes ? [.effect(.close), .enter(TitleScreen())] : []
        }
    }
}
