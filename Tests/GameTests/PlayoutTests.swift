import Game
import TestSupport
import Testing

@Suite("In a random playout")
struct PlayoutTests {
    static let seeds = Thoroughness.seeds(ofFull: 3000)

    /// Every move that a ruleset can name, whoever's turn it is.
    private func everyMove(_ ruleset: Ruleset) -> [Move] {
        let patterns = ruleset.patternIDs
        let counters = ruleset.situationIDs.flatMap { situation in
            Provenance.allCases.map { Move.counter(situation, $0) }
        }
        return patterns.map(Move.propose) + ruleset.featureIDs.map(Move.sophisticate)
            + patterns.map(Move.shallower) + patterns.map(Move.misattribute) + counters + [.concede]
    }

    @Test("no divergence is ever caught twice, and so the game ends", arguments: seeds, Mode.allCases)
    func caughtOnce(seed: UInt64, mode: Mode) {
        let ruleset = Ruleset.random(seed: seed)
        let match = Match.random(Rules(ruleset, mode: mode), seed: seed)
        var caught: Set<Divergence> = []
        for (position, move) in zip(match.positions, match.moves) {
            guard case .counter = move, let live = position.live else { continue }
            #expect(caught.insert(live).inserted, "seed \(seed), ply \(position.ply)")
        }
        let divergences = ruleset.patterns.reduce(0) { sum, pattern in
            sum + 1 << (ruleset.features.count - pattern.trigger.count)
        }
        #expect(match.moves.count <= 2 * divergences + 1, "seed \(seed)")
        #expect(match.verdict != nil, "seed \(seed)")
    }

    @Test("a counter whacks what nothing before it whacked", arguments: seeds, Mode.allCases)
    func countersWhack(seed: UInt64, mode: Mode) {
        let match = Match.random(Rules(.random(seed: seed), mode: mode), seed: seed)
        for (before, after) in zip(match.positions, match.positions.dropFirst()) {
            guard let live = before.live, after.corpus.count > before.corpus.count else { continue }
            #expect(before.whacker(of: live) == nil, "seed \(seed), ply \(before.ply)")
            #expect(after.whacker(of: live) == after.corpus.last, "seed \(seed), ply \(before.ply)")
        }
    }

    @Test("conditions never hold a feature of the pattern's own trigger", arguments: seeds, Mode.allCases)
    func conditionsAreMore(seed: UInt64, mode: Mode) {
        let ruleset = Ruleset.random(seed: seed)
        let match = Match.random(Rules(ruleset, mode: mode), seed: seed)
        for live in match.positions.compactMap(\.live) {
            let own = ruleset[live.pattern].trigger
            #expect(live.conditions.subtracting(own) == live.conditions, "seed \(seed)")
            #expect(live.trigger == own.union(live.conditions), "seed \(seed)")
        }
    }

    @Test("its notation replays to the same positions", arguments: seeds, Mode.allCases)
    func replay(seed: UInt64, mode: Mode) throws {
        let ruleset = Ruleset.random(seed: seed)
        let match = Match.random(Rules(ruleset, mode: mode), seed: seed)
        let again = try ruleset.match(mode, match.moves.map(ruleset.notation))
        #expect(again.moves == match.moves, "seed \(seed)")
        #expect(again.positions.map(Seen.init) == match.positions.map(Seen.init), "seed \(seed)")
        #expect(again.verdict == match.verdict, "seed \(seed)")
    }

    @Test("undo takes back exactly what replay gives again", arguments: seeds, Mode.allCases)
    func undo(seed: UInt64, mode: Mode) throws {
        let match = Match.random(Rules(.random(seed: seed), mode: mode), seed: seed)
        var random = SplitMix64(seed: seed)
        guard !match.moves.isEmpty else { return }
        let plies = Int.random(in: 1...match.moves.count, using: &random)
        var other = match
        let undone = other.takeBack(plies: plies)
        #expect(undone, "seed \(seed)")
        #expect(other.moves == Array(match.moves.dropLast(plies)), "seed \(seed)")
        #expect(
            other.positions.map(Seen.init) == match.positions.dropLast(plies).map(Seen.init), "seed \(seed)")
        for move in match.moves.suffix(plies) { try other.play(move) }
        #expect(other.positions.map(Seen.init) == match.positions.map(Seen.init), "seed \(seed)")
        #expect(other.verdict == match.verdict, "seed \(seed)")
    }

    @Test("a move plays where it is legal and says why not where it is not", arguments: seeds, Mode.allCases)
    func legality(seed: UInt64, mode: Mode) {
        let ruleset = Ruleset.random(seed: seed)
        let match = Match.random(Rules(ruleset, mode: mode), seed: seed)
        for position in match.positions {
            let legal = Set(position.legalMoves)
            #expect(legal.count == position.legalMoves.count, "seed \(seed), ply \(position.ply)")
            for move in everyMove(ruleset) {
                let place: Comment = "seed \(seed), ply \(position.ply), \(ruleset.notation(of: move))"
                let prospect = position.prospect(of: move)
                #expect(prospect.isLegal == legal.contains(move), place)
                #expect(position.objections(to: prospect).isEmpty == prospect.isLegal, place)
                do throws(IllegalMove) {
                    let next = try position.playing(move)
                    #expect(legal.contains(move) && next.ply == position.ply + 1, place)
                } catch {
                    #expect(!legal.contains(move) && error.notation == ruleset.notation(of: move), place)
                    #expect(error.reasons == position.objections(to: prospect), place)
                    #expect(!error.reasons.isEmpty && error.reasons.allSatisfy { !$0.isEmpty }, place)
                }
            }
        }
    }

    @Test("a move that is refused leaves the match as it was", arguments: seeds)
    func refusal(seed: UInt64) {
        let ruleset = Ruleset.random(seed: seed)
        let finished = Match.random(Rules(ruleset, mode: .easy), seed: seed)
        var match = finished
        for move in everyMove(ruleset) {
            #expect(throws: IllegalMove.self, "seed \(seed)") { try match.play(move) }
        }
        #expect(match.moves == finished.moves && match.verdict == finished.verdict, "seed \(seed)")
    }

    @Test("every reason, both grades and both winners come up somewhere")
    func coverage() {
        var names: Set<String> = []
        for seed in 1...600 as ClosedRange<UInt64> {
            for mode in Mode.allCases {
                let match = Match.random(Rules(.random(seed: seed), mode: mode), seed: seed)
                guard let verdict = match.verdict else { continue }
                names.formUnion(verdict.reasons.map(\.kind.rawValue))
                if let grade = verdict.grade { names.insert("\(grade) win in \(mode) mode") }
                if verdict.reasons.count > 2 { names.insert("three reasons") }
                if match.moves.count > 8 { names.insert("a long game") }
            }
        }
        let reasons = Verdict.Reason.Kind.allCases.filter { $0 != .adjudicated }.map(\.rawValue)
        let expected = Set(reasons).union([
            "hard win in hard mode", "hard win in easy mode", "easy win in easy mode", "three reasons",
            "a long game",
        ])
        #expect(names == expected)
    }

    @Test("every limit stops a move that nothing else stops, and every way to be impossible comes up")
    func hindrances() {
        var names: Set<String> = []
        for seed in 1...200 as ClosedRange<UInt64> {
            let ruleset = Ruleset.random(seed: seed)
            for position in Match.random(Rules(ruleset, mode: .hard), seed: seed).positions {
                let prospects = everyMove(ruleset).map(position.prospect)
                for prospect in prospects where prospect.obstacle == nil {
                    if let name = Self.limits[prospect.breaks] { names.insert(name) }
                    guard prospect.isLegal, let divergence = prospect.divergence else { continue }
                    if prospect.horizon != position.rules.horizon(of: divergence) { names.insert("pushed out") }
                }
                names.formUnion(prospects.compactMap { $0.obstacle?.name })
            }
        }
        let obstacles = [
            "alreadyNeeded", "excluded", "featureNotHad", "hidden", "matchOver", "namedShallower", "neverHappens",
            "notMisattributing", "notShallower", "notYourTurn", "nothingDeliberate", "nothingLive", "otherFamily",
            "samePattern", "situationNotHad", "whacked",
        ]
        #expect(names == Set(obstacles).union(Self.limits.values).union(["pushed out"]))
    }

    private static let limits: [Breaks: String] = [
        .naturalness: "naturalness", .horizon: "horizon", .proposals: "proposals", .plausibility: "plausibility",
        .additions: "additions", .drive: "drive", .hardMode: "hard mode",
    ]
}

extension Obstacle {
    /// Without what it holds.
    fileprivate var name: String { String("\(self)".prefix { $0 != "(" }) }
}

/// All that can be observed of a position.
private struct Seen: Equatable {
    let sideToMove: Side
    let live: Divergence?
    let corpus: [Datum]
    let proposalsLeft: Int
    let ply: Int
    let conceded: Side?
    let strains: [Bits]
    let pivotalStep: Int
    let horizon: Int?
    let drive: Drive

    init(_ position: Position) {
        sideToMove = position.sideToMove
        live = position.live
        corpus = position.corpus
        proposalsLeft = position.proposalsLeft
        ply = position.ply
        conceded = position.conceded
        strains = Side.allCases.map(position.strain)
        pivotalStep = position.pivotalStep
        horizon = position.horizon
        drive = position.drive
    }
}
