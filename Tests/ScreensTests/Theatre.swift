import Archive
import Bots
import Engine
import Rulebook
import Screens
import TestSupport

/// The program without a terminal, a disk or a clock: keys go in, grids come out.
struct Theatre {
    private(set) var app: App
    /// Every event that was journalled.
    private(set) var journal: [MatchEvent] = []
    /// What writing fails with, while it does.
    var diskTrouble: String?
    var saved: [SavedMatch] = []
    /// The set-up of the last match.
    var last: Preferences?
    /// The match whose evaluation was asked for.
    private(set) var evaluating: MatchRecord?
    private(set) var copied: String?
    private(set) var hasMouse = true
    /// What opening any path gives.
    var opens: MatchRecord?
    private(set) var hasQuit = false
    private let ruleset: Ruleset

    init(size: Size = Size(columns: 80, rows: 24), unicode: Bool = true, ruleset name: String = "evening") throws {
        ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        app = App(size: size, look: Look(unicode: unicode, color: true))
        carryOut(app.start())
    }

    var grid: Grid { app.view() }
    var text: String { grid.rowTexts.joined(separator: "\n") }

    mutating func press(_ keys: Key...) {
        for key in keys { carryOut(app.update(.key(key))) }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    mutating func paste(_ text: String) {
        carryOut(app.update(.paste(text)))
    }

    mutating func point(_ pointer: Pointer) {
        carryOut(app.update(.pointer(pointer)))
    }

    /// Delivers an evaluation, late.
    mutating func deliver(_ evaluation: Evaluation) {
        carryOut(app.update(.late(.evaluated(evaluation))))
    }

    mutating func resize(_ columns: Int, _ rows: Int) {
        carryOut(app.update(.resized(Size(columns: columns, rows: rows))))
    }

    /// Three times Enter from the title.
    mutating func reachMatch() {
        press(.enter, .enter, .enter)
    }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            if case .quit = effect { hasQuit = true }
            if let answer = answer(effect) { carryOut(app.update(.answer(answer))) }
        }
    }

    private mutating func answer(_ effect: Effect) -> Answer? {
        switch effect {
        case .loadRulesets: return .rulesets([ruleset], last: last, problems: [])
        case .listMatches: return .matches(saved, problems: [])
        case .open(let path, let toPlay):
            return opens.map { .opened($0, path: path, notice: nil, toPlay: toPlay) } ?? .failed("cannot open \(path)")
        case .copy(let text, let path):
            copied = text
            return .copied(path: path.map { $0 + ".txt" })
        case .captureMouse(let isOn):
            hasMouse = isOn
            return nil
        case .begin(let setup, let events):
            last = Preferences(setup)
            guard let record = try? Theatre.record(setup, events) else { return .failed("cannot begin") }
            return .begun(record, path: diskTrouble == nil ? "/saves/match.jsonl" : nil, problem: diskTrouble)
        case .journal(let events):
            journal += events
            return .journalled(events.map { TimedEvent($0, at: Theatre.time) }, problem: diskTrouble)
        case .saveElsewhere(let path, _): return .savedElsewhere(path: path)
        case .evaluate(let record):
            evaluating = record
            return nil
        case .stopEvaluating:
            evaluating = nil
            return nil
        case .think(_, let record): return .thought(Reply(record.position.legalMoves.first ?? .concede))
        case .edit(let text): return .edited(text + "\nand more")
        case .close, .redraw, .quit: return nil
        }
    }

    static let time = "2026-11-21T12:00:00Z"

    /// A match just begun.
    static func record(_ setup: Setup, _ events: [MatchEvent] = []) throws -> MatchRecord {
        let header = MatchHeader(
            date: time, id: "0123456789abcdef", ruleset: setup.ruleset.identifier,
            hash: RulesetDocument(setup.ruleset).fingerprint, profile: setup.profile, mode: setup.mode,
            players: setup.players, seed: 1)
        var record = try MatchRecord(header: header, ruleset: setup.ruleset)
        for event in events { try record.apply(TimedEvent(event, at: time)) }
        return record
    }

    /// A match after random moves.
    static func playedMatch(_ name: String = "evening", seed: UInt64, mode: Mode = .easy) throws -> MatchRecord {
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset(name)).ruleset
        let players = MatchHeader.Players(divergence: Player(name: "Ana"), training: Player(name: "Ben"))
        let match = Match.random(Rules(ruleset, mode: mode), seed: seed)
        var events: [MatchEvent] = [.prediction(.divergence, .init(millionths: 200_000) ?? .certain)]
        for (index, move) in match.moves.enumerated() {
            events.append(.move(ply: index + 1, ruleset.notation(of: move)))
            if index == 0 { events.append(.words(ply: 1, "It was paid to be believed, so it learned that.")) }
        }
        if let verdict = match.verdict { events.append(.verdict(VerdictLine(verdict, in: ruleset))) }
        return try record(Setup(ruleset: ruleset, profile: nil, mode: mode, players: players), events)
    }
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
