import Archive
import ArgumentParser
import Bots
import Curses
import Foundation
import Game
import Play
import Review
import Rulebook
import Screens

/// Carries out what the screens ask for.
final class EffectRunner {
    let engines: Engines
    let library: Library
    private let files: MatchFiles
    private let jobs: JobRunner

    init(saves: String, engines: Engines) {
        self.engines = engines
        library = Library(folder: saves)
        files = MatchFiles(saves: saves, engines: engines)
        jobs = JobRunner(engines, library)
    }

    /// Whether the match has a file that stays when it is left now.
    var keepsFile: Bool { files.keepsFile }

    /// Lets the program run on a terminal until it quits.
    ///
    /// - Throws: the exit code of the signal that ended it.
    func show(_ app: App, on console: Console) throws {
        var app = app
        defer { files.close() }
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
        case .discard(let path): return files.discard(path)
        case .open(let path, let toPlay): return files.open(path, toPlay: toPlay)
        case .openBroken(let path): return files.openBroken(path)
        case .begin(let setup, let entries): return files.begin(setup, entries)
        case .journal(let entries, let record):
            if entries.contains(where: { $0.act == .close }) { Memory.keep(Drafts(), of: record.header.id) }
            return files.append(entries, after: record)
        case .saveElsewhere(let path, let record): return files.save(record, at: path)
        case .remember(let preferences): Memory.recalled.preferences = preferences
        case .recallTutor: return .tutored(Memory.recalled.isTutored)
        case .rememberTutor(let isOn): Memory.recalled.isTutored = isOn
        case .recallRows: return .skippedRows(Memory.recalled.skipsRows ?? false)
        case .rememberRows(let areSkipped): Memory.recalled.skipsRows = areSkipped
        case .recallDrafts(let record): return .drafts(Memory.drafts(of: record.header.id))
        case .keepDrafts(let drafts, let record):
            if !drafts.isEmpty { files.begin(record) }
            Memory.keep(drafts, of: record.header.id)
        case .write(let text, let path, let format): return write(text, beside: path, as: format)
        }
        return nil
    }

    /// A match by its set-up, to be played at once.
    ///
    /// - Throws: an exit code, after saying why there is none.
    func begun(_ setup: Setup) throws -> (record: MatchRecord, path: String, trouble: String?) {
        switch files.begin(setup, []) {
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
        return .rulesets(rulesets, last: Memory.recalled.preferences, problems: problems)
    }

    /// Writes what a match was made into beside its file, under the first name that has nothing yet, or this very text.
    private func write(_ text: String, beside path: String?, as format: ExportFormat) -> Answer {
        guard let path else { return .copied(path: nil) }
        let data = Data(text.utf8)
        let files = FileManager.default
        func mayHave(_ name: String) -> Bool {
            guard let type = (try? files.attributesOfItem(atPath: name))?[.type] as? FileAttributeType else {
                return true
            }
            return type == .typeRegular && files.contents(atPath: name) == data
        }
        let stem = path.hasSuffix(".jsonl") ? String(path.dropLast(".jsonl".count)) : path
        let ending = "." + format.fileExtension
        let names = [stem + ending] + (2...99).map { "\(stem)-\($0)\(ending)" }
        do {
            guard let name = names.first(where: mayHave) else { throw CocoaError(.fileWriteFileExists) }
            try data.write(to: URL(fileURLWithPath: name), options: .atomic)
            return .copied(path: name)
        } catch {
            let copied = format == .text ? "; the text is copied where the terminal allows it" : ""
            return .failed("\(stem)\(ending): cannot be written\(copied).")
        }
    }
}
