public import Game
public import Play

/// The rows of a ruleset's table, with what all matches say of each. Source: RULES §16.
public struct RowTable: Sendable {
    public let ruleset: String
    public private(set) var rows: [Row]
    /// Matches of the ruleset, finished or not.
    public private(set) var matches = 0

    /// A row, what was believed of it, and how the claims fared that rest on it.
    public struct Row: Sendable {
        public let identifier: String
        public let text: String
        /// In the order of the matches.
        public fileprivate(set) var movements: [Movement] = []
        public fileprivate(set) var fares: [Grounds: Fare] = [:]
        /// Matches in which some move leaned on it.
        public fileprivate(set) var matches = 0

        /// The identifier with spaces for hyphens.
        public var name: String { CardLabel(identifier, text: text).name }

        /// All of them together.
        public var fare: Fare { fares.values.reduce(into: Fare()) { $0.add($1) } }

        /// By profile and name.
        public var grounds: [Grounds] {
            fares.keys.sorted {
                ($0.profile, $0.claimant.name, $0.claimant.seat) < ($1.profile, $1.claimant.name, $1.claimant.seat)
            }
        }
    }

    /// How a player's credence in a row went over a match.
    public struct Movement: Hashable, Sendable {
        public let player: Player
        public let side: Side
        public let profile: String
        public let match: String
        public let before: Credence?
        public let after: Credence?
    }

    /// Under whose numbers a claim was made, and by whom.
    public struct Grounds: Hashable, Sendable {
        /// `house` for the ruleset's own numbers.
        public let profile: String
        public let claimant: Player
    }

    /// What became of claims, and of the matches in which they were made.
    public struct Fare: Hashable, Sendable {
        public internal(set) var whacked = 0
        /// No answer came until the match ended.
        public internal(set) var stood = 0
        /// The match isn't over, and no answer has come.
        public internal(set) var open = 0
        /// Matches that the claimant won, lost and drew, and those not over.
        public internal(set) var results = Results()

        public var claims: Int { whacked + stood + open }

        mutating func add(_ other: Fare) {
            whacked += other.whacked
            stood += other.stood
            open += other.open
            results.add(other.results)
        }
    }

    public init(of ruleset: Ruleset) {
        self.ruleset = ruleset.identifier
        rows = ruleset.rows.map { Row(identifier: $0.identifier, text: $0.text) }
    }

    /// Takes in a match; one of another ruleset says nothing.
    ///
    /// Rows are told apart by their identifiers; those that only the match's own text of the ruleset has come last.
    public mutating func add(_ record: MatchRecord) {
        guard record.header.ruleset == ruleset else { return }
        matches += 1
        for (place, row) in record.ruleset.rows.enumerated() {
            let index = index(of: row)
            rows[index].movements += record.movements(on: place)
            rows[index].add(record, row)
        }
    }

    private mutating func index(of row: Ruleset.Row) -> Int {
        if let index = rows.firstIndex(where: { $0.identifier == row.identifier }) { return index }
        rows.append(Row(identifier: row.identifier, text: row.text))
        return rows.count - 1
    }
}

/// How matches ended for somebody.
public struct Results: Hashable, Sendable {
    public internal(set) var won = 0
    public internal(set) var lost = 0
    public internal(set) var drawn = 0
    /// Not over.
    public internal(set) var unfinished = 0

    public var count: Int { won + lost + drawn + unfinished }

    mutating func add(_ record: MatchRecord, for side: Side) {
        switch record.outcome {
        case .none: unfinished += 1
        case .draw: drawn += 1
        case .won(let winner): if winner == side { won += 1 } else { lost += 1 }
        }
    }

    mutating func add(_ other: Results) {
        won += other.won
        lost += other.lost
        drawn += other.drawn
        unfinished += other.unfinished
    }
}

extension RowTable.Row {
    fileprivate mutating func add(_ record: MatchRecord, _ row: Ruleset.Row) {
        let plies = record.match.plies
        if plies.contains(where: row.isLeanedOn) { matches += 1 }
        var fare = RowTable.Fare()
        for (index, ply) in plies.enumerated() {
            guard let claim = ply.claim, row.bears(claim) else { continue }
            if plies.dropFirst(index + 1).first?.answer != nil {
                fare.whacked += 1
            } else if record.outcome == .none {
                fare.open += 1
            } else {
                fare.stood += 1
            }
        }
        guard fare.claims > 0 else { return }
        fare.results.add(record, for: .divergence)
        let grounds = RowTable.Grounds(
            profile: record.header.profile ?? "house", claimant: record.player(.divergence))
        fares[grounds, default: RowTable.Fare()].add(fare)
    }
}

extension MatchRecord {
    /// How a match ended.
    enum Outcome: Hashable {
        /// Not over: its verdict hasn't been accepted, or has not come.
        case none
        case draw
        case won(Side)
    }

    var outcome: Outcome {
        guard isClosed, let verdict else { return .none }
        return verdict.winner.map { .won($0) } ?? .draw
    }

    /// How each player's credence in a row moved; nothing before the match is over, as until then it is sealed.
    fileprivate func movements(on row: Int) -> [RowTable.Movement] {
        guard isClosed else { return [] }
        return Side.allCases.compactMap { side in
            let before = match.believed(row: row, by: side, .before)
            let after = match.believed(row: row, by: side, .after)
            guard before != nil || after != nil else { return nil }
            return RowTable.Movement(
                player: player(side), side: side, profile: header.profile ?? "house", match: header.id,
                before: before, after: after)
        }
    }
}
