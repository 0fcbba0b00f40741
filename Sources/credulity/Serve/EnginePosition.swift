import Game

extension EngineSession {
    /// The match that `position RULESET[/PROFILE] MODE [moves MOVE, MOVE, …]` tells of.
    static func match(_ tokens: [String], in ruleset: Ruleset?) throws(EngineComplaint) -> Match {
        guard let ruleset else { throw .rulesetMissing(before: "position") }
        guard tokens.count > 2 else { throw .shortPosition }
        let name = tokens[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard name[0] == ruleset.identifier else {
            throw .otherRuleset(name[0], expected: ruleset.identifier)
        }
        let played: Ruleset
        do {
            played = try ruleset.under(named: name.count > 1 ? name[1] : nil)
        } catch {
            throw .unknownProfile(error)
        }
        guard let mode = Mode(rawValue: tokens[2]) else {
            throw .unknownMode(tokens[2])
        }
        var match = Match(Rules(played, mode: mode))
        let moves = tokens[3...].firstIndex(of: "moves").map { tokens[($0 + 1)...].joined(separator: " ") } ?? ""
        for (index, move) in moves.split(separator: ",").enumerated() {
            do {
                try match.play(played.move(String(move)))
            } catch {
                throw .move(number: index + 1, error)
            }
        }
        return match
    }
}
