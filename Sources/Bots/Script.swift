public import Game

/// A position as the rules of a script see it. Source: `Persona.When` and `Persona.Play`.
struct Script {
    private let position: Position
    /// The kind of Divergence's last move.
    private let by: Move.Kind?
    /// The rules under the profile that the persona believes.
    private let believed: Rules
    private let legal: [Prospect]
    private let turn: Turn?

    /// - Parameters:
    ///   - legal: the legal moves, where they are known.
    ///   - turn: what a search for the best move may use; without it the first is taken.
    init(_ match: Match, _ believed: Rules, legal: [Prospect]? = nil, turn: Turn? = nil) {
        position = match.position
        self.turn = turn
        by = match.moves.last { $0.kind != .counter }?.kind
        self.believed = believed
        self.legal = legal ?? position.legalProspects
    }

    /// Whether a rule's condition holds; what asks about something that is not there does not.
    func holds(_ when: Persona.When) -> Bool {
        holds(when.mode) { position.rules.mode == $0 }
            && holds(when.naturalness) { $0.contains(used(.divergence)) }
            && holds(when.plausibility) { $0.contains(used(.training)) }
            && holds(when.proposals) { $0.contains(position.proposalsLeft) }
            && holds(when.corpus) { $0.contains(position.corpus.count) }
            && holdsLive(when) && holdsCorpus(when)
    }

    private func holds<Wanted>(_ wanted: Wanted?, _ test: (Wanted) -> Bool) -> Bool {
        wanted.map(test) ?? true
    }

    private func holdsLive(_ when: Persona.When) -> Bool {
        guard let live = position.live else {
            return when.live == nil && when.traits == nil && when.depth == nil && when.margin == nil
                && when.by == nil
        }
        let pattern = position.ruleset[live.pattern]
        return holds(when.live) { $0.contains(live.pattern) }
            && holds(when.traits) { $0.allSatisfy(pattern.has) }
            && holds(when.depth) { $0.contains(pattern.depth) }
            && holds(when.margin) { margin in
                position.horizon.map { margin.contains(position.pivotalStep - $0) } ?? false
            }
            && holds(when.by) { kinds in by.map(kinds.contains) ?? false }
    }

    private func holdsCorpus(_ when: Persona.When) -> Bool {
        guard let datum = position.corpus.last else { return when.whackedBy == nil && when.channels == nil }
        return holds(when.whackedBy) { $0.contains(datum.situation) }
            && holds(when.channels) { $0.contains(position.ruleset[datum.situation].channel) }
    }

    /// A side's strain in thousandths of its limit; a limit of nothing counts as used up.
    private func used(_ side: Side) -> Int {
        let limit = position.limit(of: side).millibits
        return limit == 0 ? 1000 : position.strain(of: side).millibits * 1000 / limit
    }

    /// The move that a rule makes; `nil` where no legal move fits it.
    func choice(_ play: Persona.Play, _ random: inout SplitMix64) -> Move? {
        if let kinds = play.kinds, kinds == [.concede] { return legal.isEmpty ? nil : .concede }
        var fitting = legal.filter { prospect in
            holds(play.kinds) { $0.contains(prospect.move.kind) }
                && holds(play.provenance) { prospect.datum?.provenance == $0 }
                && !play.never.contains { isAvoided(prospect, $0) }
        }
        if let cards = play.cards {
            let preferred = cards.lazy.map { card in
                fitting.filter { position.ruleset.card($0.move)?.identifier == card }
            }
            fitting =
                [.any, .best].contains(play.choice) ? preferred.flatMap(\.self) : preferred.first { !$0.isEmpty } ?? []
        }
        return best(of: fitting, play, &random)?.move
    }

    private func isAvoided(_ prospect: Prospect, _ avoided: Persona.Avoided) -> Bool {
        switch avoided {
        case .dull: prospect.driveLeft.map { $0 < position.drive.left } ?? false
        case .deliberate: prospect.datum?.provenance == .deliberate
        case .late: prospect.horizon.map { $0 > earliest } ?? false
        }
    }

    private func best(of prospects: [Prospect], _ play: Persona.Play, _ random: inout SplitMix64) -> Prospect? {
        switch play.choice {
        case .first: prospects.first
        case .cheapest: prospects.near(play.within, price).randomElement(using: &random)
        case .dearest: prospects.near(play.within) { -toll(of: $0) }.randomElement(using: &random)
        case .earliest: prospects.least { $0.horizon ?? -($0.driveLeft ?? 0) }
        case .narrowest: prospects.least { replies(to: $0).count }
        case .best: searched(among: prospects, play.positions)
        case .any: prospects.randomElement(using: &random)
        }
    }

    /// The earliest horizon of a legal move.
    private var earliest: Int { legal.compactMap(\.horizon).min() ?? 0 }

    private func searched(among prospects: [Prospect], _ positions: Int) -> Prospect? {
        guard prospects.count > 1, let turn else { return prospects.first }
        let best = Search.best(in: turn, among: prospects.map(\.move), positions: positions)
        return prospects.first { $0.move == best } ?? prospects.first
    }

    /// Millibits that a move strains its side, as the persona would price it.
    private func price(_ prospect: Prospect) -> Int {
        if let divergence = prospect.divergence { return believed.strain(of: divergence).millibits }
        return prospect.datum.flatMap(believed.cost)?.millibits ?? .max
    }

    /// Millibits of the opponent's cheapest reply.
    private func toll(of prospect: Prospect) -> Int {
        replies(to: prospect).map(\.bits.millibits).min() ?? .max
    }

    private func replies(to prospect: Prospect) -> [Prospect] {
        (try? position.playing(prospect.move))?.legalProspects ?? []
    }
}

extension Array {
    /// Those whose value, in millibits, is at most so far above the least; without any leeway, only the first.
    fileprivate func near(_ leeway: Bits, _ value: (Element) -> Int) -> [Element] {
        guard leeway > .zero else { return [least(value)].compactMap(\.self) }
        let valued = map { (element: $0, value: value($0)) }
        // What is beyond answer has a value that nothing can be taken from.
        let (bound, isBeyond) = (valued.map(\.value).min() ?? 0).addingReportingOverflow(leeway.millibits)
        return valued.filter { isBeyond || $0.value <= bound }.map(\.element)
    }

    /// The first of those with the least value.
    func least(_ value: (Element) -> Int) -> Element? {
        map { (element: $0, value: value($0)) }.min { $0.value < $1.value }?.element
    }
}

extension Ruleset {
    /// The card that a move plays; `nil` for a concession.
    public func card(_ move: Move) -> (any Card)? {
        switch move {
        case .propose(let pattern), .shallower(let pattern), .misattribute(let pattern): self[pattern]
        case .sophisticate(let feature): self[feature]
        case .counter(let situation, _): self[situation]
        case .concede: nil
        }
    }
}
