/// A scripted opponent: whom it believes, how it chooses and what it says. Source: RULES §11.
public struct Persona: Hashable, Sendable {
    /// What follows `bot:` on the command line.
    public var identifier: String
    /// At most 24 columns.
    public var name: String
    /// One line on its temper and strength.
    public var text: String
    /// The sides it plays, in the order of the file; never empty.
    public var sides: [Side]
    /// The profile whose credences it believes, by identifier; `nil` for the house's.
    public var profile: String?
    /// Lines of moves from the start of a match, both sides' in turn; it follows those that fit so far.
    public var openings: [[Move]] = []
    /// The first that fits decides.
    public var rules: [Rule] = []
    public var sayings = Sayings()

    /// The identifiers of the bots that play any ruleset, which no persona may have.
    public static let taken: Set = [
        "random", "greedy", "level-1", "level-2", "level-3", "level-4", "level-5", "level-6", "perfect",
    ]

    public init(
        identifier: String, name: String? = nil, text: String, sides: [Side], profile: String? = nil
    ) {
        self.identifier = identifier
        self.name = name ?? CardLabel(identifier, text: text).name
        self.text = text
        self.sides = sides
        self.profile = profile
    }

    /// One step of a script: in such a position, such a move.
    public struct Rule: Hashable, Sendable {
        public var when: When
        public var play: Play

        public init(when: When = When(), play: Play) {
            self.when = when
            self.play = play
        }
    }

    /// What must hold of a position; what is absent does not matter.
    public struct When: Hashable, Sendable {
        public var mode: Mode?
        /// The live pattern is one of these.
        public var live: [Pattern.ID]?
        /// The live pattern is all of these.
        public var traits: [Trait]?
        /// The depth of the live pattern.
        public var depth: ClosedRange<Int>?
        /// The last move of Divergence was one of these.
        public var by: [Move.Kind]?
        /// The last datum was of one of these situations.
        public var whackedBy: [Situation.ID]?
        /// The last datum was seen in one of these channels.
        public var channels: [Channel]?
        /// Divergence's strain in thousandths of its limit.
        public var naturalness: ClosedRange<Int>?
        /// Training's strain in thousandths of its limit.
        public var plausibility: ClosedRange<Int>?
        /// Steps from the horizon of the live divergence to the pivotal act.
        public var margin: ClosedRange<Int>?
        /// Fresh proposals left.
        public var proposals: ClosedRange<Int>?
        /// Data asserted so far.
        public var corpus: ClosedRange<Int>?

        public init() {}
    }

    /// What a pattern may be, besides deep.
    public enum Trait: String, Hashable, Sendable, CaseIterable {
        case cis, misattributes
        /// Its misbehaviour does not show in some channel.
        case hides
    }

    /// Which move to make: the legal moves that fit, narrowed down to one.
    public struct Play: Hashable, Sendable {
        /// Moves of these kinds only; a concession stands alone.
        public var kinds: [Move.Kind]?
        /// The first of these cards, by identifier, of which some move is left; to choose the `best` or `any`, all of them.
        public var cards: [String]?
        /// Counters with such data only.
        public var provenance: Provenance?
        /// Moves that are never made.
        public var never: [Avoided]
        public var choice: Choice
        /// The cheapest and the dearest may be missed by as much: any of those so near is made.
        public var within: Bits
        /// How many positions the search for the best looks at.
        public var positions: Int

        public init(
            kinds: [Move.Kind]? = nil, cards: [String]? = nil, provenance: Provenance? = nil,
            never: [Avoided] = [], choice: Choice = .first, within: Bits = .zero,
            positions: Int = Play.usualPositions
        ) {
            self.kinds = kinds
            self.cards = cards
            self.provenance = provenance
            self.never = never
            self.choice = choice
            self.within = within
            self.positions = positions
        }

        public static let usualPositions = 200
    }

    /// What a script may rule out.
    public enum Avoided: String, Hashable, Sendable, CaseIterable {
        /// A counter that takes away something of what makes the AI useful.
        case dull
        /// A counter with data made on purpose.
        case deliberate
        /// A divergence that comes later than the soonest that can be named.
        case late

        /// Whose moves they are.
        public var side: Side { self == .late ? .divergence : .training }
    }

    /// Which of several moves; ties go to canonical order.
    public enum Choice: String, Hashable, Sendable, CaseIterable {
        /// The first in canonical order.
        case first
        /// The fewest bits, as its profile prices them.
        case cheapest
        /// The one that is dearest for the opponent: whose cheapest reply strains the opponent most.
        case dearest
        /// Divergence: the earliest horizon. Training: the most drive left.
        case earliest
        /// The one that leaves the opponent the fewest replies.
        case narrowest
        /// The one that a search thinks best, which looks at `positions`.
        case best
        /// Any, drawn from the seed.
        case any
    }

    /// What it says. Each line may hold placeholders, such as `{card}`.
    public struct Sayings: Hashable, Sendable {
        /// With a card it plays, by identifier.
        public var play: [String: [String]] = [:]
        /// In answer to a card of the opponent's, by identifier.
        public var meet: [String: [String]] = [:]
        /// On what was added to a datum, by the feature's identifier: to its own, or in answer to the opponent's.
        public var add: [String: [String]] = [:]
        /// With a kind of move, where a card's own line has been said.
        public var moves: [Move.Kind: [String]] = [:]
        /// On a move that it would have priced a bit or more higher.
        public var objection: [String] = []
        /// At the end, by the verdict's reason.
        public var verdict: [Verdict.Reason.Kind: [String]] = [:]

        public init() {}
    }

    /// What a saying may leave open, written in braces.
    public enum Placeholder: String, Hashable, Sendable, CaseIterable {
        /// The card that the line is about, by name; at the end, the one played last.
        case card
        /// The live pattern, by name.
        case pattern
        /// What the move claims, as in `3.21 bits`.
        case bits
        /// The same as a credence, as in `1 in 9`.
        case credence
        /// The same by the persona's own profile.
        case believed
        /// Bits that the speaker has left, as in `4.10 bits`.
        case left
        /// The number of data asserted, in words as far as ten.
        case data
        /// The step at which the live divergence comes.
        case horizon
        /// The step at which the pivotal act comes.
        case pivotal
        /// The opponent, by name.
        case opponent
    }
}

extension Pattern {
    /// Whether a script would say that of it.
    public func has(_ trait: Persona.Trait) -> Bool {
        switch trait {
        case .cis: cis
        case .misattributes: misattributes
        case .hides: !hidesFrom.isEmpty
        }
    }
}
