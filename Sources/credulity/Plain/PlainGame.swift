import Archive
import Bots
import Game
import Glibc
import Screens
import Text

/// The game as numbered lines, for screen readers, pipes and terminals that cannot place the cursor.
final class PlainGame {
    private var record: MatchRecord
    private var path: String?
    /// Why what happened last is not in the file; `nil` while it is.
    private var trouble: String?
    private let effects: EffectRunner
    private let paper = Paper()
    private let ending: Ending
    /// Words to go with the next move.
    private var draft = ""
    /// The cards as last numbered.
    private var numbered: [Move] = []
    /// Whether moves are questioned that throw away a proven win.
    private var isTutored = false

    init(_ record: MatchRecord, path: String?, trouble: String?, _ effects: EffectRunner) {
        self.record = record
        self.path = path
        self.trouble = trouble
        self.effects = effects
        ending = Ending { [engines = effects.engines] in engines.end() }
        if let trouble { warn("NOT SAVED: \(trouble)") }
    }

    /// Plays to the verdict, or to the end of the input, which leaves the match saved.
    func play() throws {
        PlainText(record).opening.forEach(say)
        while true {
            if record.verdict != nil {
                close()
                return
            }
            let side = record.position.sideToMove
            if record.adjudicationAskedBy != nil {
                guard try answerAdjudication() else { return leave() }
            } else if !record.player(side).isHuman {
                try letBotMove(side)
            } else {
                guard try turn() else { return leave() }
            }
        }
    }

    private func letBotMove(_ side: Side) throws {
        let player = record.player(side)
        guard let bot = effects.bot(for: side, of: record) else {
            throw failure("there is no bot “\(player.seat)” here", code: 64)
        }
        let reply = bot.reply(to: Turn(record))
        ending.holdIfBegun()
        guard try happen(reply.events(in: record)) else { throw failure("\(player.name) made no legal move") }
        if let objection = reply.objection { say("    \(player.name) objects: “\(objection)”") }
        PlainText(record).lastMove.forEach(say)
        if let note = reply.note { say(note) }
    }

    /// - Returns: false when the player leaves.
    private func turn() throws -> Bool {
        let text = PlainText(record)
        numbered = text.moves
        text.position.forEach(say)
        text.choiceLines.forEach(say)
        let ply = record.match.moves.count
        while record.match.moves.count == ply, record.verdict == nil, record.adjudicationAskedBy == nil {
            prompt("\(record.player(record.position.sideToMove).name)> ")
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
        case "hint": say(hint())
        case "tutor" where rest == "on" || rest == "off":
            isTutored = rest == "on"
            say(isTutored ? "a move that throws away a proven win is questioned" : "the tutor keeps silent")
        case "tutor": say("tutor on, or tutor off")
        case "solve": say(Analyst.evaluation(of: record).text)
        case "story": Narration(record).story.forEach(say)
        case "card":
            guard let number = Int(rest), numbered.indices.contains(number - 1) else {
                say("card N, with N from 1 to \(numbered.count)")
                return true
            }
            text.card(number - 1).forEach(say)
        case "say": draft = rest
        case "object" where record.match.moves.isEmpty: say("there is no move to object to yet")
        case "object" where !rest.isEmpty:
            if try happen([.objection(ply: record.match.moves.count, rest.madePlain)]) { say("noted") }
        case "predict": try predict(rest)
        case "undo": return try takeBack()
        case "save": save(rest)
        case "stop": try happen([.adjudicationAsked(.training)])
        default: try move(verb, rest, line)
        }
        return true
    }

    private func move(_ verb: String, _ rest: String, _ line: String) throws {
        if let number = Int(verb) {
            guard numbered.indices.contains(number - 1) else {
                return say("a number from 1 to \(numbered.count), or ? for help")
            }
            if !rest.isEmpty { draft = draft.isEmpty ? rest : draft + " " + rest }
            return try propose(numbered[number - 1])
        }
        do {
            try propose(record.match.ruleset.move(line))
        } catch let error as NotationError {
            say("not understood: \(error). ? shows what can be typed")
        }
    }

    /// Makes a move, after the tutor has had its say.
    private func propose(_ move: Move) throws {
        if isTutored, move != .concede, Analyst.appraisal(of: record).throwsAwayWin(move) {
            guard ask("That throws away a proven win. Play it all the same? y or n> ") == true else { return }
        }
        try make(move)
    }

    private func hint() -> String {
        let appraisal = Analyst.appraisal(of: record)
        let number = numbered.firstIndex(of: appraisal.best).map { " It is number \($0 + 1)." } ?? ""
        return appraisal.hint(PlainText(record).name(appraisal.best)) + number
    }

    private func make(_ move: Move) throws {
        let ply = record.match.moves.count + 1
        var events = [MatchEvent.move(ply: ply, record.match.ruleset.notation(of: move))]
        if !draft.isEmpty { events.append(.words(ply: ply, draft.madePlain)) }
        guard try happen(events) else { return }
        draft = ""
        PlainText(record).lastMove.forEach(say)
    }

    private func predict(_ text: String) throws {
        let words = text.split(separator: " ").map(String.init)
        let side = words.first.flatMap(Side.init)
        guard words.count == (side == nil ? 1 : 2), let credence = Credence(percent: words[words.count - 1]) else {
            return say(
                "predict P, or predict training P, with P a percentage between 0 and 100: the credence that "
                    + "Training wins")
        }
        if try happen([.prediction(side ?? record.position.sideToMove, credence)]) { say("sealed until the verdict") }
    }

    /// - Returns: false at the end of the input.
    private func takeBack() throws -> Bool {
        let other = record.position.sideToMove.opponent
        guard let plies = record.pliesToTakeBack else {
            say("there is no move of yours to take back")
            return true
        }
        if Side.allCases.allSatisfy({ record.player($0).isHuman }) {
            let mover = record.player(record.position.sideToMove).name
            guard let agreed = ask("\(mover), may \(record.player(other).name) take back the last move? y or n> ")
            else { return false }
            guard agreed else { return true }
        }
        try happen([.undo(plies: plies)])
        return true
    }

    /// - Returns: false at the end of the input.
    private func answerAdjudication() throws -> Bool {
        guard let asker = record.adjudicationAskedBy else { return true }
        let other = asker.opponent
        if !record.player(other).isHuman {
            let agreed = agreesToStop(record)
            say("\(record.player(other).name) \(agreed ? "agrees to stop" : "would rather play on")")
            return try happen([.adjudicationAnswered(other, agreed: agreed)])
        }
        let question =
            "\(record.player(asker).name) would stop here; the smaller share of its limit wins. "
            + "\(record.player(other).name), agree? y or n> "
        guard let agreed = ask(question) else { return false }
        return try happen([.adjudicationAnswered(other, agreed: agreed)])
    }

    /// Yes or no; `nil` at the end of the input.
    private func ask(_ question: String) -> Bool? {
        while true {
            prompt(question)
            guard let line = readLine() else { return nil }
            if line.hasPrefix("y") || line.hasPrefix("Y") { return true }
            if line.hasPrefix("n") || line.hasPrefix("N") { return false }
        }
    }

    /// Puts events on the disk, then in the record.
    ///
    /// - Returns: whether they fit; if not, it has been said why.
    @discardableResult
    private func happen(_ events: [MatchEvent]) throws -> Bool {
        var trial = record
        do throws(JournalProblem) {
            for event in events { try trial.apply(TimedEvent(event, at: "")) }
        } catch {
            say("\(error)")
            return false
        }
        guard case .journalled(let timed, let problem)? = effects.perform(.journal(events)) else { return false }
        trouble = problem
        if let problem { warn("NOT SAVED: \(path.map { $0 + ": " } ?? "")\(problem)") }
        for event in timed { try record.apply(event) }
        return true
    }

    private func close() {
        if !record.isClosed, let verdict = record.verdict {
            _ = try? happen([.verdict(VerdictLine(verdict, in: record.match.ruleset))] + remarks(on: record))
        }
        PlainText(record).ending(savedIn: savedFile()).forEach(say)
    }

    private func leave() {
        say("")
        say(savedFile().map { "Saved in \($0). “credulity resume” goes on." } ?? "The match was not saved.")
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

    private func say(_ line: String) {
        paper.say(line)
    }

    private func prompt(_ text: String) {
        paper.prompt(text)
    }
}
