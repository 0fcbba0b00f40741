/// Which keys do what: the table of `Action.keys`, with a player's changes.
public struct Keymap: Hashable, Sendable {
    private var keys: [Action: [Key]]

    /// The keys of the table.
    public init() {
        keys = Dictionary(uniqueKeysWithValues: Action.allCases.map { ($0, $0.keys) })
    }

    /// The keys of the table, with some actions on other keys.
    ///
    /// - Throws: `Clash` when two actions would answer to one key.
    public init(changing changes: [Action: [Key]]) throws(Clash) {
        self.init()
        keys.merge(changes) { $1 }
        var owners: [Key: Action] = [:]
        for action in Action.allCases {
            for key in keys[action] ?? [] {
                if let other = owners[key] { throw Clash(key: key, actions: [other, action]) }
                owners[key] = action
            }
        }
    }

    /// One key for two actions.
    public struct Clash: Error, Hashable, Sendable {
        public let key: Key
        public let actions: [Action]
    }

    func keys(for action: Action) -> [Key] { keys[action] ?? [] }

    func isKey(_ key: Key, for action: Action) -> Bool { keys(for: action).contains(key) }

    /// As the bottom line shows the key of an action.
    func text(_ action: Action) -> String { keys(for: action).first?.description ?? "" }
}

extension Key {
    /// The key of that name, as help shows it: `x`, `Space`, `Ctrl-X`, `PgUp` …; `nil` when there is none such.
    public init?(named name: String) {
        let named: [Key] = [
            .character(" "), .enter, .escape, .tab, .backtab, .backspace, .delete, .up, .down, .left, .right, .home,
            .end, .pageUp, .pageDown,
        ]
        if let key = named.first(where: { $0.description == name }) {
            self = key
        } else if name.count == 1, let character = name.first {
            self = .character(character)
        } else if name.hasPrefix("Ctrl-"), name.count == 6, let letter = name.last, letter.isASCII, letter.isLetter {
            self = .control(Character(letter.lowercased()))
        } else {
            return nil
        }
    }
}
