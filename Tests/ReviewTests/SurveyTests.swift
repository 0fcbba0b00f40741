import Game
import Play
import Review
import TestSupport
import Testing
import Text

extension MatchRecord {
    /// A match of a ruleset by these acts.
    static func of(_ ruleset: Ruleset, _ acts: [Act], id: Int = 0, profile: String? = nil) throws -> MatchRecord {
        let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        let text = String(id)
        var record = try Setup(ruleset: ruleset, profile: profile, mode: .easy, players: players).record(
            date: "2026-11-21T05:30:12Z", id: String(repeating: "0", count: 16 - text.count) + text, hash: "", seed: 1)
        for act in acts { try record.apply(Entry(act)) }
        return record
    }

    /// A random match of a random ruleset with two rows, predictions and beliefs, over or not.
    static func withRows(seed: UInt64, matches: UInt64 = 0) throws -> MatchRecord {
        var random = SplitMix64(seed: seed &* 1000 &+ matches)
        var ruleset = Ruleset.random(seed: seed)
        var rows = SplitMix64(seed: seed)
        ruleset.rows = ["one", "two"].map { name in
            Ruleset.Row(
                identifier: name, text: name,
                patterns: ruleset.patternIDs.filter { _ in Bool.random(using: &rows) },
                features: ruleset.featureIDs.filter { _ in Bool.random(using: &rows) })
        }
        func credence() -> Credence { Credence(millionths: Int.random(in: 1...999_999, using: &random)) ?? .certain }
        var acts: [Act] = [.predict(.divergence, credence()), .believe(.training, .row(0), credence())]
        if Bool.random(using: &random) { acts.append(.predict(.training, credence())) }
        acts += Match.random(Rules(ruleset, mode: .easy), seed: seed &+ matches).moves.map { .move($0) }
        if Bool.random(using: &random) { acts += [.close, .believe(.training, .row(0), credence())] }
        return try .of(ruleset, acts, id: Int(seed * 100 + matches))
    }
}

@Suite("The table of all matches")
struct RowTableTests {
    private static let ruleset: Ruleset = {
        var ruleset = Ruleset.workedExample()
        ruleset.rows = [
            Ruleset.Row(identifier: "of-p", text: "P.", patterns: [Pattern.ID(0)], features: []),
            Ruleset.Row(identifier: "of-b", text: "B.", patterns: [], features: [Feature.ID(1)]),
            Ruleset.Row(identifier: "idle", text: "Idle.", patterns: [], features: []),
        ]
        return ruleset
    }()

    private func record(_ notation: [String], id: Int = 0) throws -> MatchRecord {
        try .of(Self.ruleset, notation.map(Self.ruleset.act), id: id)
    }

    @Test("tells claims that were whacked from those that stood, and what became of the match")
    func byHand() throws {
        var table = RowTable(of: Self.ruleset)
        // p is whacked, and so is p with b; Divergence has nothing left.
        table.add(
            try record([
                "believe divergence row of-b 0.75", "propose p", "counter s ordinary", "sophisticate b",
                "counter s ordinary", "close", "believe divergence row of-b 0.5",
            ]))
        // p with b stands, as Training gives up.
        table.add(try record(["propose p", "counter s ordinary", "sophisticate b", "concede", "close"], id: 1))
        // p is open.
        table.add(try record(["believe training row of-p 0.25", "propose p"], id: 2))
        let rows = table.rows
        #expect(rows.map(\.identifier) == ["of-p", "of-b", "idle"] && table.matches == 3)
        #expect(rows.map(\.fare.whacked) == [3, 1, 0])
        #expect(rows.map(\.fare.stood) == [1, 1, 0])
        #expect(rows.map(\.fare.open) == [1, 0, 0])
        #expect(rows.map(\.fare.results.won) == [1, 1, 0] && rows.map(\.fare.results.lost) == [1, 1, 0])
        #expect(rows.map(\.fare.results.unfinished) == [1, 0, 0] && rows.map(\.matches) == [3, 2, 0])
        // What is believed stays sealed until a match is over.
        #expect(rows[0].movements.isEmpty && rows[1].movements.count == 1)
        #expect(rows[1].movements.first?.before == Credence(millionths: 750_000))
        #expect(rows[1].movements.first?.after == Credence(millionths: 500_000))
        #expect(rows[0].grounds.map(\.claimant.name) == ["Ana"] && rows[0].grounds.map(\.profile) == ["house"])
    }

    @Test("rows that only the match's own text of the ruleset has come last; other rulesets say nothing")
    func otherText() throws {
        var newer = Self.ruleset
        newer.rows = [Self.ruleset.rows[1]]
        var table = RowTable(of: newer)
        table.add(try record(["propose p"]))
        #expect(table.rows.map(\.identifier) == ["of-b", "of-p", "idle"])
        table.add(try .withRows(seed: 1))
        #expect(table.matches == 1)
    }

    @Test("agrees with a recount from the moves alone", arguments: 1...40 as ClosedRange<UInt64>)
    func recount(seed: UInt64) throws {
        let records = try (0..<4).map { try MatchRecord.withRows(seed: seed, matches: $0) }
        var table = RowTable(of: records[0].ruleset)
        for record in records { table.add(record) }
        for (place, row) in records[0].ruleset.rows.enumerated() {
            var whacked = 0, others = 0
            for record in records {
                // What each claim is, told from the moves and nothing else.
                var pattern: Pattern.ID?
                var conditions: Set<Int> = []
                for move in record.match.moves {
                    switch move {
                    case .propose(let id): (pattern, conditions) = (id, [])
                    case .shallower(let id), .misattribute(let id): pattern = id
                    case .sophisticate(let id): conditions.insert(id.index)
                    case .counter, .concede: continue
                    }
                    guard let pattern else { continue }
                    let own = record.ruleset[pattern].trigger
                    conditions = conditions.filter { !own.contains(Feature.ID($0)) }
                    guard
                        row.patterns.contains(pattern)
                            || row.features.contains(where: { conditions.contains($0.index) })
                    else { continue }
                    others += 1
                }
                for (ply, next) in zip(record.match.plies, record.match.plies.dropFirst()) {
                    guard case .counter = next.move, let live = ply.after.live else { continue }
                    let rests =
                        row.patterns.contains(live.pattern) || row.features.contains { live.conditions.contains($0) }
                    if rests { whacked += 1 }
                }
            }
            #expect(table.rows[place].fare.whacked == whacked, "seed \(seed)")
            #expect(table.rows[place].fare.claims == others, "seed \(seed)")
        }
    }

    @Test("is written with nothing in it that a terminal, Markdown or a spreadsheet would obey")
    func hostile() throws {
        let ruleset = Self.ruleset
        let players = Players(divergence: Player(name: "=1|2*,\"x"), training: Player(name: "Ben"))
        var record = try Setup(ruleset: ruleset, profile: nil, mode: .hard, players: players).record(
            date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: "", seed: 1)
        for act in ["propose p", "concede", "close"] { try record.apply(Entry(try ruleset.act(act))) }
        var table = RowTable(of: ruleset)
        table.add(record)
        #expect(table.csv.contains("of-p,claims,house,\"'=1|2*,\"\"x\",human,divergence"))
        #expect(table.markdown.contains("=1\\|2\\*,\"x"))
        #expect(table.lines.allSatisfy { $0.isPlainText })
    }
}

@Suite("Calibration")
struct CalibrationTests {
    private func record(_ credence: Int, trainingWins: Bool, id: Int) throws -> MatchRecord {
        let ruleset = Ruleset.workedExample()
        let end = trainingWins ? ["concede"] : ["propose p", "concede"]
        let acts = try end.map(ruleset.act)
        return try .of(
            ruleset, [.predict(.training, Credence(millionths: credence) ?? .certain)] + acts + [.close], id: id)
    }

    @Test("scores what came true by the square of the miss and by the bits of surprise")
    func byHand() throws {
        var calibration = Calibration()
        calibration.add(try record(500_000, trainingWins: true, id: 1))
        calibration.add(try record(750_000, trainingWins: false, id: 2))
        let score = try #require(calibration.score())
        #expect(score.forecasts == 2 && score.matches == 2)
        #expect(abs(score.brier.value - (0.25 + 0.5625) / 2) < 1e-12)
        #expect(abs(score.bits.value - (1 + 2) / 2) < 1e-12)
        #expect(score.brier.interval == nil)
        let bins = calibration.bins()
        #expect(bins.map(\.forecasts) == [0, 0, 0, 0, 0, 1, 0, 1, 0, 0])
        #expect(bins.map(\.cameTrue) == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
        #expect(bins[5].interval == .wilson(1, of: 1) && bins[7].mean == 0.75)
        #expect(calibration.players == ["Ben"] && calibration.score(of: "Ana") == nil)
    }

    @Test("has intervals about its means, the same every time, from five matches on")
    func intervals() throws {
        var calibration = Calibration()
        for id in 1...40 { calibration.add(try record(id * 20_000, trainingWins: id % 3 > 0, id: id)) }
        let score = try #require(calibration.score())
        let brier = try #require(score.brier.interval), bits = try #require(score.bits.interval)
        #expect(brier.contains(score.brier.value) && bits.contains(score.bits.value) && brier != bits)
        #expect(calibration.score() == score)
        // Near the normal interval of the same samples.
        let samples = calibration.forecasts.map { forecast in
            let miss = forecast.credence.probability - (forecast.cameTrue ? 1 : 0)
            return miss * miss
        }
        let mean = samples.reduce(0, +) / 40
        let variance = samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
        let error = 1.96 * (variance / 40).squareRoot()
        #expect(abs(brier.lowerBound - (mean - error)) < 0.03 && abs(brier.upperBound - (mean + error)) < 0.03)
    }

    @Test("of random matches agrees with a recount", arguments: 1...20 as ClosedRange<UInt64>)
    func recount(seed: UInt64) throws {
        var calibration = Calibration()
        var said = 0, square = 0.0
        for match in 0..<6 as Range<UInt64> {
            let record = try MatchRecord.withRows(seed: seed, matches: match)
            calibration.add(record)
            guard record.isClosed, let winner = record.verdict?.winner else { continue }
            for credence in record.predictions.values {
                said += 1
                let miss = credence.probability - (winner == .training ? 1 : 0)
                square += miss * miss
            }
        }
        #expect(calibration.forecasts.count == said, "seed \(seed)")
        #expect(calibration.bins().reduce(0) { $0 + $1.forecasts } == said, "seed \(seed)")
        guard let score = calibration.score() else { return }
        #expect(abs(score.brier.value - square / Double(said)) < 1e-9, "seed \(seed)")
    }
}

@Suite("The explorer")
struct ExplorerTests {
    @Test("of random matches counts what a walk through them counts", arguments: 1...30 as ClosedRange<UInt64>)
    func recount(seed: UInt64) throws {
        let records = try (0..<6).map { try MatchRecord.withRows(seed: seed, matches: $0) }
        var explorer = Explorer()
        for record in records { explorer.add(record) }
        for position in records[0].match.positions {
            let here = records.flatMap { record in
                record.match.plies.filter { $0.before.looksLike(position) }.map { (record, $0.move) }
            }
            let ended = records.filter { $0.match.position.looksLike(position) }
            #expect(explorer.endings(through: position).count == here.count + ended.count, "seed \(seed)")
            let found = explorer.continuations(of: position)
            #expect(found.reduce(0) { $0 + $1.endings.count } == here.count, "seed \(seed)")
            for continuation in found {
                let same = here.filter { .move($0.1) == continuation.act }
                #expect(continuation.endings.count == same.count, "seed \(seed)")
                let won = same.count { $0.0.isClosed && $0.0.verdict?.winner == .training }
                #expect(continuation.endings.training == won, "seed \(seed)")
            }
        }
    }

    @Test("counts a position together to which two ways lead")
    func transposition() throws {
        var ruleset = Ruleset.workedExample([.plausibility: 90_000, .proposals: 3, .pivotalAct: 20])
        let c = Feature.ID(ruleset.features.count)
        var feature = ruleset.features[0]
        feature.label = CardLabel("c", text: "c")
        ruleset.features.append(feature)
        var pattern = ruleset.patterns[0]
        pattern.label = CardLabel("r", text: "r")
        pattern.trigger = FeatureSet([c])
        ruleset.patterns.append(pattern)
        var deployment = ruleset.deployments[1]
        deployment.features = FeatureSet(ruleset.featureIDs)
        ruleset.deployments.append(deployment)
        let ways = [
            ["propose p", "counter s ordinary", "propose q", "counter t ordinary", "propose r"],
            ["propose q", "counter t ordinary", "propose p", "counter s ordinary", "propose r", "concede", "close"],
        ]
        var explorer = Explorer()
        let records = try ways.enumerated().map { try MatchRecord.of(ruleset, $1.map(ruleset.act), id: $0) }
        for record in records { explorer.add(record) }
        let position = records[0].match.position
        #expect(explorer.endings(through: position).count == 2)
        #expect(explorer.endings(through: position).divergence == 1 && explorer.matches == 2)
        let continuations = explorer.continuations(of: position)
        #expect(continuations.map(\.act) == [.move(.concede)] && continuations[0].endings.count == 1)
        #expect(explorer.continuations(of: records[0].match.start).map(\.endings.count) == [1, 1])
    }
}

extension Position {
    /// The same by what can be seen of it, told without its identity.
    fileprivate func looksLike(_ other: Position) -> Bool {
        func data(_ position: Position) -> [String] {
            position.corpus.map { "\($0.situation.index) \($0.added.rawValue) \($0.provenance)" }.sorted()
        }
        return sideToMove == other.sideToMove && live?.pattern == other.live?.pattern
            && live?.conditions == other.live?.conditions && horizon == other.horizon
            && proposalsLeft == other.proposalsLeft && data(self) == data(other) && isStopped == other.isStopped
    }
}
