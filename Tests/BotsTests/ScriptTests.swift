import Game
import Solver
import TestSupport
import Testing

@testable import Bots

/// What a rule may ask, and the same asked of the match by hand.
private struct Question: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let when: Persona.When
    let answer: @Sendable (Match) -> Bool

    init(
        _ name: String, _ set: @Sendable (inout Persona.When) -> Void, answer: @escaping @Sendable (Match) -> Bool
    ) {
        var when = Persona.When()
        set(&when)
        self.when = when
        testDescription = name
        self.answer = answer
    }

    static let all = [
        Question("nothing", { _ in }) { _ in true },
        Question("the mode", { $0.mode = .easy }) { $0.rules.mode == .easy },
        Question("the live pattern", { $0.live = [Pattern.ID(0), Pattern.ID(2)] }) {
            $0.live.map { [0, 2].contains($0.index) } ?? false
        },
        Question("its traits", { $0.traits = [.cis, .hides] }) { match in
            match.live.map { match.ruleset[$0].cis && match.ruleset[$0].hidesFrom != [] } ?? false
        },
        Question("whether it misattributes", { $0.traits = [.misattributes] }) { match in
            match.live.map { match.ruleset[$0].misattributes } ?? false
        },
        Question("its depth", { $0.depth = 2...3 }) { match in
            match.live.map { (2...3).contains(match.ruleset[$0].depth) } ?? false
        },
        Question("how it came", { $0.by = [.sophisticate, .shallower] }) { match in
            let own = match.moves.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element.kind)
            return own.last == .sophisticate || own.last == .shallower
        },
        Question("what whacked it", { $0.whackedBy = [Situation.ID(0), Situation.ID(1)] }) {
            $0.position.corpus.last.map { [0, 1].contains($0.situation.index) } ?? false
        },
        Question("where that was seen", { $0.channels = [.thoughts] }) { match in
            match.position.corpus.last.map { match.ruleset[$0.situation].channel == .thoughts } ?? false
        },
        Question("the share of naturalness", { $0.naturalness = 250...750 }) { match in
            let share = 4 * match.position.strain(of: .divergence).millibits
            let limit = match.ruleset.limits.naturalness.millibits
            return share >= limit && match.position.strain(of: .divergence).millibits * 1000 < 751 * limit
        },
        Question("the share of plausibility", { $0.plausibility = 0...250 }) { match in
            let limit = match.ruleset.limits.plausibility.millibits
            return limit > 0 && match.position.corpusStrain.millibits * 1000 < 251 * limit
        },
        Question("the margin", { $0.margin = 1...2 }) { match in
            guard match.position.live != nil else { return false }
            return [1, 2].contains(match.ruleset.limits.pivotalAct - match.horizonByHand)
        },
        Question("the proposals left", { $0.proposals = 1...9 }) { match in
            match.moves.count { $0.kind == .propose } < match.ruleset.limits.proposals
        },
        Question("the size of the corpus", { $0.corpus = 1...2 }) { match in
            (1...2).contains(match.moves.count { $0.kind == .counter })
        },
    ]
}

extension Match {
    fileprivate var live: Pattern.ID? { position.live?.pattern }

    /// The horizon of the last divergence: its own, or that of the one before it and what a whack pushes.
    fileprivate var horizonByHand: Int {
        steps.map(\.position).filter { $0.sideToMove == .training }.reduce(0) { soonest, position in
            let own = position.live.flatMap(rules.horizon) ?? 0
            return max(own, position.corpus.isEmpty ? 0 : soonest + ruleset.limits.pushes)
        }
    }
}

@Suite("A rule of a script")
struct ScriptTests {
    static let seeds = Thoroughness.seeds(ofFull: 200)

    /// Every position of random matches, both modes.
    private func matches() throws -> [(seed: UInt64, match: Match)] {
        try Self.seeds.flatMap { seed in
            try Mode.allCases.flatMap { mode in
                let whole = Match.random(Rules(.random(seed: seed), mode: mode), seed: seed)
                return try whole.moves.indices.map { (seed, try Match(whole.rules, moves: whole.moves[..<$0])) }
            }
        }
    }

    @Test("sees of a position what is there", arguments: Question.all)
    fileprivate func when(_ question: Question) throws {
        var answers: Set<Bool> = []
        for (seed, match) in try matches() {
            let holds = Script(match, match.rules).holds(question.when)
            #expect(holds == question.answer(match), "seed \(seed), ply \(match.moves.count)")
            answers.insert(holds)
        }
        #expect(answers.contains(true))
        #expect(answers.contains(false) || question.when == Persona.When())
    }

    @Test("makes only moves that fit it, and the best of those by its choice", arguments: Persona.Choice.allCases)
    func play(choice: Persona.Choice) throws {
        var random = SplitMix64(seed: 7)
        let filters = [
            Persona.Play(choice: choice), Persona.Play(kinds: [.sophisticate, .counter], choice: choice),
            Persona.Play(provenance: .ordinary, choice: choice), Persona.Play(never: [.dull], choice: choice),
            Persona.Play(never: [.deliberate], choice: choice),
        ]
        for (seed, match) in try matches() where match.verdict == nil {
            for play in filters {
                let fitting = match.position.legalProspects.filter { fits($0, play, match) }
                let move = Script(match, match.rules).choice(play, &random)
                let place: Comment = "seed \(seed), ply \(match.moves.count), \(play)"
                guard choice != .any else {
                    #expect(fitting.map(\.move).contains(move ?? .concede) || fitting.isEmpty && move == nil, place)
                    continue
                }
                #expect(move == best(of: fitting, choice, match), place)
            }
        }
    }

    @Test("takes any move within so many bits of the cheapest, and none beyond")
    func within() throws {
        var random = SplitMix64(seed: 11)
        for (seed, match) in try matches() where match.verdict == nil {
            let prices = match.position.legalProspects.map(\.bits.millibits)
            guard let least = prices.min() else { continue }
            let near = Set(match.position.legalProspects.filter { $0.bits.millibits <= least + 700 }.map(\.move))
            let play = Persona.Play(choice: .cheapest, within: Bits(millibits: 700))
            let made = Set((0..<100).compactMap { _ in Script(match, match.rules).choice(play, &random) })
            #expect(made.isSubset(of: near), "seed \(seed), ply \(match.moves.count)")
            #expect(made == near || near.count > 12, "seed \(seed), ply \(match.moves.count)")
        }
    }

    private func fits(_ prospect: Prospect, _ play: Persona.Play, _ match: Match) -> Bool {
        if let kinds = play.kinds, !kinds.contains(prospect.move.kind) { return false }
        guard let datum = prospect.datum else { return play.provenance == nil }
        if play.never.contains(.dull), let left = prospect.driveLeft, left < match.position.drive.left { return false }
        if datum.provenance == .deliberate, play.never.contains(.deliberate) || play.provenance == .ordinary {
            return false
        }
        return true
    }

    /// The first after a stable sort by what the choice is about.
    private func best(of prospects: [Prospect], _ choice: Persona.Choice, _ match: Match) -> Move? {
        func worth(_ prospect: Prospect) -> Int {
            let after = (try? match.position.playing(prospect.move))?.legalProspects ?? []
            switch choice {
            case .first, .any: return 0
            case .cheapest: return prospect.bits.millibits
            case .dearest: return -(after.map(\.bits.millibits).sorted().first ?? 1_000_000_000)
            case .earliest:
                return match.position.sideToMove == .divergence ? prospect.horizon ?? 0 : -(prospect.driveLeft ?? 0)
            case .narrowest: return after.count
            }
        }
        return prospects.enumerated().min { (worth($0.element), $0.offset) < (worth($1.element), $1.offset) }?
            .element.move
    }

    @Test("prefers its cards in their order")
    func cards() throws {
        let match = Match(Rules(.workedExample(), mode: .hard))
        var random = SplitMix64(seed: 1)
        let script = Script(match, match.rules)
        #expect(script.choice(Persona.Play(cards: ["b", "q", "p"]), &random) == .propose(Pattern.ID(1)))
        #expect(script.choice(Persona.Play(cards: ["p", "q"]), &random) == .propose(Pattern.ID(0)))
        #expect(script.choice(Persona.Play(cards: ["b"]), &random) == nil)
        let any = (0..<20).map { _ in script.choice(Persona.Play(cards: ["b", "q", "p"], choice: .any), &random) }
        #expect(Set(any) == [.propose(Pattern.ID(0)), .propose(Pattern.ID(1))])
        #expect(script.choice(Persona.Play(kinds: [.concede]), &random) == .concede)
    }

    @Test("prices moves by the profile the persona believes")
    func belief() throws {
        var ruleset = Ruleset.workedExample()
        var profile = Profile(identifier: "other", title: "Other")
        profile.patterns = [Pattern.ID(0): Credence(millionths: 1000) ?? .certain]
        ruleset.profiles = [profile]
        var persona = Persona(identifier: "x", text: "x", sides: [.divergence], profile: "other")
        persona.rules = [Persona.Rule(play: Persona.Play(choice: .cheapest))]
        let turn = Turn(Match(Rules(ruleset, mode: .hard)), ruleset: ruleset)
        #expect(Scripted(persona).reply(to: turn).move == .propose(Pattern.ID(1)))
        persona.profile = nil
        #expect(Scripted(persona).reply(to: turn).move == .propose(Pattern.ID(0)))
    }

    @Test("comes after the opening, which is drawn from the seed")
    func openings() throws {
        let ruleset = Ruleset.workedExample()
        var persona = Persona(identifier: "x", text: "x", sides: Side.allCases)
        persona.openings = [
            [.propose(Pattern.ID(0)), .counter(Situation.ID(1), .ordinary)],
            [.propose(Pattern.ID(1)), .counter(Situation.ID(0), .ordinary)],
        ]
        let match = Match(Rules(ruleset, mode: .hard))
        let first = (0..<20).map { Scripted(persona).reply(to: Turn(match, ruleset: ruleset, seed: $0)).move }
        #expect(Set(first) == [.propose(Pattern.ID(0)), .propose(Pattern.ID(1))])
        let second = try Match(match.rules, moves: [.propose(Pattern.ID(0))])
        let answer = Scripted(persona).reply(to: Turn(second, ruleset: ruleset)).move
        #expect(answer == .counter(Situation.ID(1), .ordinary))
    }
}
