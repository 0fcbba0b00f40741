public import Game

/// The game once more, written from RULES.md alone to be plain rather than fast; tests hold `Game` to it.
///
/// Moves are notation (RULES §12), cards are identifiers, amounts are whole millibits.
public struct ReferenceGame: Sendable {
    /// What Training asserted.
    struct Datum: Hashable, Sendable {
        var situation: String
        var added: Set<String>
        var provenance: String
    }

    var book: ReferenceBook
    var mode: Mode
    /// Moves made so far.
    public private(set) var moves: [String] = []
    /// The live divergence: its pattern, `nil` before the first proposal, and its conditions.
    var pattern: String?
    var conditions: Set<String> = []
    /// When the live divergence happens, pushed out by the whacks before it.
    public private(set) var horizon: Int?
    var corpus: [Datum] = []
    var proposalsLeft: Int
    /// `divergence` or `training`, if either gave up.
    var conceded: String?

    public init(_ ruleset: Ruleset, mode: Mode) {
        book = ReferenceBook(ruleset)
        self.mode = mode
        proposalsLeft = book.proposals
    }

    /// Replays moves from the start; `nil` if one is illegal.
    public init?(_ ruleset: Ruleset, mode: Mode, moves: [String]) {
        var game = ReferenceGame(ruleset, mode: mode)
        for move in moves {
            guard let next = game.playing(move) else { return nil }
            game = next
        }
        self = game
    }

    /// `divergence` or `training`: they alternate, and Divergence begins.
    public var sideToMove: String {
        moves.count % 2 == 0 ? "divergence" : "training"
    }

    /// The game after a legal move; `nil` if it is illegal.
    public func playing(_ move: String) -> ReferenceGame? {
        guard legalMoves.contains(move) else { return nil }
        let words = move.split(separator: " ").map(String.init)
        var next = self
        next.moves.append(move)
        switch words[0] {
        case "concede":
            next.conceded = sideToMove
        case "counter":
            let missing = liveTrigger.subtracting(book.situation(words[1]).exhibits)
            next.corpus.append(
                Datum(situation: words[1], added: missing, provenance: words[2]))
        case "sophisticate":
            next.conditions.insert(words[1])
        case "propose":
            next.proposalsLeft -= 1
            next.pattern = words[1]
            next.conditions = []
        default:
            next.pattern = words[1]
            next.conditions = conditions.subtracting(book.pattern(words[1]).trigger)
        }
        if words[0] != "counter", words[0] != "concede", let named = next.pattern {
            next.horizon = reachedHorizon(named, next.conditions)
        }
        return next
    }
}

// RULES §3.
extension ReferenceGame {
    func trigger(_ pattern: String, _ conditions: Set<String>) -> Set<String> {
        book.pattern(pattern).trigger.union(conditions)
    }

    /// Empty before the first proposal.
    var liveTrigger: Set<String> {
        pattern.map { trigger($0, conditions) } ?? []
    }

    func strain(_ pattern: String, _ conditions: Set<String>) -> Int {
        var sum = book.pattern(pattern).price
        for condition in conditions { sum += book.feature(condition).condition }
        return sum
    }

    func exhibits(_ datum: Datum) -> Set<String> {
        book.situation(datum.situation).exhibits.union(datum.added)
    }

    func evades(_ pattern: String, _ conditions: Set<String>) -> Bool {
        !corpus.contains { datum in
            trigger(pattern, conditions).isSubset(of: exhibits(datum))
                && !book.pattern(pattern).hidesFrom.contains(book.situation(datum.situation).channel)
        }
    }

    /// `nil` where no deployment has the whole trigger.
    func naturalHorizon(_ pattern: String, _ conditions: Set<String>) -> Int? {
        let stages = book.deployments.filter { $0.features.isSuperset(of: trigger(pattern, conditions)) }
        guard let first = stages.map(\.arrives).min() else { return nil }
        return first + conditions.map { book.feature($0).delay }.reduce(0, +)
    }

    /// When a divergence would happen if it were named now, after the whack of the live one if there was any.
    func reachedHorizon(_ pattern: String, _ conditions: Set<String>) -> Int? {
        guard let natural = naturalHorizon(pattern, conditions) else { return nil }
        guard book.pushes > 0, let whacked = horizon else { return natural }
        return max(natural, whacked + book.pushes)
    }

    /// Whether that corpus leaves the share `drive` of what makes the AI useful.
    func leavesDrive(_ corpus: [Datum]) -> Bool {
        var after = self
        after.corpus = corpus
        let useful = book.patterns.filter(\.cis)
        let all = useful.map(\.weight).reduce(0, +)
        // left / all, or 1 where nothing is useful, against drive / 1000.
        return useful.isEmpty || after.driveLeft * 1000 >= book.drive * all
    }

    /// Whether no two of some features exclude each other.
    func canOccurTogether(_ features: Set<String>) -> Bool {
        features.allSatisfy { book.feature($0).excludes.isDisjoint(with: features) }
    }

    /// `nil` where a part cannot be had at that provenance.
    func cost(_ situation: String, _ added: Set<String>, _ provenance: String) -> Int? {
        let card = book.situation(situation)
        let features = added.map { book.feature($0) }
        var parts: [Int?]
        if provenance == "ordinary" {
            parts = [card.ordinary] + features.map(\.ordinary)
        } else {
            parts = [card.deliberate ?? card.ordinary] + features.map { $0.deliberate ?? $0.ordinary }
        }
        var sum = 0
        for part in parts {
            guard let part else { return nil }
            sum += part
        }
        return sum
    }

    /// Millibits of the live divergence; 0 before the first proposal.
    public var divergenceStrain: Int {
        pattern.map { strain($0, conditions) } ?? 0
    }

    /// Millibits of the whole corpus.
    public var trainingStrain: Int {
        corpus.map { cost($0.situation, $0.added, $0.provenance) ?? 0 }.reduce(0, +)
    }

    /// The credences, in millionths, of the useful patterns that evade the corpus without any condition.
    public var driveLeft: Int {
        book.patterns.filter { $0.cis && evades($0.identifier, []) }.map(\.weight).reduce(0, +)
    }

    /// When the pivotal act comes.
    public var pivotalStep: Int { book.pivotalAct }
}
