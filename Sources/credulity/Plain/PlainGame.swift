import ArgumentParser
import Game
import Play
import Review
import Screens
import Text

/// The game as numbered lines, for screen readers, pipes and terminals that cannot place the cursor.
final class PlainGame {
    private(set) var session: Session
    private(set) var path: String?
    /// Why what happened last is not in the file; `nil` while it is.
    private var trouble: String?
    let effects: EffectRunner
    let paper = Paper()
    private let ending: Ending
    /// Words to go with moves that are still to come.
    private var drafts = Drafts()
    /// The cards as last numbered.
    var numbered: [Move] = []
    var listing = PlainListing()
    /// Whether moves are questioned that throw away a proven win.
    var isTutored = false
    /// The cards that are being made up, by who does so.
    var coining: [Side: CardForm] = [:]
    /// Whether somebody has asked what best play comes to, which seals the predictions as they are.
    var knowsBestPlay = false

    init(_ record: MatchRecord, path: String?, trouble: String?, _ effects: EffectRunner) {
        session = Session(record)
        self.path = path
        self.trouble = trouble
        self.effects = effects
        ending = Ending { [engines = effects.engines] in engines.end() }
        if let trouble { warn("NOT SAVED: \(trouble)") }
    }

    var record: MatchRecord { session.record }
    /// The match as it stands, with the cards as they are to be listed.
    var text: PlainText { PlainText(record, listing) }

    func say(_ line: String) { paper.say(line) }

    /// Plays to the verdict, or to the end of the input, which leaves the match saved.
    func play() throws {
        text.opening.forEach(say)
        if !session.match.plies.isEmpty { Narration(record).story.forEach(say) }
        if case .drafts(let kept)? = effects.perform(.recallDrafts(record)) { drafts = kept }
        guard try offerPredictions() else { return try leave() }
        while true {
            try Output.flush()
            switch session.awaiting {
            case .close, .nothing: return try close()
            case .move where session.awaitsBot, .answer where session.awaitsBot, .acceptance where session.awaitsBot:
                guard try letBotAnswer() else { return try leave() }
            case .acceptance(let side): guard try accept(side) else { return try leave() }
            case .move: guard try turn() else { return try leave() }
            case .answer(let side): guard try agreeToStop(side) else { return try leave() }
            }
        }
    }

    /// Before the first move everybody at the keyboard may predict, before a bot's too.
    ///
    /// - Returns: false when the player leaves.
    private func offerPredictions() throws -> Bool {
        guard session.match.mayPredict, let first = record.header.players.people.first else { return true }
        text.predicting.forEach(say)
        guard session.awaitsBot else { return true }
        say("Enter begins.")
        while let line = paper.read("\(record.player(first).name), before the first move> ") {
            let (verb, rest) = words(of: line)
            switch verb {
            case "": return true
            case "predict": try predict(rest)
            case "believe": try believe(rest)
            case "?", "help", "terms": _ = look(verb, rest)
            case "quit", "q": return false
            default:
                // Whatever else it is, it is meant for the turn to come.
                paper.leave(line)
                return true
            }
        }
        return false
    }

    /// - Returns: false when the player leaves, who is asked for what the bot has settled.
    private func letBotAnswer() throws -> Bool {
        let player = record.player(session.awaited ?? session.sideToMove)
        guard let bot = effects.engines.bot(of: session) else {
            throw failure("there is no bot “\(player.seat)” here", code: 64)
        }
        let told = MatchAtStep(record).count
        let opponent = session.awaited.flatMap { effects.engines.bot(on: $0.opponent, of: session) }
        let answer = session.answer(by: bot, against: opponent)
        ending.holdIfBegun()
        try happen(answer.entries)
        for objection in answer.entries where objection.act == .object {
            say("    \(player.name) objects: “\(objection.words ?? "")”")
        }
        if MatchAtStep(record).count > told { text.lastEvent.forEach(say) }
        if answer.entries.contains(where: { $0.act == .answerStop(agrees: true) }) {
            say("\(player.name) agrees to stop")
        }
        if let note = answer.note { say(note) }
        guard let sealing = answer.sealing else { return true }
        return try settle(sealing, mayLeave: false)
    }

    /// - Returns: false when the player leaves.
    private func turn() throws -> Bool {
        listing.filter = ""
        show()
        if !draft.isEmpty { say("Your words wait for this move: “\(draft)”") }
        let plies = session.match.plies.count
        let side = session.sideToMove
        while session.match.plies.count == plies, session.awaiting == .move(side) {
            try Output.flush()
            guard let line = paper.read("\(record.player(side).name)> ") else { return false }
            guard try obey(line) else { return false }
        }
        return true
    }

    /// Asks a person who has lost, and may still dispute or coin.
    ///
    /// - Returns: false when the player leaves.
    private func accept(_ side: Side) throws -> Bool {
        text.lastWord.forEach(say)
        while session.awaiting == .acceptance(side) {
            try Output.flush()
            guard let line = paper.read("\(record.player(side).name)> ") else { return false }
            if line.trimmed.isEmpty || line.trimmed == "accept" {
                try happen(session.closing)
            } else if try !obey(line) {
                return false
            }
        }
        return true
    }

    /// Where the match stands, and the moves, numbered anew.
    func show() {
        // Each look ahead is made anew.
        let text = text
        numbered = text.moves
        (text.position + text.choiceLines).forEach(say)
    }

    var draft: String { drafts.words(of: session.writer, in: record) }

    /// Keeps words for the next move of a side, that of whoever types if none is given.
    func keepDraft(_ words: String, of side: Side? = nil) {
        let side = side ?? session.writer
        guard drafts.words(of: side, in: record) != words else { return }
        drafts.keep(words, of: side, in: record)
        _ = effects.perform(.keepDrafts(drafts, of: record))
    }

    /// Asks a person whether to stop.
    ///
    /// - Returns: false at the end of the input.
    private func agreeToStop(_ side: Side) throws -> Bool {
        let question =
            "\(record.player(side.opponent).name) would stop here; the smaller share of its limit wins. "
            + "\(record.player(side).name), agree?"
        guard let agreed = paper.ask(question) else { return false }
        return try happen([Entry(.answerStop(agrees: agreed))])
    }

    /// Puts entries on the disk, then in the record.
    ///
    /// - Returns: whether they fit; if not, it has been said why.
    @discardableResult
    func happen(_ entries: [Entry]) throws -> Bool {
        do throws(RecordError) {
            var trial = session
            try trial.apply(entries)
        } catch {
            say("\(error)")
            return false
        }
        guard case .journalled(let written, let problem)? = effects.perform(.journal(entries, after: record)) else {
            return false
        }
        trouble = problem
        if let problem { warn("NOT SAVED: \(path.map { $0 + ": " } ?? "")\(problem)") }
        try session.apply(written)
        return true
    }

    func save(_ path: String) {
        guard !path.isEmpty else { return say("save PATH, with the path of a new file") }
        switch effects.perform(.saveElsewhere(path: path, record)) {
        case .savedElsewhere(let path):
            self.path = path
            trouble = nil
            say("Saved in \(path).")
        case .failed(let reason): say(reason)
        default: break
        }
    }

    private func close() throws {
        if session.awaiting == .close { _ = try? happen(session.closing) }
        tellEnding()
        try askBeliefs()
        text.beliefs.forEach(say)
        let file = savedFile()
        say(file.map { "Saved in \($0)." } ?? "The match was not saved.")
        if let file, record.hasPerson { say("“credulity resume --plain \(file)” steps through it.") }
        try failIfUnsaved()
    }

    private func leave() throws {
        say("")
        let saved = savedFile()
        let isKept = effects.keepsFile
        _ = effects.perform(.close)
        guard isKept || trouble != nil else { return say("No move was made, so no file is left.") }
        say(saved.map { "Saved in \($0). “credulity resume” goes on." } ?? "The match was not saved.")
        try failIfUnsaved()
    }

    /// What stands against the file has been told.
    private func failIfUnsaved() throws {
        if trouble != nil { throw ExitCode(74) }
    }

    /// The file, if all that happened is in it; what could not be written is tried once more.
    private func savedFile() -> String? {
        if trouble != nil { _ = try? happen([]) }
        return trouble == nil ? path : nil
    }
}
