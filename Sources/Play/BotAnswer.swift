public import Bots
public import Game
public import Solver
import Text

/// What a bot does when the match waits for it, and what the people ought to know of how that came about.
public struct BotAnswer: Hashable, Sendable {
    public var entries: [Entry]
    public var note: String?
}

extension Session {
    /// The match as a side sees it.
    public func turn(
        as side: Side, budget: SearchLimits = SearchLimits(), cancellation: Cancellation = Cancellation()
    ) -> Turn {
        Turn(
            match, ruleset: record.ruleset, opponent: record.player(side.opponent).name, seed: record.header.seed,
            limits: budget, cancellation: cancellation)
    }

    /// What a bot answers that the match is waiting for: a move with its words, or whether it agrees to stop.
    ///
    /// A move that is not legal loses: the side concedes, and says why. Blocks until the bot has answered.
    ///
    /// - Precondition: the match is waiting for a side that the bot plays.
    public func answer(
        by bot: any Bot, budget: SearchLimits = SearchLimits(), cancellation: Cancellation = Cancellation()
    ) -> BotAnswer {
        guard let side = awaited else { preconditionFailure("the match waits for nobody") }
        let turn = turn(as: side, budget: budget, cancellation: cancellation)
        guard awaiting == .move(side) else {
            let agrees = bot.agreesToStop(turn, as: side)
            let note = agrees ? nil : "\(record.player(side).name) would rather play on."
            return BotAnswer(entries: [Entry(.answerStop(agrees: agrees))], note: note)
        }
        let reply = bot.reply(to: turn)
        do throws(IllegalMove) {
            _ = try position.playing(reply.move)
            return BotAnswer(entries: entries(of: reply), note: reply.note)
        } catch {
            let words = "“\(record.player(side).name)” named no legal move, and forfeits: \(error)."
            return BotAnswer(entries: [Entry(.move(.concede), words: words)], note: reply.note)
        }
    }

    /// What is written down of a reply, in order.
    private func entries(of reply: Reply) -> [Entry] {
        let objection = match.plies.isEmpty ? nil : reply.objection
        let objecting = objection.map { Entry(.object, words: $0.madePlainLines) }
        return [objecting, Entry(.move(reply.move), words: reply.words?.madePlainLines)].compactMap(\.self)
    }
}

extension String {
    /// Plain text with the lines that it has.
    var madePlainLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).madePlain }
            .joined(separator: "\n")
    }
}
