import ArgumentParser
import Bots
import Curses
import Foundation
import Game
import Play
import Rulebook
import Screens

/// Carries out what the screens ask for.
final class EffectRunner {
    let engines: Engines
    private let files: MatchFiles
    private let jobs: JobRunner

    init(saves: String, engines: Engines) {
        self.engines = engines
        files = MatchFiles(saves: saves, engines: engines)
        jobs = JobRunner(engines)
    }

    /// Lets the program run on a terminal until it quits.
    ///
    /// - Throws: the exit code of the signal that ended it.
    func show(_ app: App, on console: Console) throws {
        var app = app
        jobs.deliver = console.mailbox.post
        let signal = console.run(&app, perform: perform)
        jobs.cancelAll()
        if signal != 0 { throw ExitCode(128 + signal) }
    }

    /// Does what an effect says; what came of it, unless that comes late or is of no interest.
    func perform(_ effect: Effect) -> Answer? {
        switch effect {
        // The terminal's own are carried out by whoever has it.
        case .terminal: return nil
        case .run(let job, let id): jobs.run(job, id)
        case .hurry(let id): jobs.hurry(id)
        case .cancel(let id): jobs.cancel(id)
        case .close:
            jobs.cancelAll()
            engines.dismiss()
            files.close()
        case .loadRulesets: return loadRulesets()
        case .listMatches: return files.list()
        case .open(let path, let toPlay): return files.open(path, toPlay: toPlay)
        case .begin(let setup, let entries): return begin(setup, entries)
        case .journal(let entries, let record): return files.append(entries, after: record)
        case .saveElsewhere(let path, let record): return files.save(record, at: path)
        case .recallTutor: return .tutored(Memory.preferences?.isTutored ?? false)
        case .rememberTutor(let isOn): Memory.preferences?.isTutored = isOn
        case .write(let text, let path): return write(text, beside: path)
        }
        return nil
    }

    /// A match by its set-up, which is remembered for the next time.
    func begin(_ setup: Setup, _ entries: [Entry] = []) -> Answer {
        var preferences = Preferences(setup)
        preferences.isTutored = Memory.preferences?.isTutored
        Memory.preferences = preferences
        return files.begin(setup, entries)
    }

    /// A match by its set-up, to be played at once.
    ///
    /// - Throws: an exit code, after saying why there is none.
    func begun(_ setup: Setup) throws -> (record: MatchRecord, path: String?, trouble: String?) {
        switch begin(setup) {
        case .begun(let record, let path, let trouble): return (record, path, trouble)
        case .failed(let reason): throw failure(reason)
        case let answer: preconditionFailure("\(answer) does not answer a set-up")
        }
    }

    /// A match from a file, to go on with.
    ///
    /// - Parameter sides: those on which somebody else is about to sit.
    func open(_ path: String, reseating sides: Set<Side>) -> Answer {
        files.open(path, toPlay: true, reseating: sides)
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

    private func write(_ text: String, beside path: String?) -> Answer {
        guard let path else { return .copied(path: nil) }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path + ".txt"), options: .atomic)
            return .copied(path: path + ".txt")
        } catch {
            return .failed("\(path).txt: cannot be written; the text is copied where the terminal allows it.")
        }
    }
}
