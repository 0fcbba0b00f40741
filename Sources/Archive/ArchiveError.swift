/// Why a match file cannot be read or written. Every description names the file and what to do.
public enum ArchiveError: Error, Hashable, Sendable {
    /// The operating system refused.
    case system(path: String, doing: String, reason: String)
    case tooLarge(path: String, limit: Int)
    case notAMatch(path: String, reason: String)
    case newer(path: String, version: Int)
    case damaged(path: String, line: Int, reason: String)
    case inUse(path: String)
    /// The file or its folder is gone while the match goes on.
    case vanished(path: String)
    /// Something else wrote to the file while the match went on.
    case changed(path: String)
}

extension ArchiveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .damaged(let path, let line, _): "\(path):\(line): \(reason)"
        case .system(let path, _, _), .tooLarge(let path, _), .notAMatch(let path, _), .newer(let path, _),
            .inUse(let path), .vanished(let path), .changed(let path):
            "\(path): \(reason)"
        }
    }

    /// What is wrong without the file's name, for where there is little room.
    public var reason: String {
        switch self {
        case .system(_, let doing, let reason): "cannot \(doing): \(reason)"
        case .tooLarge(_, let limit): "larger than \(limit / 1_048_576) MiB, which no match is"
        case .notAMatch(_, let reason): "not a saved match: \(reason)"
        case .newer(_, let version):
            "written in format version \(version) by a newer credulity; this one reads up to "
                + "version \(MatchHeader.version). Update to open it"
        case .damaged(_, _, let reason): "\(reason). The file was left as it is"
        case .inUse: "open in another credulity; close it there first"
        case .vanished: "the file or its folder is gone, or another is in its place"
        case .changed: "another program changed the file; it was left as it is"
        }
    }
}
