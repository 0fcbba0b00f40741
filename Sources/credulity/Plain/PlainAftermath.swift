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
            entries += rowBeliefs(of: side)
        }
        if !entries.isEmpty { try happen(entries) }
    }

    /// What a person believes of the rows that the match leaned on, as many as it likes.
    private func rowBeliefs(of side: Side) -> [Entry] {
        let ruleset = record.match.ruleset
        let rows = record.match.rowsLeanedOn.map { ruleset.rows[$0] }
        guard !rows.isEmpty else { return [] }
        say("And of the rows of the table that this match leaned on? Write a row and a credence, or nothing to go on.")
        for row in rows { say("  \(row.identifier): \(row.text)") }
        var entries: [Entry] = []
        while let line = paper.sealed("a row and a credence", for: record.player(side).name), !line.trimmed.isEmpty {
            if let entry = rowBelief(of: side, line) { entries.append(entry) }
        }
        return entries
    }

    /// What a person believes of a row, such as `far-is-far 70%`; says so where it is none, and gives `nil`.
    func rowBelief(of side: Side, _ text: String) -> Entry? {
        let (name, credence) = words(of: text)
        let rows = record.match.ruleset.rows
        guard let place = rows.firstIndex(where: { $0.identifier == name }) else {
            let close = nearest(to: name, among: rows.map(\.identifier))
            say("there is no row “\(name)”" + (close.map { "; did you mean “\($0)”?" } ?? "."))
            return nil
        }
        do throws(PredictionError) {
            return Entry(.believe(side, .row(place), try TypedCredence(predicting: credence).credence))
        } catch {
            say("\(error)".capitalizedFirst + ".")
            return nil
        }
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
