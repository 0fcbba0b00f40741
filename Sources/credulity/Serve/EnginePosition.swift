import Game
import Play

extension EngineSession {
    /// The session that `position RULESET[/PROFILE] MODE [moves ACT, ACT, …]` tells of.
    ///
    /// - Throws: `EngineComplaint`, `UnknownProfile` or `RecordError`.
    static func session(_ tokens: [String], in ruleset: Ruleset?, seed: UInt64) throws -> Session {
        guard let ruleset else { throw EngineComplaint.rulesetMissing(before: "position") }
        guard tokens.count > 2 else { throw EngineComplaint.shortPosition }
        let name = tokens[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard name[0] == ruleset.identifier else {
            throw EngineComplaint.otherRuleset(name[0], expected: ruleset.identifier)
        }
        let profile = try ruleset.under(named: name.count > 1 ? name[1] : nil).profile?.identifier
        guard let mode = Mode(rawValue: tokens[2]) else { throw EngineComplaint.unknownMode(tokens[2]) }
        let players = Players(divergence: Player(name: "Divergence"), training: Player(name: "Training"))
        let setup = Setup(ruleset: ruleset, profile: profile, mode: mode, players: players)
        var session = Session(try setup.record(date: "", id: "", hash: "", seed: seed))
        let acts = tokens[3...].firstIndex(of: "moves").map { tokens[($0 + 1)...].joined(separator: " ") } ?? ""
        for (index, act) in acts.split(separator: ",").enumerated() {
            do {
                try session.apply([Entry(session.match.ruleset.act(String(act)))])
            } catch {
                throw EngineComplaint.move(number: index + 1, error)
            }
        }
        return session
    }
}
