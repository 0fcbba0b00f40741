import Game
import Play
import Review
import Text

/// How far the bot is with what the match waits for.
enum BotThinking: Hashable, Sendable {
    case idle
    case asked
    /// The answer waits for its time.
    case answered(BotAnswer)
}

/// Two bots playing while somebody watches.
struct Watch: Hashable, Sendable {
    var pace = Pace()
    var isPaused = false
    /// Whether the last move has had its time.
    var isDue = true
}

/// The part of the bots in a match.
extension MatchScreen {
    /// Whether nobody at the keyboard plays.
    var isWatched: Bool { !record.hasPerson }

    /// Whether somebody at the keyboard is to move.
    var isPersonsTurn: Bool { session.awaitsPersonsMove }

    /// Who thinks, in a few words; `nil` when nobody does.
    var thinkingText: String? {
        guard thinking == .asked, let side = session.awaited else { return nil }
        let name = shown.name(side).clipped(24)
        return session.awaiting == .answer(side) ? "\(name) considers stopping" : "\(name) is thinking"
    }

    /// How two bots are watched, in a few words.
    var watchText: String? {
        guard isWatched, !record.isClosed else { return nil }
        return watch.isPaused ? "paused; \(watch.pace.text)" : watch.pace.text
    }

    /// Asks the bot that the match is waiting for, unless it has been asked.
    mutating func askBot() -> [Request] {
        guard thinking == .idle, session.awaitsBot else { return [] }
        thinking = .asked
        return [.run(.answer(session))]
    }

    mutating func answered(_ answer: BotAnswer) -> [Request] {
        notice = nil
        thinking = .answered(answer)
        return watch.isDue ? advance() : []
    }

    /// What comes once the last move has had its time: the bot's answer, if it is there.
    private mutating func advance() -> [Request] {
        guard case .answered(let answer) = thinking else { return [] }
        thinking = .idle
        if let note = answer.note { notice = note }
        if let screen = SealingScreen(answer, in: session) { return [.push(screen)] }
        return journal(answer.entries)
    }

    /// Gives the last move its time, where somebody watches.
    mutating func restartClock() -> [Request] {
        guard isWatched else { return [] }
        watch.isDue = !watch.isPaused && watch.pace.milliseconds == 0
        guard !watch.isPaused, !watch.isDue else { return [.cancel(.wait)] }
        return [.run(.wait(watch.pace.milliseconds))]
    }

    mutating func waited() -> [Request] {
        isWatched && !watch.isPaused ? comeDue() : []
    }

    /// Lets the next move come, now or as soon as it is there.
    mutating func comeDue() -> [Request] {
        watch.isDue = true
        return advance()
    }

    mutating func changePace(by change: Int) -> [Request] {
        watch.pace.change(by: change)
        // A move that has had its time waits for nothing but the bot.
        guard !watch.isPaused, !watch.isDue else { return [] }
        return restartClock() + (watch.isDue ? advance() : [])
    }

    mutating func togglePause() -> [Request] {
        watch.isPaused.toggle()
        return restartClock() + (watch.isDue ? advance() : [])
    }
}
