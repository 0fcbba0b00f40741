public import Game
import Text

/// A match with all that was said in it: the same value whether it is being played or was read from a file.
///
/// Every event goes through `apply`, which believes nothing that the engine does not confirm.
public struct MatchRecord: Sendable {
    public private(set) var header: MatchHeader
    /// The ruleset as the file has it: the house's numbers, with all profiles.
    public let ruleset: Ruleset
    public private(set) var events: [TimedEvent] = []
    public private(set) var match: Match
    /// What was said, by ply; the first move is ply 1.
    public private(set) var words: [Int: String] = [:]
    /// What the other side objected to a ply.
    public private(set) var objections: [Int: String] = [:]
    /// What the sides said once the match was over.
    public private(set) var closings: [Side: String] = [:]
    /// Each side's credence that Training wins.
    public private(set) var predictions: [Side: Credence] = [:]
    /// Who has proposed to stop and waits for an answer.
    public private(set) var adjudicationAskedBy: Side?
    /// Whether the verdict is among the events.
    public private(set) var isClosed = false

    /// - Throws: `JournalProblem` when the header names another ruleset or a profile it has not, or when a
    ///   player's name cannot be shown.
    public init(header: MatchHeader, ruleset: Ruleset) throws(JournalProblem) {
        try header.check()
        guard header.ruleset == ruleset.identifier else {
            throw JournalProblem(
                "the match is of “\(header.ruleset)” but the ruleset is “\(ruleset.identifier)”")
        }
        var played = ruleset
        if let profile = header.profile {
            guard let under = ruleset.under(profile: profile) else {
                throw JournalProblem("the ruleset has no profile “\(profile)”")
            }
            played = under
        }
        self.header = header
        self.ruleset = ruleset
        match = Match(Rules(played, mode: header.mode))
    }

    public var position: Position { match.position }
    public var verdict: Verdict? { match.verdict }

    public func player(_ side: Side) -> Player {
        header.players[side]
    }

    /// The same match with somebody else on a side from now on; its file goes on naming who began it.
    public func seating(_ player: Player, on side: Side) -> MatchRecord {
        var record = self
        record.header.players[side] = player
        return record
    }

    /// Whether anybody at the keyboard plays; if not, bots are watched.
    public var hasPerson: Bool {
        Side.allCases.contains { player($0).isHuman }
    }

    /// The moves that are taken back at once: one between two people, and against a bot its answer too.
    /// `nil` where there are not that many, and between two bots.
    public var pliesToTakeBack: Int? {
        let side = position.sideToMove
        let plies = player(side.opponent).isHuman ? 1 : player(side).isHuman ? 2 : .max
        return match.moves.count >= plies ? plies : nil
    }

    /// Adds an event.
    ///
    /// - Throws: `JournalProblem` when it does not fit; nothing changes then.
    public mutating func apply(_ timed: TimedEvent) throws(JournalProblem) {
        if isClosed, !timed.event.isWords { throw JournalProblem("the match was over already") }
        try apply(timed.event)
        events.append(timed)
    }

    private mutating func apply(_ event: MatchEvent) throws(JournalProblem) {
        switch event {
        case .prediction(let side, let credence):
            guard match.moves.isEmpty, predictions[side] == nil else {
                throw JournalProblem("\(side.rawValue) may predict once, before the first move")
            }
            guard credence < .certain else { throw JournalProblem("a prediction lies between 0 and 1, not 1") }
            predictions[side] = credence
        case .move(let ply, let notation):
            try play(notation, ply: ply)
        case .words(let ply, let text):
            words[ply] = try spoken(text, of: ply)
        case .objection(let ply, let text):
            objections[ply] = try spoken(text, of: ply)
        case .closing(let side, let text):
            guard verdict != nil else { throw JournalProblem("closing words, but the match goes on") }
            closings[side] = try plain(text)
        case .undo(let plies):
            guard match.takeBack(plies: plies) else {
                throw JournalProblem("cannot take back \(plies) of \(match.moves.count) moves")
            }
            adjudicationAskedBy = nil
            closings = [:]
            words = words.filter { $0.key <= match.moves.count }
            objections = objections.filter { $0.key <= match.moves.count }
        case .adjudicationAsked(let side):
            guard match.mayAdjudicate, adjudicationAskedBy == nil else {
                throw JournalProblem("the sides may agree to stop only on Training's turn")
            }
            adjudicationAskedBy = side
        case .adjudicationAnswered(let side, let agreed):
            try answer(side, agreed)
        case .verdict(let line):
            guard let verdict = match.verdict else { throw JournalProblem("a verdict, but the match goes on") }
            guard line == VerdictLine(verdict, in: match.ruleset) else {
                throw JournalProblem("the verdict is not the one that the moves lead to")
            }
            isClosed = true
        }
    }

    private mutating func play(_ notation: String, ply: Int) throws(JournalProblem) {
        guard ply == match.moves.count + 1 else {
            throw JournalProblem("ply \(ply) where ply \(match.moves.count + 1) was expected")
        }
        do {
            try match.play(match.ruleset.move(notation))
        } catch {
            throw JournalProblem("\(error)")
        }
        adjudicationAskedBy = nil
    }

    /// Text that may stand beside a ply.
    private func spoken(_ text: String, of ply: Int) throws(JournalProblem) -> String {
        guard ply >= 1, ply <= match.moves.count else {
            throw JournalProblem("words for ply \(ply), but \(match.moves.count) were played")
        }
        return try plain(text)
    }

    private func plain(_ text: String) throws(JournalProblem) -> String {
        guard text.isPlainText else { throw JournalProblem("words hold control characters") }
        return text
    }

    private mutating func answer(_ side: Side, _ agreed: Bool) throws(JournalProblem) {
        guard adjudicationAskedBy == side.opponent else {
            throw JournalProblem("\(side.rawValue) was not asked to stop")
        }
        adjudicationAskedBy = nil
        if agreed { for act in [Act.askToStop, .answerStop(agrees: true)] { try? match.apply(act) } }
    }
}

extension MatchEvent {
    /// Whether it is only said, and so may come after the end.
    var isWords: Bool {
        switch self {
        case .words, .objection, .closing: true
        default: false
        }
    }
}
