import ArgumentParser
import Game
import Glibc
import Play
import Review
import Screens
import Solver
import Text

/// The game as numbered lines, for screen readers, pipes and terminals that cannot place the cursor.
final class PlainGame {
    private var session: Session
    private var path: String?
    /// Why what happened last is not in the file; `nil` while it is.
    private var trouble: String?
    private let effects: EffectRunner
    let columns = terminalColumns
    private let ending: Ending
    /// Words to go with moves that are still to come.
    private var drafts = Drafts()
    /// The cards as last numbered.
    private var numbered: [Move] = []
    /// Whether moves are questioned that throw away a proven win.
    private var isTutored = false

    init(_ record: MatchRecord, path: String?, trouble: String?, _ effects: EffectRunner) {
        session = Session(record)
        self.path = path
        self.trouble = trouble
        self.effects = effects
        ending = Ending { [engines = effects.engines] in engines.end() }
        if let trouble { warn("NOT SAVED: \(trouble)") }
    }

    private var record: MatchRecord { session.record }

    /// Plays to the verdict, or to the end of the input, which leaves the match saved.
    func play() throws {
        PlainText(record).opening.forEach(say)
        if case .drafts(let kept)? = effects.perform(.recallDrafts(record)) { drafts = kept }
        while true {
            try Output.flush()
            switch session.awaiting {
            case .close, .nothing: return try close()
            case .move where session.awaitsBot, .answer where session.awaitsBot: try letBotAnswer()
            case .move: guard try turn() else { return try leave() }
            case .answer(let side): guard try agreeToStop(side) else { return try leave() }
            }
        }
    }

    private func letBotAnswer() throws {
        let player = record.player(session.awaited ?? session.sideToMove)
        guard let bot = effects.engines.bot(of: session) else {
            throw failure("there is no bot “\(player.seat)” here", code: 64)
        }
        let plies = session.match.plies.count
        let answer = session.answer(by: bot)
        ending.holdIfBegun()
        try happen(answer.entries)
        for objection in answer.entries where objection.act == .object {
            say("    \(player.name) objects: “\(objection.words ?? "")”")
        }
        if session.match.plies.count > plies { PlainText(record).lastMove.forEach(say) }
        if answer.entries.contains(where: { $0.act == .answerStop(agrees: true) }) {
            say("\(player.name) agrees to stop")
        }
        if let note = answer.note { say(note) }
    }

    /// - Returns: false when the player leaves.
    private func turn() throws -> Bool {
        let text = PlainText(record)
        numbered = text.moves
        text.position.forEach(say)
        text.choiceLines.forEach(say)
        if !draft.isEmpty { say("Your words wait for this move: “\(draft)”") }
        let plies = session.match.plies.count
        let side = session.sideToMove
        while session.match.plies.count == plies, session.awaiting == .move(side) {
            prompt("\(record.player(side).name)> ")
            try Output.flush()
            guard let line = readLine() else { return false }
            guard try obey(line) else { return false }
        }
        return true
    }

    /// - Returns: false when the player leaves.
    private func obey(_ line: String) throws -> Bool {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard let verb = words.first else { return true }
        let rest = words.count > 1 ? words[1] : ""
        let text = PlainText(record)
        switch verb {
        case "quit", "q": return false
        case "?", "help": PlainText.help.forEach(say)
        case "show": (text.position + text.choiceLines).forEach(say)
        case "why": text.barred.forEach(say)
        case "corpus": text.corpus.forEach(say)
        case "hint": hint()
        case "tutor" where rest == "on" || rest == "off":
            isTutored = rest == "on"
            say(isTutored ? "a move that throws away a proven win is questioned" : "the tutor keeps silent")
        case "tutor": say("tutor on, or tutor off")
        case "solve": say(Evaluation(of: record).text)
        case "story": Narration(record).story.forEach(say)
        case "card":
            guard let number = Int(rest), numbered.indices.contains(number - 1) else {
                say("card N, with N from 1 to \(numbered.count)")
                return true
            }
            text.card(number - 1).forEach(say)
        case "say": keepDraft(rest.madePlain)
        case "object" where !rest.isEmpty:
            if try happen([Entry(.object, words: rest.madePlain)]) { say("noted") }
        case "predict": try predict(rest)
        case "undo": return try takeBack()
        case "save": save(rest)
        case "stop": try happen([Entry(.askToStop)])
        default: try move(verb, rest, line)
        }
        return true
    }

    private func move(_ verb: String, _ rest: String, _ line: String) throws {
        if let number = Int(verb) {
            guard numbered.indices.contains(number - 1) else {
                return say("a number from 1 to \(numbered.count), or ? for help")
            }
            let words = [draft, rest.madePlain].filter { !$0.isEmpty }.joined(separator: " ")
            return try propose(numbered[number - 1], saying: words)
        }
        do {
            try propose(record.match.ruleset.move(line), saying: draft)
        } catch let error as NotationError {
            say("not understood: \(error). ? shows what can be typed")
        }
    }

    /// Makes a move, after the tutor has had its say.
    private func propose(_ move: Move, saying words: String) throws {
        if isTutored, move != .concede {
            let appraisal = appraisal
            if appraisal.throwsAwayWin(move) {
                say(Advice(appraisal, warningOf: move, in: MatchAtPly(record)))
                guard ask("Play it all the same? y or n> ") == true else { return keepDraft(words) }
            }
        }
        try make(move, saying: words)
    }

    private var appraisal: Appraisal {
        Appraisal(of: session.turn(as: session.sideToMove, budget: SearchLimits(seconds: 10)))
    }

    private func hint() {
        let appraisal = appraisal
        say(Advice(appraisal, hintIn: MatchAtPly(record)))
        if let index = numbered.firstIndex(of: appraisal.best) { say("The best is number \(index + 1).") }
    }

    private func say(_ advice: Advice) {
        say(advice.title + ".")
        advice.lines.forEach(say)
    }

    private func make(_ move: Move, saying words: String) throws {
        let side = session.writer
        guard try happen(session.moving(move, saying: words)) else { return keepDraft(words) }
        keepDraft("", of: side)
        PlainText(record).lastMove.forEach(say)
    }

    private var draft: String { drafts.words(of: session.writer, in: record) }

    /// Keeps words for the next move of a side, that of whoever types if none is given.
    private func keepDraft(_ words: String, of side: Side? = nil) {
        let side = side ?? session.writer
        guard drafts.words(of: side, in: record) != words else { return }
        drafts.keep(words, of: side, in: record)
        _ = effects.perform(.keepDrafts(drafts, of: record))
    }

    private func predict(_ text: String) throws {
        let words = text.split(separator: " ").map(String.init)
        let side = words.first.flatMap(Side.init)
        guard words.count == (side == nil ? 1 : 2), let credence = Credence(percent: words[words.count - 1]) else {
            return say(
                "predict P, or predict training P, with P a percentage between 0 and 100: the credence that "
                    + "Training wins")
        }
        if try happen([Entry(.predict(side ?? session.sideToMove, credence))]) { say("sealed until the verdict") }
    }

    /// - Returns: false at the end of the input.
    private func takeBack() throws -> Bool {
        guard let takeBack = session.takeBack else {
            say("there is no move of yours to take back")
            return true
        }
        if let side = takeBack.consent {
            let names = (record.player(side).name, record.player(side.opponent).name)
            guard let agreed = ask("\(names.0), may \(names.1) take back the last move? y or n> ") else { return false }
            guard agreed else { return true }
        }
        try happen(takeBack.entries)
        return true
    }

    /// Asks a person whether to stop.
    ///
    /// - Returns: false at the end of the input.
    private func agreeToStop(_ side: Side) throws -> Bool {
        let question =
            "\(record.player(side.opponent).name) would stop here; the smaller share of its limit wins. "
            + "\(record.player(side).name), agree? y or n> "
        guard let agreed = ask(question) else { return false }
        return try happen([Entry(.answerStop(agrees: agreed))])
    }

    /// Puts entries on the disk, then in the record.
    ///
    /// - Returns: whether they fit; if not, it has been said why.
    @discardableResult
    private func happen(_ entries: [Entry]) throws -> Bool {
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

    private func close() throws {
        if session.awaiting == .close { _ = try? happen(session.closing) }
        PlainText(record).ending(savedIn: savedFile()).forEach(say)
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

    private func save(_ path: String) {
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
}
