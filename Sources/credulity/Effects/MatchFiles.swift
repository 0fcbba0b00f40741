import Archive
import Game
import Glibc
import Play
import Rulebook
import Screens

/// The file of the match that is being played, and the folder of the others.
final class MatchFiles {
    private let saves: String
    private let engines: Engines
    /// `nil` while there is none.
    private var journal: Journal?
    /// Why the match has no file, when it should have one.
    private var trouble: String?

    init(saves: String, engines: Engines) {
        self.saves = saves
        self.engines = engines
        // A file that may not grow is a thing to tell the players, not a reason to die.
        signal(SIGXFSZ, SIG_IGN)
    }

    func close() {
        journal = nil
        trouble = nil
    }

    func list() -> Answer {
        let (matches, problems) = Library(folder: saves).matches()
        return .matches(matches, problems: problems.map(\.description))
    }

    /// Moves a match to the trash.
    func discard(_ path: String) -> Answer {
        do throws(ArchiveError) {
            return .discarded(path: try Library(folder: saves).discard(path))
        } catch {
            return .failed(error.description)
        }
    }

    /// A match by its set-up, its file begun; it goes on in memory where no file can be had.
    func begin(_ setup: Setup, _ entries: [Entry]) -> Answer {
        var random = SystemRandomNumberGenerator()
        let id = String(random.next(), radix: 16)
        let date = timestamp()
        let record: MatchRecord
        do throws(RecordError) {
            var session = Session(
                try setup.record(
                    date: date, id: String(repeating: "0", count: 16 - id.count) + id,
                    hash: RulesetDocument(setup.ruleset).fingerprint, seed: random.next()))
            try session.apply(entries.map { $0.stamped(date) })
            record = session.record
        } catch {
            return .failed("\(error)")
        }
        do throws(ArchiveError) {
            let journal = try Journal.create(in: saves, record)
            self.journal = journal
            return .begun(record, path: journal.path, problem: nil)
        } catch {
            trouble = error.reason
            return .begun(record, path: nil, problem: trouble)
        }
    }

    func append(_ entries: [Entry], after record: MatchRecord) -> Answer {
        let now = timestamp()
        let entries = entries.map { $0.stamped(now) }
        do throws(ArchiveError) {
            try journal?.append(entries, after: record)
            return .journalled(entries, problem: journal == nil ? trouble : nil)
        } catch {
            return .journalled(entries, problem: error.reason)
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

    /// The whole match in another file, in which it goes on.
    func save(_ record: MatchRecord, at path: String) -> Answer {
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        let path = path.hasPrefix("~/") ? home + path.dropFirst(1) : path
        do throws(ArchiveError) {
            journal = try Journal.create(at: path, record)
            trouble = nil
            return .savedElsewhere(path: path)
        } catch {
            return .failed(error.description)
        }
    }
}
