import Bots
import Game
import Lab
import Rulebook
import Solver
import TestSupport
import Testing
import Text

@Suite("The personas that ship")
struct PersonaTests {
    static let seeds = Thoroughness.seeds(ofFull: 100)

    private let alice: Ruleset

    init() throws {
        alice = try FlagshipTests.alice.get().ruleset
    }

    private var setups: [Rules] {
        ([nil] + alice.profiles).flatMap { profile in
            Mode.allCases.map { Rules(profile.map(alice.under) ?? alice, mode: $0) }
        }
    }

    @Test("are Nate, who plays Divergence, and Holden, who plays Training, each believing his own profile")
    func cast() {
        #expect(alice.bots.map(\.identifier) == ["nate", "holden"])
        #expect(alice.bots.map(\.sides) == [[.divergence], [.training]])
        #expect(alice.bots.map(\.profile) == ["nate", "holden"])
    }

    @Test("have a line for every card they may play and every card they may meet")
    func cards() {
        let claims = Set(alice.patterns.map(\.identifier) + alice.features.map(\.identifier))
        let situations = Set(alice.situations.map(\.identifier))
        let addable = Set(alice.features.filter { ($0.ordinary ?? $0.deliberate) != nil }.map(\.identifier))
        for persona in alice.bots {
            let own = persona.sides == [.divergence] ? claims : situations
            let met = persona.sides == [.divergence] ? situations : claims
            #expect(Set(persona.sayings.play.keys) == own, "\(persona.identifier)")
            #expect(Set(persona.sayings.meet.keys) == met, "\(persona.identifier)")
            #expect(Set(persona.sayings.add.keys) == addable, "\(persona.identifier)")
        }
    }

    @Test("find clauses in the ruleset that go on from a title and from a sentence")
    func clauses() {
        for feature in alice.features {
            #expect(!feature.clause.hasPrefix("and "), "“It shows only \(feature.clause)”")
            #expect(feature.clause.first?.isLowercase == true && !feature.clause.hasSuffix("."), "\(feature.clause)")
            #expect(feature.clause.columns <= 44, "\(feature.clause)")
        }
    }

    @Test("have five lines for each kind of move, objection and verdict, none of them twice")
    func lists() {
        for persona in alice.bots {
            let sayings = persona.sayings
            let kinds: Set<Move.Kind> =
                persona.sides == [.divergence]
                ? [.propose, .sophisticate, .shallower, .misattribute, .concede] : [.counter, .concede]
            #expect(Set(sayings.moves.keys) == kinds, "\(persona.identifier)")
            #expect(Set(sayings.verdict.keys) == Set(Verdict.Reason.Kind.allCases), "\(persona.identifier)")
            let lists = Array(sayings.moves.values) + [sayings.objection] + Array(sayings.verdict.values)
            for list in lists { #expect(list.count >= 5, "\(persona.identifier): \(list)") }
            let lines =
                lists.flatMap(\.self)
                + (Array(sayings.play.values) + sayings.meet.values + sayings.add.values).flatMap(\.self)
            #expect(Set(lines).count == lines.count, "\(persona.identifier)")
            for line in lines { #expect(line.columns <= 160, "\(persona.identifier): \(line)") }
        }
    }

    @Test("speak with every move, never the same words twice, and say something at the end")
    func debates() throws {
        let nate = Scripted(alice.bots[0]), holden = Scripted(alice.bots[1])
        for rules in setups {
            for seed in Self.seeds {
                var match = Match(rules)
                var said: [String] = []
                while match.verdict == nil {
                    let bot = match.position.sideToMove == .divergence ? nate : holden
                    let limits = SearchLimits(nodes: 100)
                    let turn = Turn(match, ruleset: alice, opponent: "the other", seed: seed, limits: limits)
                    let reply = bot.reply(to: turn)
                    said += [try #require(reply.words, "seed \(seed), ply \(match.moves.count)")]
                    said += reply.objection.map { [$0] } ?? []
                    try match.play(reply.move)
                }
                #expect(Set(said).count == said.count, "seed \(seed)")
                #expect(said.allSatisfy { !$0.contains("{") && !$0.contains("}") }, "seed \(seed)")
                let turn = Turn(match, ruleset: alice, opponent: "the other", seed: seed)
                let isConceded = match.moves.last == .concede
                let remarks = [nate.remark(after: turn, as: .divergence), holden.remark(after: turn, as: .training)]
                #expect(remarks.compactMap(\.self).count == (isConceded ? 1 : 2), "seed \(seed)")
            }
        }
    }

    /// What is said in a match of the two, sentence by sentence.
    private func sentences(_ rules: Rules, seed: UInt64) throws -> [String] {
        let bots: [Side: Scripted] = [.divergence: Scripted(alice.bots[0]), .training: Scripted(alice.bots[1])]
        var match = Match(rules)
        var said: [String] = []
        while match.verdict == nil, let bot = bots[match.position.sideToMove] {
            // Fewer positions than the two look at: they say as much, and play a little worse.
            let turn = Turn(match, ruleset: alice, seed: seed, limits: SearchLimits(nodes: 150))
            let reply = bot.reply(to: turn)
            said += (reply.words ?? "").split { ".?!".contains($0) }.map { $0.filter { $0.isLetter } }
            try match.play(reply.move)
        }
        return said.filter { !$0.isEmpty }
    }

    @Test("say mostly something new from match to match", arguments: Mode.allCases)
    func variety(mode: Mode) throws {
        var heard: Set<String> = []
        var shares: [Double] = []
        for seed: UInt64 in 1...10 {
            let said = try sentences(Rules(alice, mode: mode), seed: seed)
            shares.append(Double(said.count { heard.contains($0) }) / Double(said.count))
            heard.formUnion(said)
        }
        // With all the positions that the two look at it is less: a tenth, and half.
        #expect((shares[1] + shares[2] + shares[3]) / 3 < 0.5, "\(mode.rawValue): \(shares)")
        #expect((shares[7] + shares[8] + shares[9]) / 3 < 0.75, "\(mode.rawValue): \(shares)")
    }

    @Test("use every rule of their scripts somewhere, and their openings")
    func rules() {
        for trial in RuleTrial.all(in: alice) {
            #expect(trial.idleRules == [], "\(trial.persona.identifier), \(trial.games) games")
            #expect(trial.origins[.opening] != nil, "\(trial.persona.identifier)")
        }
    }
}
