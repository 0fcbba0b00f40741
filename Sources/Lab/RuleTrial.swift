public import Bots
import Dispatch
public import Game
import Solver
import Synchronization

/// Seeded games of a persona, which show how often each of its rules decides a move.
///
/// They are played in both modes, under the ruleset's own numbers and every profile's, on every side that the persona
/// plays, against several bots. So that rare positions come up too, the players leave their own ways now and then.
public struct RuleTrial: Sendable {
    public let persona: Persona
    /// Games that were begun.
    public private(set) var games = 0
    /// How many of the persona's moves came from where.
    public private(set) var origins: [Scripted.Origin: Int] = [:]
    private let ruleset: Ruleset
    /// Moves that may yet be weighed.
    private var effort: Int
    private var random = SplitMix64(seed: 2)

    /// Plays until every rule has decided a move, or a bound is reached; without rules, nothing.
    ///
    /// - Parameters:
    ///   - games: the most that are begun.
    ///   - effort: the most moves that are weighed, about: what keeps a huge ruleset from taking minutes. A ruleset
    ///     of a hundred cards never needs the standard.
    public init(of persona: Persona, in ruleset: Ruleset, games most: Int = 1000, effort: Int = 25_000_000) {
        self.persona = persona
        self.ruleset = ruleset
        self.effort = effort
        let pairings = pairings.shuffled(using: &random)
        while games < most, self.effort > 0, !idleRules.isEmpty {
            play(pairings[games % pairings.count])
        }
    }

    /// The rules that have decided no move, by index.
    public var idleRules: [Int] {
        persona.rules.indices.filter { origins[.rule($0)] == nil }
    }

    /// Who plays a game, and by what.
    private struct Pairing {
        /// By index; `nil` for the ruleset's own numbers.
        let profile: Int?
        let mode: Mode
        /// The persona's.
        let side: Side
        let opponent: any Bot
        /// How many of four moves are not the player's own.
        let detours: Int
    }

    private var pairings: [Pairing] {
        let opponents: [any Bot] = [Random(), Greedy(), Search(level: 1)] + ruleset.bots.map(Scripted.init)
        let profiles = [nil] + ruleset.profiles.indices.map(Optional.some)
        return profiles.flatMap { profile in
            Mode.allCases.flatMap { mode in
                persona.sides.flatMap { side in
                    opponents.filter { $0.sides.contains(side.opponent) }.flatMap { opponent in
                        (0...3).map {
                            Pairing(profile: profile, mode: mode, side: side, opponent: opponent, detours: $0)
                        }
                    }
                }
            }
        }
    }

    /// The rules are made anew for each game: a ruleset may have more profiles than there is time to play under.
    private func rules(of pairing: Pairing) -> Rules {
        Rules(pairing.profile.map { ruleset.under(ruleset.profiles[$0]) } ?? ruleset, mode: pairing.mode)
    }

    private mutating func play(_ pairing: Pairing) {
        games += 1
        let seed = random.next()
        var match = Match(rules(of: pairing))
        while effort > 0 {
            let legal = match.position.legalProspects
            guard !legal.isEmpty else { return }
            // Whether a rule fires does not hang on how well its move is chosen.
            let turn = Turn(match, ruleset: ruleset, seed: seed, limits: SearchLimits(nodes: 10))
            let isOwn = match.position.sideToMove == pairing.side
            var (origin, move) = isOwn ? decision(in: turn) : (.nearest, pairing.opponent.reply(to: turn).move)
            spend(on: match.position, replies: isOwn && !looksAhead(origin) ? 0 : legal.count)
            if Int.random(in: 0..<4, using: &random) < pairing.detours {
                move = detour(from: match, legal, plies: isOwn ? 2 : 1)
            }
            guard let next = match.playing(move) else {
                preconditionFailure("\(persona.identifier), seed \(seed): \(move) after \(match.moves)")
            }
            match = next
        }
    }

    /// The persona's own move, which is counted by its origin.
    private mutating func decision(in turn: Turn) -> (origin: Scripted.Origin, move: Move) {
        let decision = Scripted(persona).decision(in: turn)
        origins[decision.origin, default: 0] += 1
        return decision
    }

    /// Whether the replies to every move may have been weighed.
    private func looksAhead(_ origin: Scripted.Origin) -> Bool {
        switch origin {
        case .opening: false
        case .rule(let index): [.dearest, .narrowest, .best].contains(persona.rules[index].play.choice)
        case .nearest: true
        }
    }

    /// Counts the moves weighed in a position, about, and in so many of those that follow it.
    private mutating func spend(on position: Position, replies: Int) {
        let claims = 3 * ruleset.patterns.count + ruleset.features.count
        let counters = 2 * ruleset.situations.count
        let (own, others) = position.sideToMove == .divergence ? (claims, counters) : (counters, claims)
        effort -= 4 * own + replies * others
    }
}

extension RuleTrial {
    /// How many moves are looked at in search of a position that fits a rule.
    private static let breadth = [100, 10]

    /// A move that leads, in so many plies, to where a rule fits that has decided nothing yet; else the one that
    /// claims most, or any.
    private mutating func detour(from match: Match, _ legal: [Prospect], plies: Int) -> Move {
        let idle = idleRules.map { persona.rules[$0].when }
        let moves = legal.map(\.move)
        for move in moves.shuffled(using: &random).prefix(Self.breadth[plies - 1]) {
            if let next = match.playing(move), leads(next, to: idle, plies: plies - 1) { return move }
        }
        let dearest = legal.max { $0.bits < $1.bits }?.move
        return (Bool.random(using: &random) ? dearest : moves.randomElement(using: &random)) ?? .concede
    }

    private mutating func leads(_ match: Match, to conditions: [Persona.When], plies: Int) -> Bool {
        guard plies > 0 else { return conditions.contains(where: match.fits) && match.position.canGoOn }
        for move in match.position.legalMoves.dropLast().shuffled(using: &random).prefix(Self.breadth[plies]) {
            if let next = match.playing(move), leads(next, to: conditions, plies: plies - 1) { return true }
        }
        return false
    }
}

extension Match {
    /// The match with a move more; `nil` if it is not legal.
    fileprivate func playing(_ move: Move) -> Match? {
        var match = self
        return (try? match.play(move)).map { match }
    }
}

extension RuleTrial {
    /// The trials of all of a ruleset's personas, in its order; several at a time.
    ///
    /// - Parameter effort: what they may spend together.
    public static func all(in ruleset: Ruleset, effort: Int = 50_000_000) -> [RuleTrial] {
        let trials = Mutex([Int: RuleTrial]())
        DispatchQueue.concurrentPerform(iterations: ruleset.bots.count) { index in
            let trial = RuleTrial(of: ruleset.bots[index], in: ruleset, effort: effort / ruleset.bots.count)
            trials.withLock { $0[index] = trial }
        }
        return trials.withLock { trials in ruleset.bots.indices.compactMap { trials[$0] } }
    }
}
