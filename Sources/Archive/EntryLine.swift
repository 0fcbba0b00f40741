import Game
import Play
import Text

/// An entry as it stands on its line: its act in notation, and what belongs to that act.
struct EntryLine: Decodable {
    var act: String
    var time: String
    var words: String?
    /// What is written on a card that is coined, and what the pattern then does.
    var text: String?
    var then: String?
    /// At the end of a match.
    var verdict: VerdictLine?

    /// - Parameter ruleset: the cards as they stand before the entry.
    func entry(in ruleset: Ruleset) throws(LineProblem) -> Entry {
        var act: Act
        do { act = try ruleset.act(self.act) } catch { throw .notation(self.act, error) }
        if case .coin(var coin, let offers) = act {
            guard let text else { throw .missing("text") }
            coin.text = text
            coin.act = then
            act = .coin(coin, offers)
        }
        return Entry(act, words: words, at: time)
    }
}

extension MatchRecord {
    /// All that happened in it, each as one line of JSON.
    var logLines: [String] {
        do {
            return try MatchRecord(header: header, ruleset: ruleset).lines(of: log)
        } catch {
            preconditionFailure("a record that never began: \(error)")
        }
    }

    /// Entries that follow, each as one line of JSON.
    ///
    /// - Throws: `RecordError` at the first that does not fit.
    func lines(of entries: [Entry]) throws(RecordError) -> [String] {
        var record = self
        var lines: [String] = []
        for entry in entries {
            let ruleset = record.match.ruleset
            try record.apply(entry)
            let verdict = entry.act == .close ? record.verdict.map { VerdictLine($0, in: ruleset).json } : nil
            lines.append(entry.json(in: ruleset, verdict: verdict).line)
        }
        return lines
    }
}

extension Entry {
    fileprivate func json(in ruleset: Ruleset, verdict: JSON?) -> JSON {
        var coined: Coin?
        if case .coin(let coin, _) = act { coined = coin }
        return .object([
            ("act", .text(ruleset.notation(of: act))), ("time", .text(time)), words.map { ("words", .text($0)) },
            coined.map { ("text", .text($0.text)) }, coined?.act.map { ("then", .text($0)) },
            verdict.map { ("verdict", $0) },
        ])
    }
}

extension BySide<Bits> {
    fileprivate var json: JSON {
        .object([("divergence", .number(divergence.millibits)), ("training", .number(training.millibits))])
    }
}

extension Leg {
    fileprivate var json: JSON {
        .object([("number", .number(number)), first.map { ("first", $0.json) }])
    }
}

extension FirstLeg {
    fileprivate var json: JSON {
        let winner = score.winner.map { ("winner", JSON.text($0.rawValue)) }
        return .object([
            ("id", .text(id)), ("score", .object([winner, ("margin", .number(score.margin.millibits))])),
        ])
    }
}

extension MatchHeader {
    /// The first line of a match file.
    var line: String {
        func player(_ side: Side) -> JSON {
            .object([("name", .text(players[side].name)), ("seat", .text(players[side].seat))])
        }
        return JSON.object([
            ("format", .text(format)), ("version", .number(version)), ("date", .text(date)), ("id", .text(id)),
            ("ruleset", .text(ruleset)), ("hash", .text(hash)), profile.map { ("profile", .text($0)) },
            ("mode", .text(mode.rawValue)),
            ("players", .object([("divergence", player(.divergence)), ("training", player(.training))])),
            judge.map { ("judge", .text($0)) }, plausibility.map { ("plausibility", .number($0.millibits)) },
            bids.map { ("bids", $0.json) }, leg.map { ("leg", $0.json) },
            ("seed", .number(seed)),
        ]).line
    }
}
