import Bots
import Game
import Play
import Review
import Solver
import TestSupport
import Testing
import Text

/// Every claim that is made about a marked move, tried on the board.
@Suite("Why a move is marked")
struct WhyTests {
    static let limits = SearchLimits(memory: 1 << 18)

    /// A random match, with disputes and coined cards in every third.
    static func record(seed: UInt64) throws -> MatchRecord {
        let mode: Mode = seed % 2 == 0 ? .hard : .easy
        let size = RulesetSize(
            features: 2...4, patterns: 2...4, situations: 2...4, deployments: 1...3, proposals: 1...2)
        var ruleset = seed % 3 == 0 ? Ruleset.disputed(seed: seed) : Ruleset.random(seed: seed, size: size)
        if seed % 5 == 1 {
            // The drive is what runs out.
            ruleset.limits = ruleset.limits.replacing([.drive: 500, .plausibility: 100_000])
            for index in ruleset.patterns.indices { ruleset.patterns[index].cis = true }
        }
        let rules = Rules(ruleset, mode: mode)
        let acts =
            seed % 3 == 0
            ? Match.randomActs(rules, seed: seed).acts : Match.random(rules, seed: seed).moves.map(Act.move)
        let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        let setup = Setup(ruleset: ruleset, profile: nil, mode: mode, players: players)
        var record = try setup.record(date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: "", seed: 1)
        for act in acts { try record.apply(Entry(act)) }
        return record
    }

    @Test("is true, and is said in two lines at most", arguments: Thoroughness.seeds(ofFull: 3000))
    func claims(seed: UInt64) throws {
        let judgement = Judge(try Self.record(seed: seed), limits: Self.limits).judgement()
        for step in judgement.acts.indices {
            let act = judgement.acts[step]
            #expect((act.why != nil) == (act.mark != nil), "seed \(seed), step \(step)")
            guard let why = act.why else { continue }
            try ClaimCheck(judgement, step, seed).check(why)
            let sentence = try #require(judgement.sentence(at: step))
            #expect(wrapped(sentence, width: 76).count <= 2, "seed \(seed): \(sentence)")
        }
    }

    @Test("the usual kinds of reason come up")
    func kinds() throws {
        var found: Set<String> = []
        for seed in 0..<3000 as Range<UInt64> where found.count < 7 {
            let judgement = Judge(try Self.record(seed: seed), limits: Self.limits).judgement()
            found.formUnion(judgement.acts.compactMap { $0.why.map(\.kind) })
        }
        #expect(found.isSuperset(of: ["conceded", "left", "left, the end", "cheaper", "cornered", "dearer", "better"]))
    }
}

extension Why {
    fileprivate var kind: String {
        switch self {
        case .conceded: "conceded"
        case .left(_, _, _, .cost): "left"
        case .left(_, _, _, .match): "left, the end"
        case .drained: "drained"
        case .cheaper: "cheaper"
        case .cornered: "cornered"
        case .dearer: "dearer"
        case .better: "better"
        }
    }
}

/// Plays the moves that a claim speaks of.
private struct ClaimCheck {
    private let judgement: Judgement
    private let step: Int
    private let seed: UInt64
    private var match: Match { judgement.record.match }
    private var position: Position { judgement.positions[step] }
    private let move: Move

    init(_ judgement: Judgement, _ step: Int, _ seed: UInt64) throws {
        self.judgement = judgement
        self.step = step
        self.seed = seed
        move = try #require(judgement.acts[step].move)
    }

    func check(_ why: Why) throws {
        try isBetter(why.better)
        switch why {
        case .conceded: #expect(move == .concede, "seed \(seed)")
        case .left(let variant, let better, let ply, let toll):
            func isCaught(after move: Move) throws -> Bool {
                try position.playing(move).corpus.contains { match.rules.whacks($0, variant) }
            }
            #expect(try isCaught(after: better) && !isCaught(after: move), "seed \(seed)")
            #expect(match.plies[ply - 1].after.live == variant, "seed \(seed)")
            #expect(ply > position.ply + 1)
            check(toll, of: ply)
        case .drained(let better, let answer, let ply):
            let place = match.position
            #expect(place.ply == ply - 1)
            #expect(place.prospect(of: answer).breaks == .drive && !place.canGoOn, "seed \(seed)")
            let own = try #require(position.prospect(of: move).datum)
            let other = try #require(position.prospect(of: better).datum)
            let asserted = try #require(place.prospect(of: answer).datum)
            #expect(!isEnough(place.corpus + [asserted]), "seed \(seed)")
            #expect(isEnough(place.corpus.map { $0 == own ? other : $0 } + [asserted]), "seed \(seed)")
        case .cheaper(let better):
            let after = try position.playing(better).corpusStrain
            #expect(after < (try position.playing(move).corpusStrain), "seed \(seed)")
        case .cornered(_, let horn, let kind):
            let end = match.position
            #expect(end.ply == position.ply + 2, "seed \(seed)")
            let reason = try #require(end.verdict?.reasons.first)
            #expect(reason.kind == kind && reason.forced?.move == horn && end.legalMoves.isEmpty, "seed \(seed)")
        case .dearer(let better, let bits, let least):
            #expect(try cheapestAnswer(to: better) == bits && cheapestAnswer(to: move) == least, "seed \(seed)")
            #expect(bits.map { $0 > least } ?? true, "seed \(seed)")
        case .better: break
        }
    }

    /// That a move is legal, and would not have been marked, by a search of its own.
    private func isBetter(_ better: Move) throws {
        #expect(position.legalMoves.contains(better) && better != move, "seed \(seed)")
        let search = SharedSearch(limits: WhyTests.limits)
        let found = search.value(of: try position.playing(better))
        let played = search.value(of: try position.playing(move))
        let legal = try position.legalMoves.dropLast().map { search.value(of: try position.playing($0)) }
        let side = position.sideToMove
        if legal.contains(where: { $0.winner == side }) { #expect(found.winner == side, "seed \(seed)") }
        let isTraining = side == .training
        let worse = isTraining ? played : found, lesser = isTraining ? found : played
        #expect(worse.isInfinite || worse.lower > lesser.lower || found.winner != played.winner, "seed \(seed)")
        let prices = legal.compactMap(\.finite)
        let best = isTraining ? prices.min() : prices.count < legal.count ? nil : prices.max()
        if let kept = best {
            let found = try #require(found.finite)
            let loss = isTraining ? found - kept : kept - found
            #expect(loss < Thresholds().inaccuracy, "seed \(seed)")
        }
    }

    private func check(_ toll: Why.Toll, of ply: Int) {
        switch toll {
        case .cost(let bits, let answer):
            #expect(answer == ply + 1 && match.plies[ply].after.ply == answer, "seed \(seed)")
            let paid = match.plies[ply].after.corpusStrain - match.plies[ply].before.corpusStrain
            #expect(paid == bits, "seed \(seed)")
        case .match:
            let isConceded = match.plies.count == ply + 1 && match.plies[ply].move == .concede
            #expect(match.plies.count == ply || isConceded, "seed \(seed)")
            #expect(match.verdict?.winner == .divergence, "seed \(seed)")
        }
    }

    /// Whether the useful patterns that no datum whacks are enough, added up by hand.
    private func isEnough(_ corpus: [Datum]) -> Bool {
        let ruleset = position.ruleset
        var left = 0, all = 0
        for id in ruleset.patternIDs where ruleset[id].cis && !ruleset[id].isCoined {
            let weight = ruleset[id].credence.millionths
            all += weight
            let bare = Divergence(id, in: position.rules)
            if !corpus.contains(where: { position.rules.whacks($0, bare) }) { left += weight }
        }
        return left * 1000 >= ruleset.limits.drive * all
    }

    private func cheapestAnswer(to claim: Move) throws -> Bits? {
        let next = try position.playing(claim)
        return next.legalMoves.dropLast().map { next.prospect(of: $0).bits }.min()
    }
}
