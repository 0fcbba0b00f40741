public import Game

extension ReferenceGame {
    /// The game at other credences than those by which the useful weight is reckoned: no ruling moves that (RULES §3).
    public init(_ ruleset: Ruleset, mode: Mode, weighing file: Ruleset) {
        self.init(ruleset, mode: mode)
        for (index, pattern) in file.patterns.enumerated() { book.patterns[index].weight = pattern.credence.millionths }
    }
}
