import Game
import Play
import Review
import TestSupport
import Testing

@Suite("A player's own numbers as a profile")
struct OwnProfileTests {
    /// A match under the profile `nate`, in which p has 0.4 and naturalness is 4, and nothing happens but these acts.
    private func cruxes(_ acts: [String], name: String = "Ana") throws -> Cruxes {
        var ruleset = Ruleset.workedExample([.disputes: 2])
        var nate = Profile(identifier: "nate", title: "Nate")
        nate.limits = [.naturalness: 4000]
        nate.patterns = [Pattern.ID(0): Credence(millionths: 400_000) ?? .certain]
        nate.why = ["p": "He says so.", "t": "He says that too."]
        ruleset.profiles = [nate]
        let players = Players(divergence: Player(name: name), training: Player(name: "Ben"))
        let setup = Setup(ruleset: ruleset, profile: "nate", mode: .hard, players: players)
        var record = try setup.record(date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: "", seed: 1)
        for act in acts { try record.apply(Entry(try record.match.ruleset.act(act))) }
        return Cruxes(of: record)
    }

    @Test("is the match's profile with what the player gave, and why")
    func over() throws {
        let cruxes = try cruxes([
            "believe divergence situation t ordinary 0.1", "believe divergence condition b 0.3",
            "believe training pattern q 0.9",
        ])
        let own = OwnProfile(of: .divergence, in: cruxes)
        #expect(own.profile.identifier == "ana" && own.profile.title == "Ana's numbers, from a match of 2026-11-21")
        #expect(own.count == 2 && own.leftOut.isEmpty)
        #expect(
            own.profile.limits == [.naturalness: 4000] && own.profile.patterns[Pattern.ID(0)]?.millionths == 400_000)
        #expect(own.profile.situations[Situation.ID(1)]?.ordinary?.millionths == 100_000)
        #expect(own.profile.features[Feature.ID(1)] == .init(condition: Credence(millionths: 300_000)))
        let said = "said in a match against Ben"
        #expect(own.profile.why == ["p": "He says so.", "t": said, "b": said])
        let under = cruxes.record.ruleset.under(own.profile)
        #expect(Prices(of: under) == cruxes.prices(of: .divergence))
    }

    @Test("has what was settled otherwise too, though the player wrote nothing")
    func settled() throws {
        let cruxes = try cruxes(["propose p", "dispute pattern p divergence=0.25 judge=0.25"])
        let own = OwnProfile(of: .training, in: cruxes)
        #expect(own.profile.patterns[Pattern.ID(0)]?.millionths == 250_000)
        #expect(own.profile.why["p"] == "settled in a match against Ana")
    }

    @Test(
        "is called by the player's name, as far as that can be an identifier that is not taken",
        arguments: [
            ("Ana", "ana"), ("Nate", "nate-2"), ("House", "house-2"), ("日本", "divergence"), ("2nd of Ana", "nd-of-ana"),
        ])
    func name(name: String, identifier: String) throws {
        #expect(OwnProfile(of: .divergence, in: try cruxes([], name: name)).profile.identifier == identifier)
    }

    @Test("makes no deliberate credence less than the ordinary, however near they are")
    func near() throws {
        let cruxes = try cruxes(["believe divergence situation t ordinary 0.500001"])
        let own = OwnProfile(of: .divergence, in: cruxes)
        let t = cruxes.record.ruleset.under(own.profile).situations[1]
        #expect(t.ordinary?.millionths == 500_001 && t.deliberate?.millionths == 500_001)
        #expect(Prices(of: cruxes.record.ruleset.under(own.profile)) == cruxes.prices(of: .divergence))
    }

    @Test("comes to the numbers by which the player's cruxes are solved", arguments: Thoroughness.seeds(ofFull: 1000))
    func agreement(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let ruleset = Ruleset.disputed(seed: seed)
        let (match, acts) = Match.randomActs(Rules(ruleset, mode: .easy), seed: seed)
        let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        var record = try Setup(ruleset: ruleset, profile: nil, mode: .easy, players: players)
            .record(date: "", id: "", hash: "", seed: 1)
        for act in acts where match.verdict == nil || !record.isClosed {
            var act = act
            if case .coin(var coin, let offers) = act {
                coin.text = "A card."
                act = .coin(coin, offers)
            }
            try record.apply(Entry(act))
        }
        for id in ruleset.situationIDs where ruleset[id].ordinary != nil {
            let credence = Credence(millionths: Int.random(in: 1...1_000_000, using: &random)) ?? .certain
            try record.apply(Entry(.believe(.divergence, .number(QuotedNumber(.situation(id))), credence)))
        }
        let cruxes = Cruxes(of: record)
        for side in Side.allCases {
            let own = Prices(of: ruleset.under(OwnProfile(of: side, in: cruxes).profile)),
                known = cruxes.prices(of: side)
            #expect(own.pattern == Array(known.pattern.prefix(own.pattern.count)), "seed \(seed)")
            #expect(own.condition == known.condition && own.feature == known.feature, "seed \(seed)")
            for provenance in Provenance.allCases {
                let situations = own.situation[provenance] ?? []
                #expect(
                    situations == Array((known.situation[provenance] ?? []).prefix(situations.count)), "seed \(seed)")
            }
        }
    }
}
