import Game
import Play
import Review
import Screens
import Text

/// Why a form was not filled in to its end.
private enum FormStop: Error {
    case left
    case inputEnded
}

/// Cards that are made up, in lines. Source: RULES §8.
extension PlainGame {
    /// Makes a card up and has its number settled: asks for all of it, or reads a line of notation and asks for the rest.
    ///
    /// - Returns: false at the end of the input.
    func coin(_ rest: String) throws -> Bool {
        let side = session.sideToMove
        guard session.position.coinsLeft[side] > 0 else {
            say("no coin: none is left")
            return true
        }
        var form = coining[side] ?? CardForm(in: session.position)
        do throws(FormStop) {
            if rest.trimmed.isEmpty {
                try fill(&form, side)
            } else {
                guard case .coin(let coin)? = settlement("coin \(rest)") else { return true }
                guard (coin.move(after: record.match.ruleset).kind == .counter) == (side == .training) else {
                    say("\(IllegalAct.coin(.notYourTurn))")
                    return true
                }
                form = CardForm(coin, in: session.position)
                try write(&form, side)
            }
        } catch {
            coining[side] = form
            if error == .left { say("“coin” goes on from there.") }
            return error == .left
        }
        coining[side] = form
        return try confirm(form.coin(for: side), side)
    }

    /// Says what the card would come to, and has its number settled if that is meant.
    private func confirm(_ coin: Coin, _ side: Side) throws -> Bool {
        let preview = MatchAtStep(record).preview(of: coin)
        preview.sentences.forEach(say)
        guard preview.refusal == nil else {
            say("What you typed is kept: “coin” begins from it.")
            return true
        }
        guard let isMeant = paper.ask("Have its number settled, and play it?") else { return false }
        guard isMeant else {
            say("What you typed is kept: “coin” begins from it.")
            return true
        }
        let left = session.position.coinsLeft[side]
        guard try raise(.coin(coin)) else { return false }
        if session.position.coinsLeft[side] < left { coining[side] = nil }
        return true
    }

    /// Asks for all that makes a card.
    private func fill(_ form: inout CardForm, _ side: Side) throws(FormStop) {
        say("A card of your own. Enter keeps what stands in brackets; “leave” leaves it, and keeps what was typed.")
        var filled = form
        defer { form = filled }
        if side == .divergence {
            try ask("It is played as", session.position.coinedKinds, filled.verb) { filled.verb = $0 }
        } else if session.match.rules.mode == .easy {
            try ask("The data are", Provenance.allCases, filled.provenance) { filled.provenance = $0 }
        }
        try ask("Its name", kept: filled.identifier) { filled.take(name: $0) }
        try writeText(&filled, side)
        say(
            side == .divergence
                ? "What sets it off, each with the credence of a condition:" : "What it shows, each with its credence:")
        features(side, filled.provenance).forEach(say)
        let ruleset = record.match.ruleset
        let kept = filled.features.map { ruleset[$0].identifier }.joined(separator: " ")
        try ask("Numbers or identifiers", kept: kept) { filled.take(features: $0, of: ruleset) }
        if side == .training {
            try ask("The overseer sees", Channel.allCases, filled.channel) { filled.channel = $0 }
        } else if filled.verb == .propose {
            let families = ruleset.patterns.compactMap(\.family).uniqued.joined(separator: ", ")
            let known = families.isEmpty ? "" : ", such as \(families)"
            try ask("Its family\(known); - for none", kept: filled.family, isNeeded: false) { filled.take(family: $0) }
        }
    }

    /// Asks for what is written on a card.
    private func write(_ form: inout CardForm, _ side: Side) throws(FormStop) {
        var filled = form
        defer { form = filled }
        try writeText(&filled, side)
    }

    private func writeText(_ form: inout CardForm, _ side: Side) throws(FormStop) {
        var filled = form
        defer { form = filled }
        let question = side == .divergence ? "What it learned" : "What the record shows"
        try ask("\(question), at most \(Coin.textColumns) columns", kept: filled.text) { filled.take(text: $0) }
        guard side == .divergence else { return }
        try ask("What it then does; - for nothing", kept: filled.act, isNeeded: false) { filled.take(act: $0) }
    }

    /// The features, numbered, each with what it would put on the card.
    private func features(_ side: Side, _ provenance: Provenance) -> [String] {
        let rules = record.match.rules
        return rules.ruleset.featureIDs.enumerated().map { index, id in
            let bits = rules.bits(of: id, coinedBy: side, provenance)
            let feature = rules.ruleset[id]
            return
                "\(index + 1). \(feature.name) (\(feature.identifier)): \(bits?.credenceText ?? "not to be had, unlisted")"
        }
    }

    /// Asks for one of several.
    private func ask<Value: RawRepresentable<String>>(
        _ question: String, _ values: [Value], _ kept: Value, take: (Value) -> Void
    ) throws(FormStop) {
        let names = values.enumerated().map { "\($0 + 1) \($1.rawValue)" }.joined(separator: ", ")
        try ask("\(question) (\(names))", kept: kept.rawValue) { line in
            guard let value = CardForm.choice(line, of: values) else { return "one of \(names)" }
            take(value)
            return nil
        }
    }

    /// Asks until something is taken.
    ///
    /// - Parameters:
    ///   - isNeeded: whether there must be something; if not, a hyphen stands for nothing.
    ///   - take: what is wrong with what was typed, if anything is.
    private func ask(
        _ question: String, kept: String, isNeeded: Bool = true, take: (String) -> String?
    ) throws(FormStop) {
        while true {
            guard let line = paper.type(question + (kept.isEmpty ? "" : " [\(kept)]") + "> ") else { throw .inputEnded }
            if line.trimmed == "leave" { throw .left }
            let isCleared = !isNeeded && line.trimmed == "-"
            let typed = isCleared ? "" : line.trimmed.isEmpty ? kept : line.trimmed
            guard let complaint = take(typed) else { return }
            say(complaint.capitalizedFirst + ".")
        }
    }
}

extension [String] {
    /// Each once, in the order in which they first come.
    fileprivate var uniqued: [String] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
