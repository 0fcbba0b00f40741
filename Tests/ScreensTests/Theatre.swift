import Bots
import Game
import Play
import Review
import Rulebook
import Screens
import Solver
import TestSupport

/// The program without a terminal, a disk or a clock: keys go in, grids come out.
struct Theatre {
    private(set) var app: App
    /// Every entry that was journalled: its act in notation and, after a colon, what was said with it.
    private(set) var journal: [String] = []
    /// What writing fails with, while it does.
    var diskTrouble: String?
    var saved: [SavedMatch] = []
    /// Files in which there is not even the beginning of a match.
    var broken: [SavedFile] = []
    /// The set-up of the last match.
    var last: Preferences?
    /// The match whose evaluation was asked for, and by which job.
    private(set) var evaluating: (record: MatchRecord, id: JobID)?
    /// What a bot replies; the first legal move otherwise.
    var reply: @Sendable (MatchRecord) -> Reply = { Reply($0.position.legalMoves.first ?? .concede) }
    /// Whether a bot agrees to stop.
    var agrees = true
    /// Whether late answers wait for `deliver`, as from a bot that is slow.
    var isHolding = false
    /// The late answers that wait.
    private(set) var late: [(JobID, LateAnswer)] = []
    /// Whether the bot was asked to answer now.
    private(set) var isHurried = false
    /// The time that is waited for, and the job that is done then.
    private(set) var wait: (milliseconds: Int, id: JobID)?
    /// Jobs that nobody waits for any more.
    private(set) var cancelled: [JobID] = []
    /// Whether the tutor was on the last time.
    private(set) var isTutored = false
    private(set) var copied: String?
    private(set) var hasMouse = true
    /// The words that wait for moves, as they were kept last.
    var drafts = Drafts()
    /// Whether the rows of the table were passed over the last time.
    var skipsRows = false
    /// What all saved matches say.
    var survey = Survey()
    /// What opening any path gives.
    var opens: MatchRecord?
    private(set) var hasQuit = false
    private let ruleset: Ruleset

    init(size: Size = Size(columns: 80, rows: 24), unicode: Bool = true, ruleset name: String = "evening") throws {
        ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        app = App(size: size, look: Look(unicode: unicode, color: true))
        carryOut(app.start())
    }

    /// Starts in a match between these players.
    init(
        _ divergence: Player, _ training: Player, size: Size = Size(columns: 80, rows: 24), unicode: Bool = true,
        ruleset name: String = "evening", limits: [Limit: Int] = [:], mode: Mode = .hard, judge: String? = nil,
        isHolding: Bool = false, reply: (@Sendable (MatchRecord) -> Reply)? = nil
    ) throws {
        var ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        ruleset.limits = ruleset.limits.replacing(limits)
        self.ruleset = ruleset
        let players = Players(divergence: divergence, training: training)
        var setup = Setup(ruleset: ruleset, profile: nil, mode: mode, players: players)
        setup.judge = judge
        let record = try Theatre.record(setup)
        app = App(size: size, look: Look(unicode: unicode, color: true), record: record, path: "/saves/match.jsonl")
        self.isHolding = isHolding
        if let reply { self.reply = reply }
        carryOut(app.start())
        if !isHolding { deliver() }
    }

    /// Starts with what leads to a match, as the command line does.
    init(_ setup: Setup, isHolding: Bool = false) {
        ruleset = setup.ruleset
        self.isHolding = isHolding
        app = App(size: Size(columns: 80, rows: 24), look: Look(unicode: true, color: true), setup: setup)
        carryOut(app.start())
        if !isHolding { deliver() }
    }

    /// Starts with what leads to a match between these players, as the command line does.
    init(setup divergence: Player, _ training: Player) throws {
        ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset("evening")).ruleset
        let players = Players(divergence: divergence, training: training)
        app = App(
            size: Size(columns: 80, rows: 24), look: Look(unicode: true, color: true),
            setup: Setup(ruleset: ruleset, profile: nil, mode: .hard, players: players))
        carryOut(app.start())
    }

    /// Starts in a match that is under way.
    init(_ record: MatchRecord, size: Size) {
        ruleset = record.ruleset
        app = App(size: size, look: Look(unicode: true, color: true), record: record, path: "/saves/match.jsonl")
        carryOut(app.start())
        deliver()
    }

    /// Starts in a match between two people in which numbers may be disputed and cards coined.
    init(
        disputed training: Player = Player(name: "Ben"), size: Size = Size(columns: 80, rows: 24),
        unicode: Bool = true, judge: String? = nil, mode: Mode = .hard, disputes: Int = 2
    ) throws {
        try self.init(
            Theatre.ana, training, size: size, unicode: unicode, limits: [.disputes: disputes, .coins: 1], mode: mode,
            judge: judge)
    }

    static let ana = Player(name: "Ana")
    static let greedy = Player(name: "Greedy", seat: "bot:greedy")

    var grid: Grid { app.view() }
    var text: String { grid.rowTexts.joined(separator: "\n") }

    mutating func press(_ keys: Key...) {
        for key in keys { feed(.key(key)) }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    mutating func paste(_ text: String) {
        feed(.paste(text))
    }

    mutating func point(_ pointer: Pointer) {
        feed(.pointer(pointer))
    }

    /// Delivers an evaluation, late.
    mutating func deliver(_ evaluation: Evaluation) {
        guard let id = evaluating?.id else { return }
        evaluating = nil
        carryOut(app.update(.late(id, .evaluated(evaluation))))
    }

    mutating func resize(_ columns: Int, _ rows: Int) {
        feed(.resized(Size(columns: columns, rows: rows)))
    }

    /// Delivers the late answers that wait, and those that come of them unless they are held too.
    mutating func deliver() {
        var round = late
        late = []
        repeat {
            for (id, answer) in round { carryOut(app.update(.late(id, answer))) }
            round = isHolding ? [] : late
            if !isHolding { late = [] }
        } while !round.isEmpty
    }

    /// Delivers a late answer that nobody waits for any more, or that nobody asked for.
    mutating func deliver(stale id: JobID, _ answer: LateAnswer) {
        carryOut(app.update(.late(id, answer)))
    }

    /// Lets the time pass that is waited for.
    mutating func ring() {
        guard let id = wait?.id else { return }
        wait = nil
        feed(.late(id, .waited))
    }

    private mutating func feed(_ input: Input) {
        carryOut(app.update(input))
        if !isHolding { deliver() }
    }

    /// Chooses what the title calls so.
    mutating func choose(_ item: String) {
        press(.home)
        for _ in 0..<10 where !grid.text(row: grid.cursor?.row ?? 0).contains(item) { press(.down) }
        press(.enter)
    }

    /// From the title to a match between two people.
    mutating func reachMatch() {
        choose("two people")
        press(.enter, .enter)
    }

    /// From the title to the rows of the table, before a match between two people.
    mutating func reachRows() {
        choose("two people")
        press(.enter)
        type("7:3")
        press(.enter, .enter)
    }

    /// What twelve random matches say, with names that no terminal or spreadsheet likes.
    static func surveyed() throws -> Survey {
        var survey = Survey()
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset("alice")).ruleset
        for seed in 1...12 as ClosedRange<UInt64> {
            let names = [("Ana", "Ben"), ("Ben", "Ana"), ("Zoë 王 of the long name indeed", "=1+1|x")][Int(seed % 3)]
            let players = Players(divergence: Player(name: names.0), training: Player(name: names.1))
            let setup = Setup(ruleset: ruleset, profile: nil, mode: .hard, players: players)
            var record = try setup.record(
                date: time, id: String(repeating: "0", count: 14) + (seed < 10 ? "0" : "") + "\(seed)",
                hash: RulesetDocument(ruleset).fingerprint, seed: 1)
            func credence(_ tenths: UInt64) -> Credence {
                Credence(millionths: Int(tenths % 9 + 1) * 100_000) ?? .certain
            }
            var acts: [Act] = [
                .predict(.divergence, credence(seed)), .predict(.training, credence(seed / 2 + 3)),
                .believe(.divergence, .row(2), credence(seed * 2)),
                .believe(.training, .row(Int(seed % 4)), credence(seed)),
            ]
            acts += Match.random(Rules(ruleset, mode: .hard), seed: seed % 5).moves.map { .move($0) }
            acts += [.close, .believe(.divergence, .row(2), credence(seed))]
            for act in acts { try record.apply(Entry(act, at: time)) }
            survey.add(record)
        }
        return survey
    }

    /// From the title to the bids of two people.
    mutating func reachBids() {
        choose("two people")
        for _ in 0..<8 { press(.tab) }
        press(.right, .enter)
    }

    /// From the title to a match with bots, by their number among those that play a side; 0 is a person.
    mutating func reachMatch(divergence: Int = 0, training: Int = 0) {
        choose("two people")
        press(.tab, .tab, .tab)
        for _ in 0..<divergence { press(.right) }
        press(.tab)
        if divergence == 0 { press(.tab) }
        for _ in 0..<training { press(.right) }
        press(.enter)
        if divergence == 0 || training == 0 { press(.enter) }
    }

    static let longWords =
        "I grant that it is possible, and I'd still bet against it: nine reviewers out of ten never open the log, so "
        + "whatever was learned there was learned unwatched. Show me one shop where the till was counted every night and "
        + "I'll change my mind."

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            if let answer = answer(effect) { carryOut(app.update(.answer(answer))) }
        }
    }

    private mutating func answer(_ effect: Effect) -> Answer? {
        switch effect {
        case .terminal(let own): return answer(own)
        case .run(let job, let id): begin(job, id)
        case .hurry: isHurried = true
        case .cancel(let id): cancel(id)
        case .close: return nil
        case .loadRulesets: return .rulesets([ruleset], last: last, problems: [])
        case .discard(let path):
            saved.removeAll { $0.path == path }
            broken.removeAll { $0.path == path }
            return .discarded(path: path.replacing("/saves/", with: "/saves/trash/"))
        case .open(let path, let toPlay):
            return opens.map { .opened($0, path: path, notice: nil, toPlay: toPlay) } ?? .failed("cannot open \(path)")
        case .openBroken(let path):
            let notice = "Broken: line 9: it makes no sense. This is the match up to there."
            return opens.map { .opened($0, path: path, notice: notice, toPlay: false) }
                ?? .failed("cannot open \(path)")
        case .begin(let setup, let entries):
            guard let record = try? Theatre.record(setup, entries) else { return .failed("cannot begin") }
            return .begun(record, path: "/saves/match.jsonl", problem: diskTrouble)
        case .journal(let entries, let record):
            journal += entries.map { entry in
                record.match.ruleset.notation(of: entry.act) + (entry.words.map { ": " + $0 } ?? "")
            }
            return .journalled(entries.map { $0.stamped(Theatre.time) }, problem: diskTrouble)
        case .saveElsewhere(let path, _): return .savedElsewhere(path: path)
        case .remember(let preferences): last = preferences
        case .recallTutor: return .tutored(isTutored)
        case .rememberTutor(let isOn): isTutored = isOn
        case .recallRows: return .skippedRows(skipsRows)
        case .rememberRows(let areSkipped): skipsRows = areSkipped
        case .recallDrafts: return .drafts(drafts)
        case .keepDrafts(let kept, _): drafts = kept
        case .write(_, let path, let format):
            return .copied(path: path.map { $0.replacing(".jsonl", with: "." + format.fileExtension) })
        }
        return nil
    }

    private mutating func answer(_ effect: TerminalEffect) -> Answer? {
        switch effect {
        case .quit: hasQuit = true
        case .captureMouse(let isOn): hasMouse = isOn
        case .copy(let text): copied = text
        case .edit(let text): return .edited(text + "\nand more")
        case .redraw: break
        }
        return nil
    }

    private mutating func begin(_ job: Job, _ id: JobID) {
        switch job {
        case .answer(let session):
            let bot = StageBot(answer: reply, agrees: agrees, record: session.record)
            late.append((id, .answered(session.answer(by: bot))))
        case .offer(let session, let subject, let side):
            let known = session.record.player(side).bot.flatMap { bot(named: $0, for: session.record.ruleset) }
            late.append((id, .offered(known?.offer(for: subject, session.turn(as: side), as: side), from: side)))
        case .appraise(let session):
            let budget = SearchLimits(nodes: 2000, memory: 1 << 20)
            late.append((id, .appraised(Appraisal(of: session.turn(as: session.sideToMove, budget: budget)))))
        case .evaluate(let record): evaluating = (record, id)
        case .cruxes(let record):
            let limits = SearchLimits(nodes: 2000, memory: 1 << 20)
            late.append((id, .foundCruxes(CruxSearch(Cruxes(of: record), limits: limits).findings())))
        case .judge(let record, _):
            late.append((id, .judged(Judge(record, limits: SearchLimits(nodes: 200_000, memory: 1 << 20)).judgement())))
        case .export(let record, _): late.append((id, .exported(Narration(record).text)))
        case .survey: late += [(id, .surveying(3, of: 12)), (id, .surveyed(survey))]
        case .weigh(let position):
            let limits = SearchLimits(nodes: 2000, memory: 1 << 20)
            late.append((id, .weighed(Analysis(of: position, limits: limits).evaluations())))
        case .bid(let setup):
            let budget = SearchLimits(nodes: 20_000, memory: 1 << 20)
            late.append((id, .bid(setup.botBids(limits: budget))))
        case .list:
            let files = saved.map { SavedFile($0) } + broken
            late.append((id, .listed(SavedFiles(files, of: files.count))))
        case .wait(let milliseconds): wait = (milliseconds, id)
        }
    }

    private mutating func cancel(_ id: JobID) {
        cancelled.append(id)
        if evaluating?.id == id { evaluating = nil }
        if wait?.id == id { wait = nil }
    }

    static let time = "2026-11-21T12:00:00Z"

    /// A match just begun.
    static func record(_ setup: Setup, _ entries: [Entry] = []) throws -> MatchRecord {
        var record = try setup.record(
            date: time, id: "0123456789abcdef", hash: RulesetDocument(setup.ruleset).fingerprint, seed: 1)
        for entry in entries { try record.apply(entry.stamped(time)) }
        return record
    }

    /// As it stands in a list, read in Tokyo.
    static func saved(_ record: MatchRecord, at path: String, damage: Damage? = nil) -> SavedMatch {
        SavedMatch(
            summaryOf: record, path: path, lastPlayed: time, localTime: "2026-11-21 21:00 JST", damage: damage)
    }

    /// A random match in which a move is marked after the first.
    static func markedMatch() throws -> MatchRecord {
        for seed in 1...200 as ClosedRange<UInt64> {
            for name in ["evening", "hides-from", "worked-example"] {
                let record = try playedMatch(name, seed: seed)
                let judgement = Judge(record, limits: SearchLimits(nodes: 200_000, memory: 1 << 20)).judgement()
                if record.match.moves.count > 3, judgement.marked.contains(where: { $0 > 0 }) { return record }
            }
        }
        preconditionFailure("no match is marked")
    }

    /// A match after random moves.
    static func playedMatch(_ name: String = "evening", seed: UInt64, mode: Mode = .easy) throws -> MatchRecord {
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        let players = Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        let match = Match.random(Rules(ruleset, mode: mode), seed: seed)
        var entries = [Entry(.predict(.divergence, Credence(millionths: 200_000) ?? .certain))]
        for (index, move) in match.moves.enumerated() {
            let words = index == 0 ? "It was paid to be believed, so it learned that." : nil
            entries.append(Entry(.move(move), words: words))
        }
        if match.verdict != nil { entries.append(Entry(.close)) }
        return try record(Setup(ruleset: ruleset, profile: nil, mode: mode, players: players), entries)
    }
}

/// A bot that does as it is told.
private struct StageBot: Bot {
    let name = "stage"
    let summary = "does as it is told"
    let answer: @Sendable (MatchRecord) -> Reply
    let agrees: Bool
    let record: MatchRecord

    func reply(to turn: Turn) -> Reply { answer(record) }
    func agreesToStop(_ turn: Turn, as side: Side) -> Bool { agrees }
}

extension Grid {
    var rowTexts: [String] { (0..<size.rows).map { text(row: $0) } }

    /// The cells as text: the characters, then what they mean, then the cursor.
    var picture: String {
        let styles = (0..<size.rows).map { row -> String in
            let line = String((0..<size.columns).map { self[row, $0].style.rawValue })
            return line.contains { $0 != Style.plain.rawValue } ? line : ""
        }
        let place = cursor.map { "\($0.row),\($0.column)\(isTyping ? " typing" : "")" } ?? "none"
        return (rowTexts + ["== meaning"] + styles + ["== cursor \(place)", ""]).joined(separator: "\n")
    }
}
