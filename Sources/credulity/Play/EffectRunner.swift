import Archive
import ArgumentParser
import Bots
import Curses
import Game
import Foundation
import Glibc
import Rulebook
import Screens
import Solver

/// Carries out what the screens ask for: files, the clock, chance and the bots.
final class EffectRunner {
    private let saves: String
    let engines: Engines
    private let thought = Job()
    private let evaluation = Job()
    private let appraisal = Job()
    private let alarm = Alarm()
    /// Takes answers that come late, from any thread.
    private var deliver: @Sendable (Answer) -> Void = { _ in }
    /// The file of the match that is being played; `nil` while there is none.
    private var journal: Journal?
    /// Why the match has no file, when it should have one.
    private var trouble: String?

    init(saves: String, engines: Engines) {
        self.saves = saves
        self.engines = engines
        // A file that may not grow is a thing to tell the players, not a reason to die.
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Lets the program run on a terminal until it quits.
    ///
    /// - Throws: the exit code of the signal that ended it.
    func show(_ app: App, on console: Console) throws {
        var app = app
        deliver = console.mailbox.post
        let signal = console.run(&app, perform: perform)
        if signal != 0 { throw ExitCode(128 + signal) }
    }

    func perform(_ effect: Effect) -> Answer? {
        switch effect {
        case .loadRulesets: return loadRulesets()
        case .listMatches:
            let (matches, problems) = Library(folder: saves).matches()
            return .matches(matches, problems: problems.map(\.description))
        case .open(let path, let toPlay): return open(path, toPlay: toPlay)
        case .begin(let setup, let events): return begin(setup, events)
        case .journal(let events): return append(events)
        case .saveElsewhere(let path, let record): return save(record, at: path)
        case .copy(let text, let path): return write(text, beside: path)
        case .recallTutor: return .tutored(Memory.preferences?.isTutored ?? false)
        case .think, .considerStopping, .evaluate, .appraise, .wait: return begin(effect)
        case .rememberTutor, .hurry, .stopThinking, .stopEvaluating, .stopAppraising, .stopWaiting, .close:
            settle(effect)
            return nil
        case .edit, .captureMouse, .redraw, .quit: return nil
        }
    }

    /// Begins what is answered late.
    ///
    /// - Returns: why it cannot be begun.
    private func begin(_ effect: Effect) -> Answer? {
        switch effect {
        case .think(let record):
            let side = record.position.sideToMove
            guard let bot = bot(for: side, of: record) else {
                return .absent("There is no bot “\(record.player(side).seat)” here to play on.")
            }
            thought.begin(deliver) { .thought(bot.reply(to: Turn(record, cancellation: $0)), Occasion(record)) }
        case .considerStopping(let record):
            thought.begin(deliver) { .considered(agreesToStop(record, $0), Occasion(record)) }
        case .evaluate(let record):
            evaluation.begin(deliver) { .evaluated(Analyst.evaluation(of: record, $0)) }
        case .appraise(let record):
            appraisal.begin(deliver) { .appraised(Analyst.appraisal(of: record, $0), Occasion(record)) }
        case .wait(let milliseconds, let ticket):
            alarm.set(milliseconds, .waited(ticket: ticket), deliver: deliver)
        default: break
        }
        return nil
    }

    /// Carries out what needs no answer.
    private func settle(_ effect: Effect) {
        switch effect {
        case .rememberTutor(let isOn): Memory.preferences?.isTutored = isOn
        case .hurry: thought.hurry()
        case .stopThinking: thought.stop()
        case .stopEvaluating: evaluation.stop()
        case .stopAppraising: appraisal.stop()
        case .stopWaiting: alarm.stop()
        case .close:
            for job in [thought, evaluation, appraisal] { job.stop() }
            alarm.stop()
            engines.dismiss()
            journal = nil
            trouble = nil
        default: break
        }
    }

    /// Who moves by itself on a side: a bot of ours, or an outside engine that a person has named.
    func bot(for side: Side, of record: MatchRecord) -> (any Bot)? {
        let player = record.player(side)
        if let command = player.engine { return engines.engine(command, on: side) }
        return player.bot.flatMap { Bots.bot(named: $0, for: record.ruleset) }
    }

    private func loadRulesets() -> Answer {
        var rulesets: [Ruleset] = []
        var problems: [String] = []
        for (identifier, path) in Paths.rulesetFiles {
            do {
                rulesets.append(try Rulebook(contentsOf: path).ruleset)
            } catch {
                problems.append("“\(identifier)” cannot be read: credulity rules check \(path)")
            }
        }
        if rulesets.isEmpty && problems.isEmpty { problems.append("No rulesets: \(Paths.searched)") }
        return .rulesets(rulesets, last: Memory.preferences, problems: problems)
    }

    /// A match by its setup, its file begun; it goes on in memory where no file can be had.
    func begin(_ setup: Setup, _ events: [MatchEvent]) -> Answer {
        var preferences = Preferences(setup)
        preferences.isTutored = Memory.preferences?.isTutored
        Memory.preferences = preferences
        var random = SystemRandomNumberGenerator()
        let id = String(random.next(), radix: 16)
        let header = MatchHeader(
            date: timestamp(), id: String(repeating: "0", count: 16 - id.count) + id,
            ruleset: setup.ruleset.identifier, hash: RulesetDocument(setup.ruleset).fingerprint,
            profile: setup.profile, mode: setup.mode, players: setup.players, seed: random.next())
        do {
            var record = try MatchRecord(header: header, ruleset: setup.ruleset)
            for event in events { try record.apply(TimedEvent(event, at: header.date)) }
            do {
                let journal = try Journal.create(in: saves, record)
                self.journal = journal
                return .begun(record, path: journal.path, problem: nil)
            } catch {
                trouble = error.reason
                return .begun(record, path: nil, problem: trouble)
            }
        } catch {
            return .failed("\(error)")
        }
    }

    private func append(_ events: [MatchEvent]) -> Answer {
        let now = timestamp()
        let timed = events.map { TimedEvent($0, at: now) }
        do throws(ArchiveError) {
            try journal?.append(timed)
            return .journalled(timed, problem: journal == nil ? trouble : nil)
        } catch {
            return .journalled(timed, problem: error.reason)
        }
    }

    /// A match from a file.
    ///
    /// - Parameter sides: those on which somebody else is about to sit.
    func open(_ path: String, toPlay: Bool, reseating sides: Set<Side> = []) -> Answer {
        do throws(ArchiveError) {
            guard toPlay else {
                let file = try MatchFile(reading: path)
                let notice = file.torn.isEmpty ? nil : "Its last line was torn by a crash and is not shown."
                return .opened(engines.seatingPeople(in: file.record).0, path: path, notice: notice, toPlay: false)
            }
            let (journal, file) = try Journal.open(path)
            self.journal = journal
            let (record, seating) = engines.seatingPeople(in: file.record, besides: sides)
            let torn = "The last line was torn by a crash; it was set aside in \(path).torn. Play goes on."
            let notices = [seating, file.torn.isEmpty ? nil : torn].compactMap(\.self)
            let notice = notices.isEmpty ? nil : notices.joined(separator: " ")
            return .opened(record, path: path, notice: notice, toPlay: true)
        } catch {
            return .failed(error.description)
        }
    }

    private func write(_ text: String, beside path: String?) -> Answer {
        guard let path else { return .copied(path: nil) }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path + ".txt"), options: .atomic)
            return .copied(path: path + ".txt")
        } catch {
            return .failed("\(path).txt: cannot be written; the text is copied where the terminal allows it.")
        }
    }

    private func save(_ record: MatchRecord, at path: String) -> Answer {
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        let path = path.hasPrefix("~/") ? home + path.dropFirst(1) : path
        do throws(ArchiveError) {
            let journal = try Journal.create(at: path, record)
            self.journal = journal
            trouble = nil
            return .savedElsewhere(path: path)
        } catch {
            return .failed(error.description)
        }
    }
}

/// Whether a bot that was asked agrees to stop.
func agreesToStop(_ record: MatchRecord, _ cancellation: Cancellation = Cancellation()) -> Bool {
    guard let asker = record.adjudicationAskedBy else { return false }
    return agreesToStop(record.position, as: asker.opponent, cancellation: cancellation)
}
