import Game
import Play
import TestSupport

/// A match of the worked example in which Ana and Ben differ on b and t, and Ana alone speaks of q.
///
/// Ana holds that b costs ordinary data 7 bits and t 4, Ben that they cost 3 and 2.
func quarrel(mode: Mode = .hard, _ acts: [String] = quarrelling, observing: Bool = true) throws -> MatchRecord {
    var ruleset = Ruleset.workedExample([.disputes: 2, .coins: 1])
    if observing {
        ruleset.observations = [
            Ruleset.Observation(
                identifier: "diaries", text: "Somebody counts diaries, and finds many", moves: "Ana",
                claims: ["t", "p"])
        ]
    }
    let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
    let setup = Setup(ruleset: ruleset, profile: nil, mode: mode, players: players)
    var record = try setup.record(date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: "", seed: 1)
    for act in acts { try record.apply(Entry(try record.match.ruleset.act(act))) }
    return record
}

/// Of b they write, of t and q they say what they believe.
let quarrelling = [
    "propose p", "counter s ordinary", "sophisticate b", "counter s ordinary",
    "dispute feature b divergence=0.007813 training=0.125", "believe divergence situation t ordinary 0.0625",
    "believe training situation t ordinary 0.25", "believe divergence pattern q 0.3", "close",
]
