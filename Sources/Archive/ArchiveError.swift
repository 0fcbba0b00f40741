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
        case .system(let path, let doing, let reason):
            "\(path): cannot \(doing): \(reason)"
        case .tooLarge(let path, let limit):
            "\(path): larger than \(limit / 1_048_576) MiB, which no match is"
        case .notAMatch(let path, let reason):
            "\(path): not a saved match: \(reason)"
        case .newer(let path, let version):
            "\(path): written in format version \(version) by a newer credulity; this one reads up to "
                + "version \(MatchHeader.version). Update to open it"
        case .damaged(let path, let line, let reason):
            "\(path):\(line): \(reason). The file was left as it is"
        case .inUse(let path):
            "\(path): open in another credulity; close it there first"
        case .vanished(let path):
            "\(path): the file or its folder is gone, or another is in its place"
        case .changed(let path):
            "\(path): another program changed the file; it was left as it is"
        }
    }
}
