import Archive
public import Bots
import Game
import Solver
import Text

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
        let wasLooking = tutor.isLooking
        tutor = Tutor(isOn: tutor.isOn)
        return tutor.isOn && isPersonsTurn ? look() : wasLooking ? [.effect(.stopAppraising)] : []
    }

    private mutating func look() -> [Request] {
        guard !tutor.isLooking, tutor.appraisal == nil else { return [] }
        tutor.isLooking = true
        return [.effect(.appraise(record))]
    }

    mutating func appraised(_ appraisal: Appraisal, _ occasion: Occasion, _ size: Size) {
        guard occasion == Occasion(record) else { return }
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
        func index() -> Int? { rows.firstIndex { $0.prospect.move == appraisal.best } }
        if index() == nil { changeList(size) { $0.filter = "" } }
        guard let index = index() else { return }
        focus = .choices
        isZoomed = false
        card = ScrollState()
        list.select(index, count: rows.count, visible: visibleChoices(size))
        notice = appraisal.hint(rows[index].name.clipped(32))
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
        return true
    }
}

extension Appraisal {
    /// What to say of the best move, under the name it has in the list.
    public func hint(_ name: String) -> String {
        let name = name.capitalizedFirst
        if isLost { return "No move wins against best play; \(name) resists best." }
        guard wins(best) == true, let evaluation = evaluation(of: best) else {
            return "Hint: \(name) looks best; who wins is not proven."
        }
        if evaluation.isInfinite { return "Hint: \(name) keeps a proven win at any price." }
        let price = evaluation.upper.map { $0 == evaluation.lower ? " at \($0) bits" : "" } ?? ""
        return "Hint: \(name) keeps a proven win\(price)."
    }
}
