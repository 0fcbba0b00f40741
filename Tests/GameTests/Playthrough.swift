import Game

/// Everything that can be observed at every ply of a match, as text. In the manner of OpenSpiel's playthroughs.
struct Playthrough {
    private let match: Match
    private let title: String

    init(_ match: Match, title: String) {
        self.match = match
        self.title = title
    }

    var text: String {
        var lines = ["game: \(title)"]
        for (position, move) in zip(match.positions, match.moves.map(Optional.some) + [nil]) {
            lines += ["", "ply \(position.ply)"] + observations(position)
            if let move { lines.append("plays: \(notation(move))") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func observations(_ position: Position) -> [String] {
        var lines = ["side: \(position.sideToMove.rawValue)", "live: \(live(position))"]
        lines.append("strain: \(Side.allCases.map { "\(position.strain(of: $0).millibits)" }.joined(separator: " "))")
        lines.append("drive: \(position.drive.left) of \(position.drive.whole)")
        lines.append("proposals left: \(position.proposalsLeft)")
        lines += position.corpus.map { "datum: \(datum($0, position))" }
        lines += position.legalProspects.map { prospect in
            let horizon = prospect.horizon.map { " at \($0)" } ?? ""
            let drive = prospect.driveLeft.map { ", leaves \($0)" } ?? ""
            return "legal: \(notation(prospect.move)), \(prospect.bits.millibits)\(horizon)\(drive)"
        }
        guard let verdict = position.verdict else { return lines }
        lines.append("winner: \(verdict.winner?.rawValue ?? "none"), grade \(verdict.grade?.rawValue ?? "none")")
        return lines + verdict.reasons.map { "reason: \($0.kind.rawValue)\(horn($0))" }
    }

    private func live(_ position: Position) -> String {
        guard let live = position.live else { return "none" }
        let conditions = live.conditions.map { " + " + match.ruleset[$0].identifier }.joined()
        let horizon = position.horizon.map(String.init) ?? "never"
        let fate = position.whacker(of: live).map { "whacked by \(match.ruleset[$0.situation].identifier)" } ?? "evades"
        return "\(match.ruleset[live.pattern].identifier)\(conditions), horizon \(horizon), \(fate)"
    }

    private func datum(_ datum: Datum, _ position: Position) -> String {
        let added = datum.added.map { " + " + match.ruleset[$0].identifier }.joined()
        let cost = match.rules.cost(of: datum)?.millibits ?? -1
        return "\(match.ruleset[datum.situation].identifier)\(added), \(datum.provenance.rawValue), \(cost)"
    }

    private func horn(_ reason: Verdict.Reason) -> String {
        reason.forced.map { ": " + notation($0.move) } ?? ""
    }

    private func notation(_ move: Move) -> String {
        match.ruleset.notation(of: move)
    }
}
