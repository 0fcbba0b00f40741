public import Game
public import Solver

/// What a bot is asked: a match in which it is its turn, and what it may use.
public struct Turn: Sendable {
    public let match: Match
    /// The ruleset as its file has it: its own numbers, with all profiles and bots.
    public let ruleset: Ruleset
    /// The opponent, as shown.
    public let opponent: String
    /// The same seed, match and limits give the same reply.
    public let seed: UInt64
    /// Bounds on what the bot sets itself.
    public internal(set) var limits: SearchLimits
    /// Cancelled when somebody wants the answer now.
    public let cancellation: Cancellation

    public init(
        _ match: Match, ruleset: Ruleset, opponent: String = "", seed: UInt64 = 0,
        limits: SearchLimits = SearchLimits(), cancellation: Cancellation = Cancellation()
    ) {
        self.match = match
        self.ruleset = ruleset
        self.opponent = opponent
        self.seed = seed
        self.limits = limits
        self.cancellation = cancellation
    }

    public var position: Position { match.position }

    /// Random numbers of this turn's own.
    var random: SplitMix64 {
        var seeds = SplitMix64(seed: seed)
        return SplitMix64(seed: seeds.next() &+ UInt64(position.ply))
    }
}

/// What a side would have settled, and what it writes down for it itself.
public struct Raised: Hashable, Sendable {
    public let subject: Settlement
    public let offer: Credence?

    public init(_ subject: Settlement, offer: Credence? = nil) {
        self.subject = subject
        self.offer = offer
    }
}

/// A bot's answer.
public struct Reply: Hashable, Sendable {
    /// What it plays, once it has raised what it will.
    public var move: Move
    /// What it would have settled before it moves; it is asked again then.
    public var raised: Raised?
    /// What it says with the move; plain text, perhaps of several lines.
    public var words: String?
    /// What it objects to the opponent's last move.
    public var objection: String?
    /// What the person ought to know of how the move came about, such as that a proof was not finished.
    public var note: String?

    public init(_ move: Move, words: String? = nil, objection: String? = nil, note: String? = nil) {
        self.move = move
        self.words = words
        self.objection = objection
        self.note = note
    }
}
