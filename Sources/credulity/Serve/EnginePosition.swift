import Game

/// What stands against a line of the protocol, as a plain clause.
struct EngineComplaint: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension EngineSession {
    /// The match that `position RULESET[/PROFILE] MODE [moves MOVE, MOVE, …]` tells of.
    static func match(_ tokens: [String], in ruleset: Ruleset?) throws(EngineComplaint) -> Match {
        guard let ruleset else { throw EngineComplaint("expected “ruleset JSON” before “position”") }
        guard tokens.count > 2 else { throw EngineComplaint("expected “position RULESET[/PROFILE] MODE [moves …]”") }
        let name = tokens[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard name[0] == ruleset.identifier else {
            throw EngineComplaint("expected a position of “\(ruleset.identifier)”, not of “\(name[0])”")
        }
        let profile = name.count > 1 && name[1] != "house" ? name[1] : nil
        guard let played = profile.map({ ruleset.under(profile: $0) }) ?? ruleset else {
            let known = (["house"] + ruleset.profiles.map(\.identifier)).joined(separator: ", ")
            throw EngineComplaint("“\(ruleset.identifier)” has no profile “\(name[1])”; it has \(known)")
        }
        guard let mode = Mode(rawValue: tokens[2]) else {
            throw EngineComplaint("expected “hard” or “easy”, not “\(tokens[2])”")
        }
        var match = Match(Rules(played, mode: mode))
        let moves = tokens[3...].firstIndex(of: "moves").map { tokens[($0 + 1)...].joined(separator: " ") } ?? ""
        for (index, move) in moves.split(separator: ",").enumerated() {
            do {
                try match.play(played.move(String(move)))
            } catch {
                throw EngineComplaint("move \(index + 1): \(error)")
            }
        }
        return match
    }
}
