import Bots
import Game
import Play
import Review
import Screens
import Text

/// What one writer came to, of those by whom a number is settled.
private enum Written {
    case sealed(Credence?, believing: Credence?)
    /// Whoever raised it would rather leave it.
    case left
    case inputEnded
}

/// What was typed where a credence may be.
private enum Typed {
    case none
    case credence(TypedCredence)

    var credence: Credence? {
        if case .credence(let typed) = self { typed.credence } else { nil }
    }
}

/// The sealed entries by which a number is settled, asked for one after the other. Source: RULES §7.
extension PlainGame {
    /// Lets everybody write; nothing has happened before all have.
    ///
    /// - Parameter mayLeave: whether the first writer may still leave it.
    /// - Returns: false at the end of the input.
    func settle(_ sealing: Sealing, mayLeave: Bool = true) throws -> Bool {
        var sealing = sealing
        let plies = record.match.plies.count
        let subject = opening(sealing)
        while let writer = sealing.writer {
            let isFirst = sealing.writers.first == writer
            switch written(by: writer, for: sealing.subject, told: subject, mayLeave: mayLeave && isFirst) {
            case .sealed(let offer, let belief): sealing.seal(offer, believing: belief)
            case .left:
                say("Nothing was settled.")
                return true
            case .inputEnded: return false
            }
        }
        for side in sealing.unaskedBots {
            Output.push()
            let bot = effects.engines.bot(on: side, of: session)
            sealing.take(bot?.offer(for: sealing.subject, session.turn(as: side), as: side), from: side)
        }
        guard try happen(session.entries(of: sealing)) else { return true }
        text.lastEvent.forEach(say)
        if record.match.plies.count == plies, session.awaitsPersonsMove { show() }
        return true
    }

    /// What is being settled, and how.
    private func opening(_ sealing: Sealing) -> [String] {
        let shown = MatchAtStep(record)
        let third = record.header.judge.map { "\($0) judges, and the middle of the three numbers counts" }
        let law =
            (third ?? sealing.subject.lawWithoutJudge) + ". Enter alone writes none, which sides with the third."
        switch sealing.subject {
        case .dispute(let number):
            let inForce = shown.numbersBehindLastMove.first { $0.number == number }?.inForce ?? .zero
            return [
                "\(shown.name(sealing.side)) disputes “\(shown.title(of: number))”: \(inForce.credenceText), \(inForce) bits.",
                law,
            ]
        case .coin(let coin):
            let book = (try? record.match.rules.bookPrice(of: coin)) ?? .zero
            return [
                "\(shown.name(sealing.side)) coins “\(coin.identifier)”; the book says \(book.credenceText), \(book) bits.",
                law,
            ]
        }
    }

    private func name(of writer: Sealing.Writer) -> String {
        switch writer {
        case .side(let side): MatchAtStep(record).name(side)
        case .judge: record.header.judge ?? "the judge"
        }
    }

    private func written(
        by writer: Sealing.Writer, for subject: Settlement, told: [String], mayLeave: Bool
    ) -> Written {
        let name = name(of: writer)
        let leaving = mayLeave ? " “leave” leaves it." : ""
        return paper.aside { stays in
            told.forEach(say)
            say("\(name) writes, out of sight of the others: \(TypedCredence.ways).\(leaving)")
            while true {
                guard let line = paper.sealed("what is it worth, given all that has been claimed", for: name)
                else { return .inputEnded }
                if mayLeave, line.trimmed == "leave" { return .left }
                guard let offer = credence(in: line) else { continue }
                guard let isMeant = isMeant(offer, for: subject, stays) else { return .inputEnded }
                guard isMeant else { continue }
                guard case .side = writer else { return .sealed(offer.credence, believing: nil) }
                guard let belief = belief(of: name) else { return .inputEnded }
                return .sealed(offer.credence, believing: belief.credence)
            }
        }
    }

    /// What it would do if it stood, and whether it is to be sealed; `nil` at the end of the input.
    private func isMeant(_ offer: Typed, for subject: Settlement, _ stays: Bool) -> Bool? {
        guard case .credence(let typed) = offer else {
            return paper.ask("None: it sides with the third number. Seal it?")
        }
        if stays {
            guard let isAsked = paper.ask("What it would do can be said, but stays on this terminal. Say it?")
            else { return nil }
            guard isAsked else { return paper.ask("Seal it?") }
        }
        say("\(typed.understood), if it stood:")
        MatchAtStep(record).consequence(of: subject, at: typed.credence).forEach { say("    " + $0) }
        return paper.ask("Seal it?")
    }

    /// What somebody believes, which changes nothing; `nil` at the end of the input.
    private func belief(of name: String) -> Typed? {
        while let line = paper.sealed(
            "and what do you believe yourself? It changes nothing; Enter says nothing", for: name)
        {
            if let belief = credence(in: line) { return belief }
        }
        return nil
    }

    /// What was typed, with no credence for nothing; `nil` once it has been said why it is none.
    private func credence(in line: String) -> Typed? {
        guard !line.trimmed.isEmpty else { return Typed.none }
        do throws(TypedCredenceError) {
            return .credence(try TypedCredence(line.trimmed))
        } catch {
            say("\(error)".capitalizedFirst + ".")
            return nil
        }
    }
}

/// Disputes. Source: RULES §7.
extension PlainGame {
    /// Lists the numbers behind the last move, or has one of them settled, by its number in the list or as notation names it.
    ///
    /// - Returns: false at the end of the input.
    func dispute(_ rest: String) throws -> Bool {
        let shown = MatchAtStep(record)
        let numbers = shown.numbersBehindLastMove
        guard !rest.trimmed.isEmpty else {
            text.disputing.forEach(say)
            return true
        }
        let subject: Settlement
        if Int(rest.trimmed) != nil {
            guard let number = numbers.numbered(rest.trimmed) else {
                say(numbers.isEmpty ? "there is no number to dispute" : "dispute N, with N from 1 to \(numbers.count)")
                return true
            }
            subject = .dispute(number.number)
        } else {
            guard let written = settlement("dispute \(rest)") else { return true }
            subject = written
        }
        return try raise(subject)
    }

    /// What a line of notation would have settled; what each writes is no part of it here. `nil` once it was said why not.
    func settlement(_ notation: String) -> Settlement? {
        do {
            let settlement = try record.match.ruleset.act(notation).settlement
            guard let settlement, settlement.offers == Offers() else {
                say("what each writes is asked for under seal: leave it out here")
                return nil
            }
            return settlement.subject
        } catch {
            say("not understood: \(error)")
            return nil
        }
    }

    /// Has something settled, or says why it may not be.
    ///
    /// - Returns: false at the end of the input.
    func raise(_ subject: Settlement) throws -> Bool {
        let sealing: Sealing
        do throws(RecordError) {
            sealing = try session.sealing(subject)
        } catch {
            say("\(error)")
            return true
        }
        return try settle(sealing)
    }
}
