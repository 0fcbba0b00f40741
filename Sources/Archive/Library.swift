import Glibc
public import Play

/// The folder of saved matches.
public struct Library: Sendable {
    public let folder: String

    public init(folder: String) {
        self.folder = folder
    }

    /// Every match in the folder, the one last played first, and of the files that are broken what is wrong with them.
    public func matches() -> (matches: [SavedMatch], problems: [String]) {
        let files = list().files
        let problems = files.filter { $0.damage != nil }.sorted { $0.path < $1.path }
        return (
            files.filter { $0.damage == nil }.compactMap(\.match),
            problems.map { "\($0.path):\($0.damage?.line.map { "\($0):" } ?? "") \($0.damage?.reason ?? "")" }
        )
    }

    /// The paths of the files that may hold matches, the one last written to first; reads none.
    public var paths: [String] { found.map(\.path) }

    /// Every file in the folder that should hold a match, the one last played first.
    ///
    /// Each is believed only as far as it replays; what was read of it once, and kept in the index, need not be read again
    /// until the file changes. An absent folder holds no matches.
    ///
    /// - Parameters:
    ///   - isCancelled: whether nobody wants the list any more; then it is what was read until then.
    ///   - progress: takes the list as it grows: soon the first of it, then a few times a second.
    public func list(
        isCancelled: () -> Bool = { false }, progress: (SavedFiles) -> Void = { _ in }
    ) -> SavedFiles {
        let found = found
        var index = LibraryIndex(folder: folder)
        var reader = MatchReader()
        var files: [SavedFile] = []
        files.reserveCapacity(found.count)
        var pace = Pace()
        for place in found {
            if isCancelled() { break }
            files.append(file(place, &index, &reader))
            if pace.isDue(after: files.count), files.count < found.count {
                progress(SavedFiles(Library.sorted(files), of: found.count))
            }
            if pace.mayWrite(index) { index.write() }
        }
        if files.count == found.count { index.keepOnly(Set(found.compactMap(\.stamp))) }
        index.write()
        return SavedFiles(Library.sorted(files), of: found.count)
    }

    /// A file by its place in the folder.
    private struct Place {
        let path: String
        /// `nil` where it leads nowhere.
        let stamp: FileStamp?
    }

    /// The last written first: it is likely to be the last played.
    private var found: [Place] {
        let places = names.filter(\.isMatchFile).map { name in
            Place(path: folder + "/" + name, stamp: FileStamp(of: folder + "/" + name))
        }
        return places.sorted { ($1.stamp?.written ?? 0, $0.path) < ($0.stamp?.written ?? 0, $1.path) }
    }

    private var names: [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { names.append(String(cString: $0)) }
            }
        }
        return names
    }

    private func file(_ place: Place, _ index: inout LibraryIndex, _ reader: inout MatchReader) -> SavedFile {
        if let stamp = place.stamp, let match = index.match(place.path, stamp) { return SavedFile(match) }
        let file = Library.read(place, &reader)
        // What was read is of that stamp only if the file still has it.
        if let stamp = place.stamp, let match = file.match, FileStamp(of: place.path) == stamp {
            index.keep(match, stamp)
        }
        return file
    }

    private static func read(_ place: Place, _ reader: inout MatchReader) -> SavedFile {
        let path = place.path
        do throws(ArchiveError) {
            let reading = try reader.read(FileLines(try readFile(path, limit: MatchFile.limit)).lines, path)
            let record = reading.record
            let times = [record.header.date] + record.log.map(\.time)
            let lastPlayed = times.lazy.reversed().compactMap(normalized).first ?? record.header.date
            return SavedFile(
                SavedMatch(
                    summaryOf: record, path: path, lastPlayed: lastPlayed, localTime: localTime(lastPlayed),
                    trail: reading.trail, damage: reading.damage?.damage))
        } catch {
            let written = place.stamp.map { timestamp($0.moment) } ?? ""
            return SavedFile(
                path: path, damage: error.damage, lastWritten: written, localTime: localTime(written))
        }
    }
}

extension Library {
    /// The one last played first; those that are in several files know how they stand to the first of them.
    private static func sorted(_ files: [SavedFile]) -> [SavedFile] {
        var files = files.sorted {
            ($1.lastPlayed, $1.match?.plies ?? 0, $1.path) < ($0.lastPlayed, $0.match?.plies ?? 0, $0.path)
        }
        var first: [String: [Int]] = [:]
        for (index, file) in files.enumerated() {
            if let match = file.match { first[match.header.id, default: []].append(index) }
        }
        for copies in first.values where copies.count > 1 {
            let trail = files[copies[0]].match?.trail ?? []
            for (offset, index) in copies.enumerated() {
                let relation = offset == 0 ? .first : MatchCopy.Relation(of: files[index].match?.trail ?? [], to: trail)
                files[index].match?.copy = MatchCopy(number: offset + 1, of: copies.count, relation)
            }
        }
        return files
    }
}

extension MatchCopy.Relation {
    /// - Parameter trail: the fingerprints of a match after each act.
    init(of trail: [UInt32], to first: [UInt32]) {
        let common = zip(trail, first).prefix { $0 == $1 }.count
        self =
            switch (common == trail.count, common == first.count) {
            case (true, true): .same
            case (true, false): .behind
            case (false, true): .ahead
            case (false, false): .parted(after: common)
            }
    }
}

/// When a list that grows is worth being shown again.
private struct Pace {
    private var last = ContinuousClock.now
    private var lastWritten = ContinuousClock.now
    private var isBegun = false
    /// As many as the tallest screen shows.
    private static let first = 60

    mutating func isDue(after count: Int) -> Bool {
        let now = ContinuousClock.now
        guard isBegun ? now - last > .milliseconds(250) : count >= Pace.first || now - last > .milliseconds(60) else {
            return false
        }
        isBegun = true
        last = now
        return true
    }

    /// Whether much would be lost if it ended now.
    mutating func mayWrite(_ index: LibraryIndex) -> Bool {
        guard index.isChanged, ContinuousClock.now - lastWritten > .seconds(5) else { return false }
        lastWritten = .now
        return true
    }
}

extension ArchiveError {
    /// The same without the file's name.
    public var damage: Damage {
        switch self {
        case .damaged(_, let line, let problem): Damage(line: line, reason: problem.description)
        default: Damage(line: nil, reason: reason)
        }
    }
}

extension String {
    /// Whether a file of that name in the folder is taken for a match.
    var isMatchFile: Bool { hasSuffix(".jsonl") && !hasPrefix(".") }
}
