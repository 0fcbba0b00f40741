public import Game
public import Play

/// The positions that matches went through, with what was played in each and how it ended. Positions that different ways
/// led to count together.
public struct Explorer: Sendable {
    /// Something that was played in a position.
    public struct Continuation: Hashable, Sendable {
        /// A move, or a coin without its numbers and words.
        public let act: Act
        /// How the matches ended in which it was played.
        public let endings: Endings
    }

    /// How matches ended.
    public struct Endings: Hashable, Sendable {
        public internal(set) var training = 0
        public internal(set) var divergence = 0
        public internal(set) var drawn = 0
        public internal(set) var unfinished = 0

        public var count: Int { training + divergence + drawn + unfinished }

        mutating func add(_ outcome: MatchRecord.Outcome) {
            switch outcome {
            case .none: unfinished += 1
            case .draw: drawn += 1
            case .won(.training): training += 1
            case .won(.divergence): divergence += 1
            }
        }
    }

    private struct Visits: Sendable {
        var endings = Endings()
        var played: [Act: Endings] = [:]
    }

    private var visits: [Position.Identity: Visits] = [:]
    /// One copy of each, which all positions under it share.
    private var rules: Set<Rules.Identity> = []
    /// Matches taken in.
    public private(set) var matches = 0

    public init() {}

    /// The positions that matches went through.
    public var positions: Int { visits.count }

    /// Takes in the moves of a match that stand.
    public mutating func add(_ record: MatchRecord) {
        matches += 1
        let outcome = record.outcome
        var known: (rules: Rules, identity: Rules.Identity)?
        func identity(of position: Position) -> Position.Identity {
            if known?.rules !== position.rules {
                known = (position.rules, rules.insert(position.rules.identity).memberAfterInsert)
            }
            return position.identity(under: known?.identity ?? position.rules.identity)
        }
        for ply in record.match.plies {
            // The position before the card was coined, if the move has one.
            let key = identity(of: record.position(before: ply.step))
            visits[key, default: Visits()].endings.add(outcome)
            let act = record.match.steps[ply.step].act.bare
            visits[key]?.played[act, default: Endings()].add(outcome)
        }
        visits[identity(of: record.position), default: Visits()].endings.add(outcome)
    }

    /// How the matches ended that went through a position.
    public func endings(through position: Position) -> Endings {
        visits[position.identity]?.endings ?? Endings()
    }

    /// What was played in a position, the most frequent first; among equals in canonical order, coins last by name.
    public func continuations(of position: Position) -> [Continuation] {
        let played = visits[position.identity]?.played ?? [:]
        let order = Dictionary(uniqueKeysWithValues: position.legalMoves.enumerated().map { ($1, $0) })
        func isBefore(_ one: Continuation, _ other: Continuation) -> Bool {
            guard one.endings.count == other.endings.count else { return one.endings.count > other.endings.count }
            switch (one.act, other.act) {
            case (.move(let first), .move(let second)): return order[first] ?? .max < order[second] ?? .max
            case (.move, _): return true
            case (_, .move): return false
            default: return position.ruleset.notation(of: one.act) < position.ruleset.notation(of: other.act)
            }
        }
        return played.map { Continuation(act: $0, endings: $1) }.sorted(by: isBefore)
    }
}

extension Act {
    /// A coin by its card alone; anything else as it is.
    fileprivate var bare: Act {
        guard case .coin(let coin, _) = self else { return self }
        return .coin(Coin(coin.identifier, coin.kind), Offers())
    }
}
