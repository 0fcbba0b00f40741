import Bots
import Game
import TestSupport
import Testing

@Suite("What a persona says")
struct SpeechTests {
    static let seeds = Thoroughness.seeds(ofFull: 300)

    /// A persona of both sides that has all lines, each naming where it is from.
    private func persona(for ruleset: Ruleset, lines: Int = 5) -> Persona {
        var persona = Persona(identifier: "x", text: "x", sides: Side.allCases)
        persona.rules = [Persona.Rule(play: Persona.Play(choice: .any))]
        let cards =
            ruleset.features.map(\.identifier) + ruleset.patterns.map(\.identifier)
            + ruleset.situations.map(\.identifier)
        func lists<Key: Hashable>(_ keys: [Key], _ name: (Key) -> String) -> [Key: [String]] {
            Dictionary(uniqueKeysWithValues: keys.map { key in (key, (0..<lines).map { "\(name(key)) \($0)." }) })
        }
        persona.sayings.play = Dictionary(uniqueKeysWithValues: cards.map { ($0, ["play \($0)."]) })
        persona.sayings.meet = Dictionary(uniqueKeysWithValues: cards.map { ($0, ["meet \($0)."]) })
        persona.sayings.moves = lists(Move.Kind.allCases) { "kind \($0.rawValue)" }
        persona.sayings.verdict = lists(Verdict.Reason.Kind.allCases) { "verdict \($0.rawValue)" }
        persona.sayings.objection = (0..<lines).map { "objection \($0)." }
        return persona
    }

    /// A whole match of two such personas, with what was said at every ply.
    private func debate(_ ruleset: Ruleset, _ persona: Persona, mode: Mode, seed: UInt64) throws -> [[String]] {
        let bot = Scripted(persona)
        var match = Match(Rules(ruleset, mode: mode))
        var said: [[String]] = []
        while match.verdict == nil {
            let reply = bot.reply(to: Turn(match, ruleset: ruleset, opponent: "Ana", seed: seed))
            said.append((reply.words.map { $0.split(separator: ".").map { String($0).trimmed } } ?? []))
            try match.play(reply.move)
        }
        return said
    }

    @Test("is never said twice by one side in a match", arguments: seeds, Mode.allCases)
    func noRepeats(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed)
        let said = try debate(ruleset, persona(for: ruleset), mode: mode, seed: seed)
        for side in 0...1 {
            let lines = said.enumerated().filter { $0.offset % 2 == side }.flatMap(\.element)
            #expect(Set(lines).count == lines.count, "seed \(seed), \(lines)")
        }
    }

    @Test("answers the card just met and names the one just played, each the first time", arguments: seeds)
    func cards(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed)
        let bot = Scripted(persona(for: ruleset))
        var match = Match(Rules(ruleset, mode: .easy))
        var heard: [Side: Set<String>] = [.divergence: [], .training: []]
        while match.verdict == nil {
            let side = match.position.sideToMove
            let reply = bot.reply(to: Turn(match, ruleset: ruleset, seed: seed))
            let met = match.moves.last.map { "meet " + ruleset.notation(of: $0).split(separator: " ")[1] + "." }
            let words = ruleset.notation(of: reply.move).split(separator: " ")
            var expected: [String] = []
            if let met, heard[side]?.insert(met).inserted == true { expected.append(met) }
            let play = "play \(words[1])."
            let isNew = heard[side]?.insert(play).inserted == true
            let text = reply.words ?? ""
            #expect(text.hasPrefix((expected + (isNew ? [play] : [])).joined(separator: " ")), "seed \(seed): \(text)")
            #expect(isNew || !text.contains("play") && (text.contains("kind \(words[0])") || text.count < 8), "\(text)")
            try match.play(reply.move)
        }
    }

    @Test("runs out rather than being said again")
    func runsOut() throws {
        var persona = persona(for: .workedExample(), lines: 1)
        persona.sayings.play = [:]
        persona.sayings.meet = [:]
        let said = try debate(.workedExample(), persona, mode: .hard, seed: 3)
        let counters = said.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        #expect(counters.first == ["kind counter 0"])
        #expect(counters.dropFirst().allSatisfy { $0 == [] })
    }

    @Test("takes one line of several for a card each time, in an order of the match's own")
    func several() throws {
        let ruleset = Ruleset.workedExample([.proposals: 3])
        var persona = persona(for: ruleset, lines: 0)
        persona.sayings.meet = [:]
        persona.sayings.play = ["p": ["One.", "Two.", "Three."]]
        persona.rules = [Persona.Rule(play: Persona.Play(cards: ["p"]))]
        let bot = Scripted(persona)
        let openers = try (UInt64(0)..<20).map { seed in
            let match = Match(Rules(ruleset, mode: .hard))
            return try #require(bot.reply(to: Turn(match, ruleset: ruleset, seed: seed)).words)
        }
        #expect(Set(openers) == ["One.", "Two.", "Three."])
        for seed: UInt64 in 0..<20 {
            let words = try debate(ruleset, persona, mode: .hard, seed: seed).flatMap(\.self)
            #expect(Set(words).count == words.count, "\(words)")
        }
    }

    @Test("tells of what was added, to its own datum and to the other's, after the card")
    func additions() throws {
        var ruleset = Ruleset.workedExample()
        ruleset.patterns[1].hidesFrom = Channels(.behaviour)
        var persona = Persona(identifier: "x", text: "x", sides: Side.allCases)
        persona.sayings.play = ["s": ["The card."], "q": ["My own."]]
        persona.sayings.meet = ["s": ["A fair card."]]
        persona.sayings.add = ["b": ["With that."], "a": ["Never heard."]]
        persona.rules = [Persona.Rule(play: Persona.Play(cards: ["s", "q"]))]
        let bot = Scripted(persona)
        func words(_ moves: [Move]) throws -> String? {
            bot.reply(to: Turn(try Match(Rules(ruleset, mode: .hard), moves: moves), ruleset: ruleset)).words
        }
        let counter = Move.counter(Situation.ID(0), .ordinary)
        let opening = Move.propose(Pattern.ID(0))
        #expect(try words([opening]) == "The card.")
        #expect(try words([opening, counter, .sophisticate(Feature.ID(1))]) == "With that.")
        let answered = [opening, counter, .sophisticate(Feature.ID(1)), counter]
        #expect(try words(answered)?.hasSuffix("With that. My own.") == true)
    }

    @Test("objects only to what its own profile prices a bit or more higher")
    func objection() throws {
        var ruleset = Ruleset.workedExample()
        var profile = Profile(identifier: "other", title: "Other")
        profile.patterns = [
            Pattern.ID(0): Credence(millionths: 250_000) ?? .certain,
            Pattern.ID(1): Credence(millionths: 126_000) ?? .certain,
        ]
        ruleset.profiles = [profile]
        var persona = Persona(identifier: "x", text: "x", sides: [.training], profile: "other")
        persona.sayings.objection = ["{card}: {credence} and {bits}, but {believed} to me."]
        func objection(_ pattern: Int) throws -> String? {
            let match = try Match(Rules(ruleset, mode: .hard), moves: [.propose(Pattern.ID(pattern))])
            return Scripted(persona).reply(to: Turn(match, ruleset: ruleset)).objection
        }
        #expect(try objection(0) == "p: 1 in 2 and 1.00 bits, but 1 in 4 to me.")
        #expect(try objection(1) == nil)
    }

    @Test("fills in what stands in braces as the match then stands")
    func placeholders() throws {
        let ruleset = Ruleset.workedExample()
        var persona = Persona(identifier: "x", text: "x", sides: Side.allCases)
        let all = Persona.Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: "|")
        persona.sayings.moves = [.sophisticate: [all], .counter: [all]]
        persona.rules = [Persona.Rule(play: Persona.Play(kinds: [.sophisticate])), Persona.Rule(play: Persona.Play())]
        var moves: [Move] = [.propose(Pattern.ID(0))]
        func words() throws -> String? {
            let match = try Match(Rules(ruleset, mode: .hard), moves: moves)
            return Scripted(persona).reply(to: Turn(match, ruleset: ruleset, opponent: "Ana")).words
        }
        #expect(try words() == "s|p|0.00 bits|100%|100%|6.00 bits|one|1|5|Ana")
        moves.append(.counter(Situation.ID(0), .ordinary))
        #expect(try words() == "b|p|2.00 bits|1 in 4|1 in 4|0.00 bits|one|4|5|Ana")
    }

    @Test("ends with a word on the verdict, but not after one's own concession", arguments: Side.allCases)
    func remark(side: Side) throws {
        let ruleset = Ruleset.workedExample()
        let bot = Scripted(persona(for: ruleset))
        let won = try Match(
            Rules(ruleset, mode: .hard), moves: [.propose(Pattern.ID(0)), .counter(Situation.ID(1), .ordinary)])
        let remark = try #require(bot.remark(after: Turn(won, ruleset: ruleset, seed: 1), as: side))
        #expect(remark.hasPrefix("verdict no divergence left"))
        let conceded = try Match(Rules(ruleset, mode: .hard), moves: [.concede])
        let last = bot.remark(after: Turn(conceded, ruleset: ruleset, seed: 1), as: side)
        #expect(side == .divergence ? last == nil : last?.hasPrefix("verdict conceded") == true)
    }

    @Test("depends on nothing but the turn", arguments: seeds)
    func deterministic(seed: UInt64) throws {
        let ruleset = Ruleset.random(seed: seed)
        let persona = persona(for: ruleset)
        let once = try debate(ruleset, persona, mode: .easy, seed: seed)
        #expect(try debate(ruleset, persona, mode: .easy, seed: seed) == once)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " })
    }
}
