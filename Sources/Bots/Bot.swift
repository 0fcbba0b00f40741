public import Engine

/// An opponent that chooses moves by itself.
public protocol Bot: Sendable {
    /// What follows `bot:` on the command line.
    var name: String { get }

    /// One line on how it plays.
    var summary: String { get }

    /// A legal move of the side to move; `concede` only where there is no other.
    func move(in position: Position) -> Move
}

/// Every bot, by name.
public let bots: [any Bot] = [Greedy()]

/// The bot of that name; `nil` when there is none.
public func bot(named name: String) -> (any Bot)? {
    bots.first { $0.name == name }
}
