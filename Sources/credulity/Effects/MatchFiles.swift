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
    /// Whether the match gets its file with its first act.
    private var isPlanned = false
    /// Whether the match was begun here and there is nothing in it yet that is worth a file.
    private var isBare = false

    init(saves: String, engines: Engines) {
        self.saves = saves
        self.engines = engines
        // A file that may not grow is a thing to tell the players, not a reason to die.
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Whether the match has a file that stays when it is left now.
    var keepsFile: Bool { journal != nil && !isBare }

    /// Lets go of the match; one in which no move was ever made leaves no file.
    func close() {
        if isBare { journal?.remove() }
        journal = nil
        isPlanned = false
        isBare = false
    }

    /// Moves a match to the trash.
    func discard(_ path: String) -> Answer {
        do throws(ArchiveError) {
            return .discarded(path: try Library(folder: saves).discard(path))
        } catch {
            return .failed(error.description)
        }
    }

    /// A match by its set-up; it goes on in memory where no file can be had.
    func begin(_ setup: Setup, _ entries: [Entry]) -> Answer {
        var random = SystemRandomNumberGenerator()
        let id = String(random.next(), radix: 16)
        let date = timestamp()
        let record: MatchRecord
        do throws(RecordError) {
            var session = Session(
                try setup.record(
                    date: date, id: String(repeating: "0", count: 16 - id.count) + id,
                    hash: RulesetDocument(setup.ruleset).fingerprint, seed: random.seed()))
            try session.apply(entries.map { $0.stamped(date) })
            record = session.record
        } catch {
            return .failed("\(error)")
        }
        close()
        isPlanned = true
        isBare = true
        let path = Journal.path(of: record.header, in: saves)
        do throws(ArchiveError) {
            try Journal.rehearse(in: saves, record)
            return .begun(record, path: path, problem: nil)
        } catch {
            return .begun(record, path: path, problem: error.reason)
        }
    }

    /// Has the match's file stay, and makes it if it waits for a first move.
    func begin(_ record: MatchRecord) {
        guard isBare else { return }
        if isPlanned {
            journal = try? Journal.create(in: saves, record)
            isPlanned = journal == nil
        }
        isBare = isPlanned
    }

    func append(_ entries: [Entry], after record: MatchRecord) -> Answer {
        let now = timestamp()
        let entries = entries.map { $0.stamped(now) }
        isBare = isBare && entries.allSatisfy(\.isSealed)
        do throws(ArchiveError) {
            if isPlanned {
                journal = try Journal.create(in: saves, record.adding(entries))
                isPlanned = false
            } else {
                try journal?.append(entries, after: record)
            }
            return .journalled(entries, problem: nil)
        } catch {
            return .journalled(entries, problem: error.reason)
        }
    }

    /// A match from a file.
    ///
    /// - Parameter sides: those on which somebody else is about to sit.
    func open(_ path: String, toPlay: Bool, reseating sides: Set<Side> = []) -> Answer {
        do throws(ArchiveError) {
            let read = try MatchFile(reading: path)
            // Nothing more is written to a finished match, so its file need not allow it.
            if !toPlay || read.record.isClosed {
                let notice = read.torn.isEmpty ? nil : "Its last line was torn by a crash and is not shown."
                return .opened(engines.seatingPeople(in: read.record).0, path: path, notice: notice, toPlay: toPlay)
            }
            let (journal, file) = try Journal.open(path)
            close()
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

    /// A broken match as far as it can be read, to look at.
    func openBroken(_ path: String) -> Answer {
        do throws(ArchiveError) {
            let (record, damage) = try MatchFile.upToBreak(path)
            let notice = damage.map { "Broken: \($0.damage). This is the match up to there." }
            return .opened(engines.seatingPeople(in: record).0, path: path, notice: notice, toPlay: false)
        } catch {
            return .failed(error.description)
        }
    }

    /// The whole match in another file, in which it goes on.
    func save(_ record: MatchRecord, at path: String) -> Answer {
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        let path = path.hasPrefix("~/") ? home + path.dropFirst(1) : path
        do throws(ArchiveError) {
            let journal = try Journal.create(at: path, record)
            close()
            self.journal = journal
            return .savedElsewhere(path: path)
        } catch {
            return .failed(error.description)
        }
    }
}

extension MatchRecord {
    /// The same match with more that has happened.
    ///
    /// - Precondition: it fits.
    fileprivate func adding(_ entries: [Entry]) -> MatchRecord {
        var record = self
        do {
            for entry in entries { try record.apply(entry) }
        } catch {
            preconditionFailure("entries that do not fit: \(error)")
        }
        return record
    }
}

extension SystemRandomNumberGenerator {
    /// Below 2^53, so that it is the same number still when a tool has read and written it that holds numbers as doubles.
    fileprivate mutating func seed() -> UInt64 {
        next() >> 11
    }
}
