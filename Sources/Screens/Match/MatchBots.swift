import Archive
import Bots
import Game
import Text

/// Two bots playing while somebody watches.
struct Watch: Hashable, Sendable {
    var pace = Pace()
    var isPaused = false
    /// Whether the last move has had its time.
    var isDue = true
    /// Of the wait for that; answers to other waits are stale.
    var ticket = 0
    /// The next move, waiting for its time.
    var reply: Reply?
}

/// The part of the bots in a match.
extension MatchScreen {
    /// Whether nobody at the keyboard plays.
    var isWatched: Bool { !record.hasPerson }

    /// Whether somebody at the keyboard is to move.
    var isPersonsTurn: Bool {
        record.player(sideToMove).isHuman && record.adjudicationAskedBy == nil && record.verdict == nil
    }

    /// Who thinks, in a few words; `nil` when nobody does.
    var thinkingText: String? {
        guard isThinking else { return nil }
        let asker = record.adjudicationAskedBy
        return asker.map { "\(shown.name($0.opponent).clipped(24)) considers stopping" }
            ?? "\(shown.name(sideToMove).clipped(24)) is thinking"
    }

    /// How two bots are watched, in a few words.
    var watchText: String? {
        guard isWatched else { return nil }
        return watch.isPaused ? "paused; \(watch.pace.text)" : watch.pace.text
    }

    /// Asks the bot whose turn or answer it is, unless it has been asked.
    mutating func askBot() -> [Request] {
        guard !isThinking, watch.reply == nil else { return [] }
        if let asker = record.adjudicationAskedBy {
            guard !record.player(asker.opponent).isHuman else { return [] }
            isThinking = true
            return [.effect(.considerStopping(record))]
        }
        guard !record.player(sideToMove).isHuman else { return [] }
        isThinking = true
        return [.effect(.think(record))]
    }

    mutating func thought(_ reply: Reply, _ occasion: Occasion) -> [Request] {
        guard isThinking, occasion == Occasion(record) else { return [] }
        isThinking = false
        watch.reply = reply
        return watch.isDue ? advance() : []
    }

    mutating func considered(_ agrees: Bool, _ occasion: Occasion) -> [Request] {
        guard isThinking, occasion == Occasion(record), let asker = record.adjudicationAskedBy else { return [] }
        isThinking = false
        if !agrees { notice = "\(shown.name(asker.opponent)) would rather play on." }
        return journal([.adjudicationAnswered(asker.opponent, agreed: agrees)])
    }

    /// What comes once the last move has had its time: the bot's move if it is there, or the verdict.
    private mutating func advance() -> [Request] {
        if record.isClosed { return proceed() }
        guard let reply = watch.reply else { return [] }
        watch.reply = nil
        if let note = reply.note { notice = note }
        return journal(reply.events(in: record))
    }

    /// Gives the last move its time, where somebody watches.
    mutating func restartClock() -> [Request] {
        guard isWatched else { return [] }
        watch.ticket += 1
        watch.isDue = false
        guard !watch.isPaused else { return [.effect(.stopWaiting)] }
        guard watch.pace.milliseconds > 0 else {
            watch.isDue = true
            return [.effect(.stopWaiting)]
        }
        return [.effect(.wait(milliseconds: watch.pace.milliseconds, ticket: watch.ticket))]
    }

    mutating func waited(_ ticket: Int) -> [Request] {
        guard ticket == watch.ticket, isWatched, !watch.isPaused else { return [] }
        return comeDue()
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
