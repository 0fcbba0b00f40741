import Game
import Text

/// Which files of the folder of matches are wanted, as somebody types it: words that names or what was said must hold, and
/// fields such as `mode:hard`; all of them must be true.
public struct SavedQuery: Hashable, Sendable {
    /// What can be asked of a match besides its words.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case ruleset, profile, mode, player, divergence, training, judge, winner, reason, state, leg, played, file

        /// What it may be, for a help.
        public var values: String {
            switch self {
            case .winner: "divergence, training or draw"
            case .state: "finished, unfinished or broken"
            case .mode: "hard or easy"
            case .leg: "1 or 2"
            case .played: "the beginning of a local date, such as 2026-11"
            case .ruleset, .profile, .player, .divergence, .training, .judge, .reason, .file: "letters of it"
            }
        }
    }

    private var words: [Needle] = []
    private var fields: [Wanted] = []

    fileprivate struct Wanted: Hashable, Sendable {
        let field: Field
        let value: Needle
        let text: String
    }

    /// Everything.
    public init() {}

    /// As it is typed, `FIELD:VALUE` among words; what names no field is a word.
    public init(_ text: String) {
        for word in text.lowercased().split(whereSeparator: \.isWhitespace) {
            let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, let field = Field(rawValue: String(parts[0])) {
                add(field, String(parts[1]))
            } else {
                words.append(Needle(String(word)))
            }
        }
    }

    public var isEmpty: Bool { words.isEmpty && fields.isEmpty }

    /// Asks for words besides, whatever colons are in them.
    public mutating func add(words text: String) {
        words += text.lowercased().split(whereSeparator: \.isWhitespace).map { Needle(String($0)) }
    }

    public mutating func add(_ field: Field, _ value: String) {
        let text = value.lowercased()
        fields.append(Wanted(field: field, value: Needle(text), text: text))
    }

    /// Whether a file is wanted. Of one that is no match only its name and that it is broken are known.
    public func wants(_ file: SavedFile) -> Bool {
        let searched = file.match?.searched ?? fileName(file.path).lowercased()
        return fields.allSatisfy { $0.isTrue(of: file) } && words.allSatisfy { $0.isIn(searched) }
    }
}

extension SavedQuery.Wanted {
    fileprivate func isTrue(of file: SavedFile) -> Bool {
        switch field {
        case .state: return file.state.rawValue.hasPrefix(text)
        case .played: return file.localTime.lowercased().hasPrefix(text)
        case .file: return value.isIn(fileName(file.path).lowercased())
        default: break
        }
        guard let match = file.match else { return false }
        let header = match.header, players = header.players
        switch field {
        case .ruleset: return value.isIn(header.ruleset)
        case .profile: return value.isIn(header.profile ?? "house")
        case .mode: return header.mode.rawValue.hasPrefix(text)
        case .player: return holds(players.divergence.name) || holds(players.training.name)
        case .divergence: return holds(players.divergence.name)
        case .training: return holds(players.training.name)
        case .judge: return header.judge.map(holds) ?? false
        case .winner: return match.verdict.map { ($0.winner?.rawValue ?? "draw").hasPrefix(text) } ?? false
        case .reason: return match.verdict?.reasons.contains { holds($0.reason) } ?? false
        case .leg: return header.leg.map { String($0.number) == text } ?? false
        case .state, .played, .file: return false
        }
    }

    private func holds(_ name: String) -> Bool { value.isIn(name.lowercased()) }
}

extension SavedFile {
    public enum State: String, Hashable, Sendable {
        case finished, unfinished, broken
    }

    public var state: State {
        guard damage == nil, let match else { return .broken }
        return match.verdict == nil ? .unfinished : .finished
    }
}
