public import Bots
public import Game
public import Solver
import Text

/// What a bot does when the match waits for it, and what the people ought to know of how that came about.
public struct BotAnswer: Hashable, Sendable {
    public var entries: [Entry]
    public var note: String?
    /// What is to be settled then, where somebody at the keyboard has to write.
    public var sealing: Sealing?

    init(_ entries: [Entry], note: String? = nil) {
        self.entries = entries
        self.note = note
    }
}

extension Session {
    /// The match as a side sees it.
    public func turn(
        as side: Side, budget: SearchLimits = SearchLimits(), cancellation: Cancellation = Cancellation()
    ) -> Turn {
        Turn(
            match, ruleset: record.played, opponent: record.player(side.opponent).name, seed: record.header.seed,
            limits: budget, cancellation: cancellation)
    }

    /// What a bot answers that the match is waiting for: a move with its words, something it has settled before, or whether
    /// it agrees to stop.
    ///
    /// A move that is not legal loses, and so does what may not be raised: the side concedes, and says why. Blocks until the bot has answered.
    ///
    /// - Parameter opponent: who writes for the other side where something is settled; without one, the bot of ours that
    ///   plays it, if any does.
    /// - Precondition: the match is waiting for a side that the bot plays.
    public func answer(
        by bot: any Bot, against opponent: (any Bot)? = nil, budget: SearchLimits = SearchLimits(),
        cancellation: Cancellation = Cancellation()
    ) -> BotAnswer {
        guard let side = awaited else { preconditionFailure("the match waits for nobody") }
        let turn = turn(as: side, budget: budget, cancellation: cancellation)
        func settled(_ raised: Raised, after entries: [Entry]) throws(RecordError) -> BotAnswer {
            try settling(raised, after: entries, against: opponent, cancellation)
        }
        if case .answer = awaiting {
            let agrees = bot.agreesToStop(turn, as: side)
            let note = agrees ? nil : "\(record.player(side).name) would rather play on."
            return BotAnswer([Entry(.answerStop(agrees: agrees))], note: note)
        }
        if case .acceptance = awaiting {
            return bot.lastWord(turn).flatMap { try? settled($0, after: []) } ?? BotAnswer(closing)
        }
        let reply = bot.reply(to: turn)
        let objecting = objecting(reply)
        let reason: String
        do {
            if let raised = reply.raised {
                var answer = try settled(raised, after: objecting)
                answer.note = reply.note
                return answer
            }
            _ = try position.playing(reply.move)
            let move = Entry(.move(reply.move), words: reply.words?.madePlainLines)
            return BotAnswer(objecting + [move], note: reply.note)
        } catch {
            reason = "\(error)"
        }
        let words = "“\(record.player(side).name)” named no legal move, and forfeits: \(reason)."
        return BotAnswer([Entry(.move(.concede), words: words.madePlain)], note: reply.note)
    }

    /// What it says against the last move, unless that has been said before it had a number settled.
    private func objecting(_ reply: Reply) -> [Entry] {
        guard !match.plies.isEmpty, let objection = reply.objection,
            record.objection(to: match.plies.count) == nil
        else { return [] }
        return [Entry(.object, words: objection.madePlainLines)]
    }

    /// What a bot raises, settled where nobody at the keyboard has to write.
    ///
    /// - Throws: `RecordError` where it may not be settled.
    private func settling(
        _ raised: Raised, after entries: [Entry], against opponent: (any Bot)?, _ cancellation: Cancellation
    ) throws(RecordError) -> BotAnswer {
        var sealing = try sealing(raised.subject, raisedBy: raised)
        var answer = BotAnswer(entries)
        guard sealing.writers.isEmpty else {
            answer.sealing = sealing
            return answer
        }
        for side in sealing.unaskedBots {
            let writer = opponent ?? record.player(side).bot.flatMap { bot(named: $0, for: record.ruleset) }
            let turn = turn(as: side, cancellation: cancellation)
            sealing.take(writer?.offer(for: raised.subject, turn, as: side), from: side)
        }
        answer.entries += self.entries(of: sealing)
        return answer
    }
}

extension String {
    /// Plain text with the lines that it has.
    var madePlainLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).madePlain }
            .joined(separator: "\n")
    }
}
