public import Game

/// The bots that a ruleset can be played against: its own personas, then those that play any ruleset.
public func bots(for ruleset: Ruleset) -> [any Bot] {
    ruleset.bots.map(Scripted.init) + strangers
}

/// The bots that play any ruleset, the weakest first, by the points that each wins of all others on `alice`.
private let strangers: [any Bot] =
    [Random(), Search(level: 1), Search(level: 2), Greedy()] + (3...6).map(Search.init(level:)) + [Perfect()]

/// The bot of that name; `nil` when there is none.
public func bot(named name: String, for ruleset: Ruleset) -> (any Bot)? {
    bots(for: ruleset).first { $0.name == name }
}
