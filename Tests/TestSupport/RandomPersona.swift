public import Game

extension Ruleset {
    /// The same ruleset with one to three random bots that keep the laws of RULES §11; the same for the same
    /// seed on every machine.
    public func withRandomBots(seed: UInt64, rules: ClosedRange<Int> = 0...6) -> Ruleset {
        var maker = RandomScripts(ruleset: self, random: SplitMix64(seed: seed))
        var ruleset = self
        ruleset.bots = maker.bots(rules: rules)
        return ruleset
    }
}

private struct RandomScripts {
    let ruleset: Ruleset
    var random: SplitMix64
    /// Lines said so far, so that none is said twice.
    var lineCount = 0

    mutating func bots(rules: ClosedRange<Int>) -> [Persona] {
        (0..<number(in: 1...3)).map { index in
            var persona = Persona(
                identifier: "b-\(index)", name: chance(50) ? "Bot \(index)" : nil, text: "Bot \(index).",
                sides: chance(30) ? [.training, .divergence] : [chance(50) ? .training : .divergence])
            persona.profile = chance(50) ? ruleset.profiles.randomElement(using: &random)?.identifier : nil
            persona.openings = (0..<number(in: 0...2)).map { _ in opening() }
            persona.rules = (0..<number(in: rules)).map { _ in
                Persona.Rule(when: when(), play: play(persona.sides))
            }
            if chance(80) { persona.sayings = sayings(persona.sides) }
            return persona
        }
    }

    private mutating func opening() -> [Move] {
        let match = Match.random(Rules(ruleset, mode: chance(50) ? .hard : .easy), seed: random.next())
        let moves = match.moves.filter { $0 != .concede }
        return moves.isEmpty ? [.propose(Pattern.ID(0))] : Array(moves.prefix(number(in: 1...4)))
    }

    private mutating func when() -> Persona.When {
        var when = Persona.When()
        let claims = Move.Kind.allCases.filter { $0 != .counter && $0 != .concede }
        if chance(15) { when.mode = chance(50) ? .hard : .easy }
        if chance(30) { when.live = some(of: ruleset.patternIDs) }
        if chance(20) { when.traits = some(of: Persona.Trait.allCases) }
        if chance(20) { when.depth = range(1...4) }
        if chance(20) { when.by = some(of: claims) }
        if chance(25) { when.whackedBy = some(of: ruleset.situationIDs) }
        if chance(15) { when.channels = some(of: Channel.allCases) }
        if chance(15) { when.naturalness = range(0...1000) }
        if chance(15) { when.plausibility = range(0...1000) }
        if chance(15) { when.margin = range(0...9) }
        if chance(15) { when.proposals = range(0...3) }
        if chance(15) { when.corpus = range(0...4) }
        return when
    }

    private mutating func play(_ sides: [Side]) -> Persona.Play {
        var kinds: [Move.Kind] = []
        var cards: [String] = []
        if sides.contains(.divergence) {
            kinds += [.propose, .sophisticate, .shallower, .misattribute]
            cards += ruleset.patterns.map(\.identifier) + ruleset.features.map(\.identifier)
        }
        if sides.contains(.training) {
            kinds.append(.counter)
            cards += ruleset.situations.map(\.identifier)
        }
        if chance(3) { return Persona.Play(kinds: [.concede]) }
        var play = Persona.Play(choice: Persona.Choice.allCases.randomElement(using: &random) ?? .first)
        if play.choice == .cheapest || play.choice == .dearest, chance(40) {
            play.within = Bits(millibits: number(in: 1...3000))
        }
        if sides.contains(.divergence), chance(15) { play.never.append(.late) }
        if play.choice == .best, chance(40) { play.positions = number(in: 1...300) }
        if chance(40) { play.kinds = some(of: kinds) }
        if chance(50) { play.cards = some(of: cards) }
        if sides.contains(.training) {
            if chance(15) { play.provenance = chance(50) ? .ordinary : .deliberate }
            if chance(15) { play.never += some(of: [.dull, .deliberate]) }
        }
        return play
    }

    private mutating func sayings(_ sides: [Side]) -> Persona.Sayings {
        var sayings = Persona.Sayings()
        let claims = ruleset.patterns.map(\.identifier) + ruleset.features.map(\.identifier)
        let data = ruleset.situations.map(\.identifier)
        for card in (sides.contains(.divergence) ? claims : data) where chance(30) { sayings.play[card] = lines() }
        for card in (sides.contains(.training) ? claims : data) where chance(30) { sayings.meet[card] = lines() }
        for feature in ruleset.features where chance(30) { sayings.add[feature.identifier] = lines() }
        for kind in Move.Kind.allCases where chance(30) { sayings.moves[kind] = [line(), line()] }
        if chance(50) { sayings.objection = [line()] }
        for kind in Verdict.Reason.Kind.allCases where chance(20) { sayings.verdict[kind] = [line(), line()] }
        return sayings
    }

    private mutating func lines() -> [String] {
        (0..<number(in: 1...2)).map { _ in line() }
    }

    private mutating func line() -> String {
        lineCount += 1
        let placeholder = Persona.Placeholder.allCases[lineCount % Persona.Placeholder.allCases.count]
        return "Line \(lineCount), “{\(placeholder.rawValue)}”: {card}."
    }

    private mutating func some<Element>(of all: [Element]) -> [Element] {
        Array(all.shuffled(using: &random).prefix(number(in: 1...max(1, min(4, all.count)))))
    }

    private mutating func range(_ bounds: ClosedRange<Int>) -> ClosedRange<Int> {
        let one = number(in: bounds), other = number(in: bounds)
        return min(one, other)...max(one, other)
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func chance(_ percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }
}
