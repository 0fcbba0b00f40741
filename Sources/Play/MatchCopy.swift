/// One of several files of the same match, such as a tool makes that keeps folders alike and finds both changed.
public struct MatchCopy: Hashable, Sendable {
    /// How one stands to the first, which is the one last played.
    public enum Relation: Hashable, Sendable {
        case first
        case same
        /// The first has all that it has, and more.
        case behind
        /// It has all that the first has, and more.
        case ahead
        /// Each has what the other has not, after so many acts.
        case parted(after: Int)
    }

    /// From 1, by when they were last played.
    public let number: Int
    public let count: Int
    public let relation: Relation

    public init(number: Int, of count: Int, _ relation: Relation) {
        self.number = number
        self.count = count
        self.relation = relation
    }

    /// Whether the first has all that it has.
    var isSurpassed: Bool { relation == .same || relation == .behind }
}

extension MatchCopy: CustomStringConvertible {
    public var description: String {
        let name = "Copy \(number) of \(count)"
        return switch relation {
        case .first: "\(name) of this match: the one last played."
        case .same: "\(name) of this match: the same as copy 1."
        case .behind: "\(name) of this match: copy 1 has all of it, and goes on."
        case .ahead: "\(name) of this match: it has all of copy 1, and goes on."
        case .parted(0): "\(name) of this match: it goes another way than copy 1."
        case .parted(let acts): "\(name) of this match: after act \(acts) it goes another way than copy 1."
        }
    }
}
