import Foundation
public import Play
import Rulebook

/// Reads every match of a folder, one after the other, without keeping any.
///
/// Files whose ruleset is written alike share it, so that it is read once.
public struct LibraryReader {
    public let folder: String
    /// Only matches of this ruleset; `nil`: all.
    public var ruleset: String?
    private var reader = MatchReader()

    public init(folder: String, ruleset: String? = nil) {
        self.folder = folder
        self.ruleset = ruleset
    }

    /// How far it has come: files looked at, of all.
    public typealias Progress = (done: Int, of: Int)

    /// Hands over each match, the one begun first in front; of copies of a match only that to which most has happened.
    ///
    /// - Parameter goesOn: told how far it has come, and asked whether to go on.
    /// - Returns: what is wrong with the files that could not be read.
    public mutating func forEach(
        goesOn: (Progress) -> Bool = { _ in true }, _ body: (MatchRecord) -> Void
    ) -> [ArchiveError] {
        var problems: [ArchiveError] = []
        let files = headers(&problems)
        for (index, copies) in files.enumerated() {
            guard goesOn((index, files.count)) else { break }
            var best: MatchRecord?
            for path in copies {
                do throws(ArchiveError) {
                    let record = try read(path)
                    if record.log.count > best?.log.count ?? -1 { best = record }
                } catch {
                    problems.append(error)
                }
            }
            if let best { body(best) }
        }
        return problems
    }

    /// The files of each match, in the order in which the matches began.
    private func headers(_ problems: inout [ArchiveError]) -> [[String]] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var files: [String: (date: String, paths: [String])] = [:]
        for name in names.sorted() where name.isMatchFile {
            let path = folder + "/" + name
            do throws(ArchiveError) {
                let header = try MatchFile.header(reading: path)
                guard ruleset == nil || header.ruleset == ruleset else { continue }
                files[header.id, default: (header.date, [])].paths.append(path)
            } catch {
                problems.append(error)
            }
        }
        return files.sorted { ($0.value.date, $0.key) < ($1.value.date, $1.key) }.map(\.value.paths)
    }

    private mutating func read(_ path: String) throws(ArchiveError) -> MatchRecord {
        let bytes = try readFile(path, limit: MatchFile.limit)
        let reading = try reader.read(FileLines(bytes).lines, path)
        if let damage = reading.damage { throw damage }
        return reading.record
    }
}
