import Game
import Play
import Review
import Screens
import Solver
import Text

/// The first word of a line, and the rest.
func words(of line: String) -> (verb: String, rest: String) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    return (words.first ?? "", words.count > 1 ? words[1] : "")
}

/// What can be typed in a match that is played as numbered lines.
extension PlainGame {
    /// - Returns: false when the player leaves.
    func obey(_ line: String) throws -> Bool {
        let (verb, rest) = words(of: line)
        if look(verb, rest) { return true }
        switch verb {
        case "": break
        case "quit", "q": return false
        case "review": return PlainReview(record, path: path, paper, effects).run()
        case "say": keepDraft(rest.madePlain)
        case "object" where !rest.isEmpty:
            if try happen([Entry(.object, words: rest.madePlain)]) { say("noted") }
        case "predict": try predict(rest)
        case "dispute": return try dispute(rest)
        case "coin": return try coin(rest)
        case "believe": try believe(rest)
        case "undo": return try takeBack()
        case "save": save(rest)
        case "stop": return try askToStop()
        default: return try move(verb, rest, line)
        }
        return true
    }

    /// Shows something, which changes nothing in the match.
    ///
    /// - Returns: whether the verb does that.
    func look(_ verb: String, _ rest: String) -> Bool {
        switch verb {
        case "?", "help": PlainText.help(in: record.match.ruleset).forEach(paper.say)
        case "show": show()
        case "filter", "sort":
            if listing.obey(verb, rest, session.sideToMove, paper) { show() }
        case "why": text.barred.forEach(say)
        case "corpus": text.corpus.forEach(say)
        case "ensemble": text.ensemble.forEach(say)
        case "story" where session.match.plies.isEmpty: say("Nothing has been played yet.")
        case "story": Narration(record).story.forEach(say)
        case "terms": text.terms(rest).forEach(say)
        case "hint": hint()
        case "solve":
            knowsBestPlay = true
            say(Evaluation(of: record).text)
        case "tutor" where rest == "on" || rest == "off":
            isTutored = rest == "on"
            say(isTutored ? "a move that throws away a proven win is questioned" : "the tutor keeps silent")
        case "tutor": say("tutor on, or tutor off")
        case "card":
            guard let move = numbered.numbered(rest) else {
                say("card N, with N from 1 to \(numbered.count)")
                break
            }
            text.card(move).forEach(say)
        default: return false
        }
        return true
    }

    private func move(_ verb: String, _ rest: String, _ line: String) throws -> Bool {
        if Int(verb) != nil {
            guard let move = numbered.numbered(verb) else {
                say("a number from 1 to \(numbered.count), or ? for help")
                return true
            }
            let words = [draft, rest.madePlain].filter { !$0.isEmpty }.joined(separator: " ")
            return try propose(move, saying: words)
        }
        do {
            return try propose(record.match.ruleset.move(line), saying: draft)
        } catch let error as NotationError {
            say("not understood: \(error). ? shows what can be typed")
            return true
        }
    }

    /// Makes a move, after the tutor has had its say; giving up is asked about.
    ///
    /// - Returns: false at the end of the input.
    private func propose(_ move: Move, saying words: String) throws -> Bool {
        if let question = question(about: move) {
            let isMeant = paper.ask(question)
            guard isMeant == true else {
                keepDraft(words)
                return isMeant != nil
            }
        }
        let side = session.writer
        guard try happen(session.moving(move, saying: words)) else {
            keepDraft(words)
            return true
        }
        keepDraft("", of: side)
        text.lastEvent.forEach(say)
        return true
    }

    /// What is asked before a move is made; `nil` for nothing.
    private func question(about move: Move) -> String? {
        if move == .concede { return "\(record.player(session.sideToMove).name), give the match up?" }
        guard isTutored else { return nil }
        let appraisal = appraisal
        guard appraisal.throwsAwayWin(move) else { return nil }
        say(Advice(appraisal, warningOf: move, in: MatchAtStep(record)))
        return "Play it all the same?"
    }

    private var appraisal: Appraisal {
        Appraisal(of: session.turn(as: session.sideToMove, budget: SearchLimits(seconds: 10)))
    }

    private func hint() {
        let appraisal = appraisal
        say(Advice(appraisal, hintIn: MatchAtStep(record)))
        let number = numbered.firstIndex(of: appraisal.best).map { "The best is number \($0 + 1) of the cards listed." }
        say(number ?? "The best is not among the cards listed; “filter” alone lists all.")
    }

    private func say(_ advice: Advice) {
        say(advice.title + ".")
        advice.lines.forEach(say)
    }

    /// Whom a credence is of: the side that is named, the only person, or the side to move; and the credence.
    private func sealing(_ rest: String) -> (side: Side, credence: String) {
        let people = record.header.players.people
        let (first, second) = words(of: rest)
        if let named = Side(rawValue: first) { return (named, second) }
        return (people.count == 1 ? people[0] : session.sideToMove, rest)
    }

    /// Seals, or corrects, how likely the real thing goes wrong; asks each person for it where nothing is said of it.
    func believe(_ rest: String) throws {
        guard session.match.mayPredict else { return say("beliefs are asked for again after the verdict") }
        guard !knowsBestPlay else { return say(Self.sealedByNow) }
        guard !rest.trimmed.isEmpty else {
            let entries = record.header.players.people.compactMap(belief).flatMap(\.self)
            if !entries.isEmpty, try happen(entries) { say("That is sealed until the verdict.") }
            return
        }
        let (side, credence) = sealing(rest)
        let (first, row) = words(of: credence)
        if first == "row" {
            if let entry = rowBelief(of: side, row), try happen([entry]) { say("That is sealed until the verdict.") }
            return
        }
        do {
            let typed = try TypedCredence(predicting: credence)
            guard try happen([Entry(.believe(side, .goesWrong, typed.credence))]) else { return }
            say("\(record.player(side).name): \(typed.goingWrong). That is sealed until the verdict.")
        } catch let error as PredictionError {
            say("\(error)".capitalizedFirst + ".")
        }
    }

    private static let sealedByNow = "best play was shown, so what was sealed before stays as it is"

    /// Seals, or corrects, a prediction.
    func predict(_ rest: String) throws {
        guard !knowsBestPlay || !session.match.mayPredict else { return say(Self.sealedByNow) }
        guard !rest.trimmed.isEmpty else { return text.predicting.forEach(say) }
        let (side, credence) = sealing(rest)
        do {
            let typed = try TypedCredence(predicting: credence)
            guard try happen([Entry(.predict(side, typed.credence))]) else { return }
            say(
                "\(record.player(side).name): \(typed.prediction). That is sealed until the verdict; until the first move "
                    + "“predict” corrects it.")
        } catch let error as PredictionError {
            say("\(error)".capitalizedFirst + ".")
        }
    }

    /// - Returns: false at the end of the input.
    private func takeBack() throws -> Bool {
        guard let takeBack = session.takeBack else {
            say("there is no move of yours to take back")
            return true
        }
        if let side = takeBack.consent {
            let names = (record.player(side).name, record.player(side.opponent).name)
            guard let agreed = paper.ask("\(names.0), may \(names.1) take back the last move?") else { return false }
            guard agreed else { return true }
        }
        // What was said with the move is not kept, as on the screen: words typed with the next would be joined to it.
        try happen(takeBack.entries)
        return true
    }

    /// Another person is asked; a bot that agrees does so because it does not lose, so one had better be sure.
    ///
    /// - Returns: false at the end of the input.
    private func askToStop() throws -> Bool {
        if session.match.mayAdjudicate, !record.player(session.sideToMove.opponent).isHuman {
            guard let isMeant = paper.ask("Stop? \(Narration(record).adjudication)") else { return false }
            guard isMeant else { return true }
        }
        try happen([Entry(.askToStop)])
        return true
    }
}

extension PlainListing {
    /// Filters or sorts the list as a player says, or says how.
    ///
    /// - Returns: whether the list has changed.
    mutating func obey(_ verb: String, _ rest: String, _ side: Side, _ paper: Paper) -> Bool {
        if verb == "filter" {
            filter = rest
            return true
        }
        guard let title = sort(rest, side) else {
            paper.say("sort ORDER, with its number or a word of it:")
            orders(side).forEach(paper.say)
            return false
        }
        paper.say("Sorted \(title).")
        return true
    }
}
