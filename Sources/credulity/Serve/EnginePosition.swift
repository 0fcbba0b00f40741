import Game
import Play

extension EngineSession {
    /// The session that `position RULESET[/PROFILE] MODE [moves ACT, ACT, …]` tells of.
    static func session(
        _ tokens: [String], in ruleset: Ruleset?, seed: UInt64
    ) throws(EngineComplaint) -> Session {
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
        var session = Session(try record(ruleset, profile: played.profile?.identifier, mode, seed: seed))
        let acts = tokens[3...].firstIndex(of: "moves").map { tokens[($0 + 1)...].joined(separator: " ") } ?? ""
        for (index, act) in acts.split(separator: ",").enumerated() {
            do {
                try session.apply([Entry(session.match.ruleset.act(String(act)))])
            } catch {
                throw .move(number: index + 1, error)
            }
        }
        return session
    }

    private static func record(
        _ ruleset: Ruleset, profile: String?, _ mode: Mode, seed: UInt64
    ) throws(EngineComplaint) -> MatchRecord {
        let players = Players(divergence: Player(name: "Divergence"), training: Player(name: "Training"))
        let setup = Setup(ruleset: ruleset, profile: profile, mode: mode, players: players)
        do {
            return try setup.record(date: "", id: "", hash: "", seed: seed)
        } catch {
            throw .record(error)
        }
    }
}
