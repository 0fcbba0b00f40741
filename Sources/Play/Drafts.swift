public import Game

/// What has been written for moves that are still to come; it belongs to who wrote it, and is never anybody else's.
public struct Drafts: Hashable, Sendable, Codable {
    private struct Draft: Hashable, Sendable, Codable {
        let side: Side
        let name: String
        var words: String
    }

    private var drafts: [Draft] = []

    public init() {}

    public var isEmpty: Bool { drafts.isEmpty }

    /// What waits for the next move of whoever plays a side; empty if nothing does.
    public func words(of side: Side, in record: MatchRecord) -> String {
        drafts.first { $0.side == side && $0.name == record.player(side).name }?.words ?? ""
    }

    /// Keeps words for the next move of whoever plays a side, in place of those that waited; none, if they are empty.
    public mutating func keep(_ words: String, of side: Side, in record: MatchRecord) {
        let name = record.player(side).name
        drafts.removeAll { $0.side == side && $0.name == name }
        if !words.isEmpty { drafts.append(Draft(side: side, name: name, words: words)) }
    }
}

extension Session {
    /// Whose words are written now: the side to move, or the other while a bot has the move.
    public var writer: Side {
        record.player(sideToMove).isHuman ? sideToMove : sideToMove.opponent
    }
}
