import Game

/// By what a list of saved matches is sorted.
public enum SavedOrder: String, Hashable, Sendable, CaseIterable {
    case played, begun, ruleset, mode, limit, players, verdict, plies, file

    /// As a screen says it.
    public var title: String {
        switch self {
        case .played: "last played first"
        case .begun: "last begun first"
        case .ruleset: "by ruleset"
        case .mode: "by mode"
        case .limit: "lowest limit first"
        case .players: "by players"
        case .verdict: "by outcome"
        case .plies: "longest first"
        case .file: "by file"
        }
    }

    /// The one that comes next.
    public var next: SavedOrder {
        let all = SavedOrder.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}

extension SavedFiles {
    /// Those that are wanted, in an order; what is equal in it stays as it is, and what is no match comes last.
    public func files(_ query: SavedQuery, by order: SavedOrder) -> [SavedFile] {
        let wanted = query.isEmpty ? files : files.filter(query.wants)
        switch order {
        case .played: return wanted
        case .begun: return wanted.sorted(by: { $0.header.date }, >)
        case .ruleset: return wanted.sorted(by: { "\($0.header.ruleset)\t\($0.header.profile ?? "")" }, <)
        case .mode: return wanted.sorted(by: { $0.header.mode.rawValue }, >)
        case .limit: return wanted.sorted(by: { $0.limit.millibits }, <)
        case .players: return wanted.sorted(by: \.playerKey, <)
        case .verdict: return wanted.sorted(by: \.verdictKey, <)
        case .plies: return wanted.sorted(by: { $0.plies }, >)
        case .file: return wanted.sorted { $0.path < $1.path }
        }
    }
}

extension SavedMatch {
    fileprivate var playerKey: String {
        "\(header.players.divergence.name)\t\(header.players.training.name)".lowercased()
    }

    /// Who has won, and for what; unfinished ones last.
    fileprivate var verdictKey: String {
        guard damage == nil else { return "~~" }
        guard let verdict else { return "~" }
        return (verdict.winner?.rawValue ?? "draw") + "\t" + (verdict.reasons.first?.reason ?? "")
    }
}

extension [SavedFile] {
    /// Sorted by what is worked out once of each match.
    fileprivate func sorted<Key: Comparable>(by key: (SavedMatch) -> Key, _ precedes: (Key, Key) -> Bool) -> [SavedFile]
    {
        let keys = map { $0.match.map(key) }
        return indices.sorted { left, right in
            switch (keys[left], keys[right]) {
            case (let first?, let second?): first == second ? left < right : precedes(first, second)
            case (nil, nil): left < right
            case (_, nil): true
            case (nil, _): false
            }
        }.map { self[$0] }
    }
}
