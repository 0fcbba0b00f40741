import Game
public import Play
import Text

/// The columns of a list of saved matches, as many as fit.
public struct SavesColumns {
    private let width: Int

    public init(width: Int) {
        self.width = width
    }

    /// Whether each thing has a column of its own.
    private var isWide: Bool { width >= 110 }
    private var isWidest: Bool { width >= 180 }
    private var date: Int { isWide ? 21 : 16 }
    private var ruleset: Int { isWidest ? 30 : isWide ? 18 : 12 }
    private var name: Int { isWidest ? 24 : 14 }

    public var title: String {
        let head = row("last played", "ruleset", "mode", "limit", "plies")
        return isWide ? head + players("Divergence", "Training", "leg") + "outcome" : head + "players and outcome"
    }

    public func text(of file: SavedFile) -> String {
        let time = file.localTime
        guard let match = file.match else {
            return String(time.prefix(date)).padded(date + 1) + fileName(file.path).madePlain + ": "
                + broken(file.damage)
        }
        let header = match.header
        let head = row(
            time, header.ruleset + (header.profile.map { "/" + $0 } ?? ""), header.mode.rawValue,
            match.limit.description, String(match.plies))
        let copy = match.copy.map { "copy \($0.number): " } ?? ""
        guard isWide else {
            return head + copy + leg(match) + SavesColumns.names(match, length: 10) + ": " + outcome(match)
        }
        let number = header.leg.map { "\($0.number)/2" } ?? ""
        return head + players(header.players.divergence.name, header.players.training.name, number) + copy
            + outcome(match)
    }

    private func row(_ date: String, _ ruleset: String, _ mode: String, _ limit: String, _ plies: String) -> String {
        // Without its zone where there is no room for it.
        String(date.prefix(self.date)).padded(self.date + 1) + ruleset.clipped(self.ruleset).padded(self.ruleset + 1)
            + mode.padded(5) + limit.flushed(5) + plies.flushed(6) + "  "
    }

    private func players(_ divergence: String, _ training: String, _ leg: String) -> String {
        divergence.clipped(name).padded(name + 1) + training.clipped(name).padded(name + 1) + leg.padded(4)
    }

    private func leg(_ match: SavedMatch) -> String {
        match.header.leg.map { "leg \($0.number) of 2: " } ?? ""
    }

    private func broken(_ damage: Damage?) -> String { "broken, \(damage?.description ?? "")" }

    private func outcome(_ match: SavedMatch) -> String {
        match.damage.map(broken) ?? SavesColumns.outcome(match)
    }

    /// - Parameter length: the columns that a name may have.
    public static func names(_ match: SavedMatch, length: Int = .max) -> String {
        let players = match.header.players
        return players.divergence.name.clipped(length) + " - " + players.training.name.clipped(length)
    }

    /// Who has won, and for what.
    public static func outcome(_ match: SavedMatch) -> String {
        guard let verdict = match.verdict else { return "unfinished" }
        guard let winner = verdict.winner else { return "a draw" }
        let reason = verdict.reasons.first.map { ", " + $0.reason } ?? ""
        return match.header.players[winner].name + " won" + reason
    }
}

extension SavedMatch {
    /// What it was played for and by, in short sentences.
    public var terms: String {
        var parts = ["Limit \(limit) bits"]
        if let bids = header.bids {
            let both = "\(bids.divergence) and \(bids.training)"
            parts[0] += ", by bids of \(both)"
        }
        if let leg = header.leg { parts.append("leg \(leg.number) of 2") }
        if let judge = header.judge { parts.append("judge \(judge)") }
        return parts.joined(separator: "; ") + "."
    }
}
