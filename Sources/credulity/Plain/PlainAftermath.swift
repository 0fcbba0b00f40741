import ArgumentParser
import Archive
import Game
import Play
import Review
import Screens
import Text

/// What follows a match that is played as numbered lines: beliefs, the price beside bids, and a second leg.
extension PlainGame {
    /// Plays a match, and the second leg after the first, as long as somebody goes on.
    static func play(_ record: MatchRecord, path: String?, trouble: String?, _ effects: EffectRunner) throws {
        let game = PlainGame(record, path: path, trouble: trouble, effects)
        try game.play()
        try playSecondLeg(after: game.record, game.paper, effects)
    }

    /// Plays the second leg after the first, unless that is saved already, if somebody at the keyboard goes on to it or only
    /// bots play.
    static func playSecondLeg(after record: MatchRecord, _ paper: Paper, _ effects: EffectRunner) throws {
        guard record.isClosed, let setup = record.secondLeg, !hasSecondLeg(record, effects) else { return }
        let names = Side.allCases.map { "\(setup.players[$0].name) plays \($0.title)" }.joined(separator: "; ")
        paper.say("")
        paper.say("The second leg, sides swapped: \(names).")
        if record.hasPerson {
            guard let line = paper.read("Enter begins it, “quit” leaves it for later> "), line.trimmed.isEmpty else {
                return
            }
        }
        let (record, path, trouble) = try effects.begun(setup)
        try play(record, path: path, trouble: trouble, effects)
    }

    /// Whether a second leg after a match is saved.
    private static func hasSecondLeg(_ record: MatchRecord, _ effects: EffectRunner) -> Bool {
        effects.library.matches().matches.contains { $0.header.leg?.first?.id == record.header.id }
    }

    /// How the match ended.
    func tellEnding() {
        let price = paper.price(of: record)
        PlainText(record, listing, price: price).ending.forEach(say)
    }

    /// Asks each person how likely the real thing goes wrong, now that the match is over.
    func askBeliefs() throws {
        let people = record.header.players.people
        guard record.isClosed, !people.isEmpty else { return }
        say("")
        say(
            "And now: how likely is it that the real thing goes wrong, whatever came of this match? Write "
                + "\(TypedCredence.ways), or nothing.")
        var entries: [Entry] = []
        for side in people {
            guard let entry = belief(of: side) else { break }
            entries += entry
        }
        if !entries.isEmpty { try happen(entries) }
    }

    /// What a person believes, sealed; empty for nothing, `nil` at the end of the input.
    func belief(of side: Side) -> [Entry]? {
        while let line = paper.sealed("it goes wrong", for: record.player(side).name) {
            guard !line.trimmed.isEmpty else { return [] }
            do throws(PredictionError) {
                return [Entry(.believe(side, .goesWrong, try TypedCredence(predicting: line).credence))]
            } catch {
                say("\(error)".capitalizedFirst + ".")
            }
        }
        return nil
    }
}

extension Paper {
    /// What the argument of a match would have cost, worked out where there are bids to compare with it; `nil` elsewhere.
    func price(of record: MatchRecord) -> Evaluation.Price? {
        guard record.header.bids != nil, record.verdict != nil else { return nil }
        say("Working out the true price of the argument.")
        Output.push()
        return Evaluation(of: record.unplayed).price
    }
}
