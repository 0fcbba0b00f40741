import Play
public import SystemPackage

/// Why a match file cannot be read or written. Every description names the file and what to do.
public enum ArchiveError: Error, Hashable, Sendable {
    /// The operating system refused.
    case system(Errno, Operation, path: String)
    /// The path for a new match is taken.
    case exists(path: String)
    case tooLarge(path: String, limit: Int)
    case notAMatch(path: String, reason: NotAMatch)
    case newer(path: String, version: Int)
    case damaged(path: String, line: Int, LineProblem)
    case inUse(path: String)
    /// The file or its folder is gone while the match goes on.
    case vanished(path: String)
    /// Something else wrote to the file while the match went on.
    case changed(path: String)

    /// What was asked of the system; the words complete “cannot …”.
    public enum Operation: String, Sendable {
        case open = "open it"
        case read = "read it"
        case create = "write it"
        case write = "write to it"
        case sync = "write it to disk"
        case name = "name it"
        case makeFolder = "make this folder"
        case lock = "hold it against other programs"
        case setAside = "set the torn last line aside"
        case cutOff = "cut off what is behind its last whole line"
        case discard = "move it to the trash"
    }

    /// What is there in place of a match.
    public enum NotAMatch: Hashable, Sendable {
        case notAFile(FileType)
        case empty
        case otherFormat
        /// Not what a match is exported as.
        case notExported
    }
}

extension ArchiveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .damaged(let path, let line, _): "\(path):\(line): \(reason)"
        case .system(_, _, let path), .exists(let path), .tooLarge(let path, _), .notAMatch(let path, _),
            .newer(let path, _), .inUse(let path), .vanished(let path), .changed(let path):
            "\(path): \(reason)"
        }
    }

    /// What is wrong without the file's name, for where there is little room.
    public var reason: String {
        switch self {
        case .system(let error, let operation, _): "cannot \(operation.rawValue): \(error)"
        case .exists: "cannot write a new match there: the file exists already"
        case .tooLarge(_, let limit): "larger than \(limit / 1_048_576) MiB, which no match is"
        case .notAMatch(_, .notAFile): "not a saved match: not a file"
        case .notAMatch(_, .empty): "not a saved match: the first line is missing"
        case .notAMatch(_, .otherFormat): "not a saved match: the first line does not say “\(MatchHeader.format)”"
        case .notAMatch(_, .notExported):
            "not an exported match: no object of JSON whose “format” is “\(MatchDocument.format)”"
        case .newer(_, let version):
            "written in format version \(version) by a newer credulity; this one reads up to "
                + "version \(MatchHeader.version). Update to open it"
        case .damaged(_, _, let problem): "\(problem). The file was left as it is"
        case .inUse: "open in another credulity; close it there first"
        case .vanished: "the file or its folder is gone, or another is in its place"
        case .changed: "another program changed the file; it was left as it is"
        }
    }
}
