import Game
import Review
import Text

extension Grid {
    /// What the tutor says, over what lies there.
    mutating func advice(_ advice: Advice, in area: Area) {
        clear(area)
        rule(area.titleRow, title: advice.title)
        let lines = advice.lines.flatMap { Line.wrapping($0, width: area.content.columns) }
        self.lines(lines, in: area.content, marksCut: true)
    }
}

/// Help that somebody at the keyboard may ask for.
struct Tutor: Hashable, Sendable {
    /// Whether it questions moves.
    var isOn = false
    /// Whether a hint is being waited for.
    var owesHint = false
    /// Whether the moves of this turn are being looked at.
    var isLooking = false
    /// What the moves of this turn lead to, once that is known.
    var appraisal: Appraisal?
    /// The move that it has questioned.
    var questioned: Move?
    /// What it has said, until the next key or click.
    var advice: Advice?
}

/// Hints, and the tutor.
extension MatchScreen {
    /// What the tutor does, in a few words.
    var tutorText: String? {
        if tutor.owesHint { return "looking for a hint" }
        return tutor.isOn && !isWatched ? "tutor on" : nil
    }

    /// Begins a turn without knowing anything of it; the tutor looks ahead at once.
    mutating func beginTurn() -> [Request] {
        tutor = Tutor(isOn: tutor.isOn)
        return tutor.isOn && isPersonsTurn ? look() : [.cancel(.appraise)]
    }

    private mutating func look() -> [Request] {
        guard !tutor.isLooking, tutor.appraisal == nil else { return [] }
        tutor.isLooking = true
        return [.run(.appraise(session))]
    }

    mutating func appraised(_ appraisal: Appraisal, _ size: Size) {
        tutor.isLooking = false
        tutor.appraisal = appraisal
        // Nothing moves under somebody who types or answers; asked again, the hint is there at once.
        if tutor.owesHint, !isTyping { show(appraisal, size) }
        tutor.owesHint = false
    }

    mutating func hint(_ size: Size) -> [Request] {
        if let appraisal = tutor.appraisal {
            show(appraisal, size)
            return []
        }
        tutor.owesHint = true
        return look()
    }

    /// Puts the marker on the best move.
    private mutating func show(_ appraisal: Appraisal, _ size: Size) {
        func index() -> Int? { cards.rows.firstIndex { $0.prospect.move == appraisal.best } }
        if index() == nil { changeCards(size) { $0.filter = "" } }
        guard let index = index() else { return }
        panes.showCards()
        cards.select(index, visible: visibleCards(size))
        tutor.advice = Advice(appraisal, hintIn: shown)
    }

    mutating func toggleTutor() -> [Request] {
        tutor.isOn.toggle()
        notice =
            tutor.isOn
            ? "The tutor asks before a move that throws away a proven win." : "The tutor keeps silent."
        let requests = tutor.isOn && isPersonsTurn ? look() : []
        return [.effect(.rememberTutor(tutor.isOn))] + requests
    }

    /// Whether the tutor questions a move; each move only once.
    mutating func questions(_ move: Move) -> Bool {
        guard tutor.isOn, tutor.questioned != move else { return false }
        guard let appraisal = tutor.appraisal else {
            notice = "The tutor had not finished looking at that move."
            return false
        }
        guard appraisal.throwsAwayWin(move) else { return false }
        tutor.questioned = move
        tutor.advice = Advice(appraisal, warningOf: move, in: shown)
        return true
    }
}
