public import Game
import Text

/// A saved match as a list shows it.
public struct SavedMatch: Hashable, Sendable {
    public let path: String
    public let header: MatchHeader
    /// Plies after take-backs; of a broken file, up to the break.
    public let plies: Int
    /// `nil` while it is unfinished.
    public let verdict: VerdictLine?
    /// The bits that Training may strain, by the match's own terms or by its ruleset.
    public let limit: Bits
    /// When something last happened in it, as in `2026-11-21T05:30:12Z`.
    public let lastPlayed: String
    /// The same by the clocks here, and marked so, as in `2026-11-21 14:30 JST`.
    public let localTime: String
    /// The names in it and all that was said, in lower case and on one line: what a search looks through. Not to be shown.
    public let searched: String
    /// A fingerprint of the match after each of its acts, by which copies of it are compared.
    public let trail: [UInt32]
    /// What is wrong with the file; `nil`: it replays to its end.
    public let damage: Damage?
    /// Which of several files of the same match it is; `nil` where it is the only one.
    public var copy: MatchCopy?

    public init(
        path: String, header: MatchHeader, plies: Int, verdict: VerdictLine?, limit: Bits, lastPlayed: String,
        localTime: String, searched: String, trail: [UInt32], damage: Damage? = nil
    ) {
        self.path = path
        self.header = header
        self.plies = plies
        self.verdict = verdict
        self.limit = limit
        self.lastPlayed = lastPlayed
        self.localTime = localTime
        self.searched = searched
        self.trail = trail
        self.damage = damage
    }

    /// What a list shows of a match that is at hand.
    public init(
        summaryOf record: MatchRecord, path: String, lastPlayed: String, localTime: String, trail: [UInt32] = [],
        damage: Damage? = nil
    ) {
        let verdict = record.isClosed ? record.verdict.map { VerdictLine($0, in: record.match.ruleset) } : nil
        self.init(
            path: path, header: record.header, plies: record.match.plies.count, verdict: verdict,
            limit: record.position.limit(of: .training), lastPlayed: lastPlayed, localTime: localTime,
            searched: record.searched, trail: trail, damage: damage)
    }

    /// Whether somebody may want to go on with it: it is unfinished and whole, and no copy of it is further on.
    public var isWaiting: Bool { verdict == nil && damage == nil && !(copy?.isSurpassed ?? false) }

    /// The first digits of its identity, as its file's name ends; enough to name it among some thousands.
    public var shortID: String { String(header.id.prefix(6)).madePlain }
}

/// What is wrong with a match file.
public struct Damage: Hashable, Sendable {
    /// Where it is, from 1; `nil` where it is the file as a whole.
    public let line: Int?
    public let reason: String

    public init(line: Int?, reason: String) {
        self.line = line
        self.reason = reason
    }
}

extension Damage: CustomStringConvertible {
    public var description: String { (line.map { "line \($0): " } ?? "") + reason }
}

/// A file in the folder of matches: a match, or what is wrong with it.
public struct SavedFile: Hashable, Sendable {
    public let path: String
    /// `nil` where not even the beginning of a match can be read.
    public var match: SavedMatch?
    public let damage: Damage?
    /// When it was last played, or where that is unknown last written to, as in `2026-11-21T05:30:12Z`.
    public let lastPlayed: String
    /// The same by the clocks here.
    public let localTime: String

    public init(_ match: SavedMatch) {
        path = match.path
        self.match = match
        damage = match.damage
        lastPlayed = match.lastPlayed
        localTime = match.localTime
    }

    /// A file that is no match.
    public init(path: String, damage: Damage, lastWritten: String, localTime: String) {
        self.path = path
        self.damage = damage
        lastPlayed = lastWritten
        self.localTime = localTime
    }
}

/// The folder of saved matches as far as it was read.
public struct SavedFiles: Sendable {
    /// The one last played first.
    public var files: [SavedFile]
    /// How many there are, read or not.
    public var count: Int
    public var isWhole: Bool { files.count == count }

    public init(_ files: [SavedFile], of count: Int) {
        self.files = files
        self.count = count
    }
}

extension MatchRecord {
    /// The names in it and all that was said or written on cards, in lower case, without line feeds.
    fileprivate var searched: String {
        let names = [
            header.players.divergence.name, header.players.training.name, header.judge, header.ruleset, header.profile,
        ]
        let said = log.flatMap { entry -> [String?] in
            guard case .coin(let coin, _) = entry.act else { return [entry.words] }
            return [entry.words, coin.text, coin.act]
        }
        return (names + said).compactMap(\.self).joined(separator: " ").lowercased().replacing("\n", with: " ")
    }
}
