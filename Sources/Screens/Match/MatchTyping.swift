import Game
import Play

/// What keys and pasted text do while something lies over the match.
extension MatchScreen {
    var isTyping: Bool { overlay != nil }

    var prompt: String? {
        if let overlay { return overlay.prompt }
        if let notice { return notice }
        return trouble.map { "NOT SAVED: \($0). S saves it elsewhere." }
    }

    mutating func type(_ key: Key, _ size: Size) -> [Request] {
        notice = nil
        switch overlay {
        case .question(let question):
            guard let yes = key.yesOrNo else { return [] }
            overlay = nil
            tutor.advice = nil
            return answered(question.kind, yes)
        case .input(var input):
            let outcome = input.type(key, width: layout(size).entry.content.columns)
            overlay = .input(input)
            return came(outcome, of: input, key, size)
        case .settled:
            if [.enter, .escape, .character(" "), .character("q")].contains(key) { overlay = waitingQuestion }
            return []
        case nil: return []
        }
    }

    private mutating func came(
        _ outcome: TextInput.Outcome, of input: TextInput, _ key: Key, _ size: Size
    ) -> [Request] {
        switch outcome {
        case .typed: typed(input, size)
        case .passed:
            guard input.kind == .filter, key == .up || key == .down else { break }
            cards.list.move(by: key == .up ? -1 : 1, count: cards.rows.count, visible: visibleCards(size))
        case .finished:
            overlay = nil
            return finish(input)
        case .dropped:
            overlay = nil
            if input.kind == .filter { changeCards(size) { $0.filter = "" } }
        case .edit: return [.effect(.terminal(.edit(input.field.text)))]
        }
        return []
    }

    private mutating func typed(_ input: TextInput, _ size: Size) {
        if input.kind == .filter { changeCards(size) { $0.filter = input.field.text } }
    }

    private mutating func finish(_ input: TextInput) -> [Request] {
        let text = input.field.trimmed
        switch input.kind {
        case .words: return keepDraft(text, of: session.writer)
        case .objection: return text.isEmpty ? [] : journal([Entry(.object, words: text)])
        case .path: return text.isEmpty ? [] : [.effect(.saveElsewhere(path: text, record))]
        case .filter: break
        }
        return []
    }

    mutating func paste(_ text: String, _ size: Size) -> [Request] {
        guard case .input(var input) = overlay else { return [] }
        input.field.insert(text)
        overlay = .input(input)
        typed(input, size)
        return []
    }

    private mutating func answered(_ question: Question.Kind, _ yes: Bool) -> [Request] {
        switch question {
        case .agreeToStop: journal([Entry(.answerStop(agrees: yes))])
        case .askToStop: yes ? journal([Entry(.askToStop)]) : []
        case .takeBack(let takeBack): yes ? self.takeBack(takeBack) : []
        case .throwAwayWin(let move): yes ? make(move) : []
        case .concede: yes ? journal([Entry(.move(.concede))]) : []
        case .leaveUnsaved: yes ? [.effect(.close), .enter(TitleScreen())] : []
        }
    }
}
