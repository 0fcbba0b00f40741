public import Game
public import Play

/// What all saved matches say together: of the rows of each ruleset, of how well their players predict, and of what was
/// played where.
public struct Survey: Sendable {
    private var byRuleset: [String: RowTable] = [:]
    public private(set) var calibration = Calibration()
    public private(set) var explorer = Explorer()
    /// Matches taken in.
    public private(set) var matches = 0
    /// What is wrong with the files that could not be read.
    public var problems: [String] = []
    /// Whether it was stopped before the end.
    public var isPartial = false

    public init() {}

    /// Takes in a match.
    public mutating func add(_ record: MatchRecord) {
        matches += 1
        let ruleset = record.ruleset
        byRuleset[ruleset.identifier, default: RowTable(of: ruleset)].add(record)
        calibration.add(record)
        explorer.add(record)
    }

    /// Has a ruleset's rows stand there even where no match has been played by it.
    public mutating func include(_ ruleset: Ruleset) {
        if byRuleset[ruleset.identifier] == nil { byRuleset[ruleset.identifier] = RowTable(of: ruleset) }
    }

    public func table(of ruleset: String) -> RowTable? { byRuleset[ruleset] }

    /// Those with rows, that with the most matches first.
    public var tables: [RowTable] {
        byRuleset.values.filter { !$0.rows.isEmpty }.sorted { ($1.matches, $0.ruleset) < ($0.matches, $1.ruleset) }
    }
}
