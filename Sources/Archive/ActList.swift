import Game
import Glibc
public import Play
import Rulebook
import Text

/// Bare lists of acts, one a line, that are made matches of.
public struct ActList: Sendable {
    private let setup: Setup

    /// - Parameter setup: what was played, and by whom.
    public init(setup: Setup) {
        self.setup = setup
    }

    /// The match that a file lists the acts of. The same file makes the same match, so that it is known when it comes again.
    ///
    /// - Throws: `ArchiveError.damaged` at the first line that is no act, or does not fit.
    public func record(of path: String) throws(ArchiveError) -> MatchRecord {
        let bytes = try readFile(path, limit: MatchFile.limit)
        let date = timestamp(FileStamp(of: path)?.moment ?? .init())
        var record: MatchRecord
        let hash = RulesetDocument(setup.ruleset).fingerprint
        let id = fingerprint(of: bytes + Array("\(hash) \(setup.mode) \(setup.profile ?? "") \(date)".utf8))
        do { record = try setup.record(date: date, id: id, hash: hash, seed: 0) } catch {
            throw .damaged(path: path, line: 1, .record(error))
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            do throws(LineProblem) {
                guard let text = String(validating: line, as: UTF8.self)?.trimmed else { throw .notUTF8 }
                if text.isEmpty || text.hasPrefix("#") { continue }
                try record.apply(text, at: date)
            } catch {
                throw .damaged(path: path, line: index + 1, error)
            }
        }
        return record
    }
}

extension MatchRecord {
    fileprivate mutating func apply(_ text: String, at date: String) throws(LineProblem) {
        let act: Act
        do { act = try match.ruleset.act(text) } catch { throw .notation(text, error) }
        do { try apply(Entry(act, at: date)) } catch { throw .record(error) }
    }
}
