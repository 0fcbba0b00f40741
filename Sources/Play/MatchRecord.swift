import Bots
public import Game
import Text

/// A match with all that happened and was said in it: the same value whether it is being played or was read from a file.
///
/// Every entry goes through `apply`, which believes nothing that the laws do not confirm.
public struct MatchRecord: Sendable {
    public private(set) var header: MatchHeader
    /// The ruleset as the file has it: its own numbers, with all profiles.
    public let ruleset: Ruleset
    /// The same with the match's own limit, as it is played.
    public let played: Ruleset
    /// Everything that happened, taken back or not.
    public private(set) var log: [Entry] = []
    /// The entries of `match.steps`: what was not taken back.
    public private(set) var standing: [Entry] = []
    public private(set) var match: Match

    /// - Throws: `RecordError` when the header names another ruleset or a profile it has not, or when a player's
    ///   name cannot be shown.
    public init(header: MatchHeader, ruleset: Ruleset) throws(RecordError) {
        try header.check()
        guard header.ruleset == ruleset.identifier else {
            throw .otherRuleset(ruleset.identifier, expected: header.ruleset)
        }
        played = header.plausibility.map(ruleset.limiting) ?? ruleset
        var believed = played
        if let profile = header.profile {
            guard let under = played.under(profile: profile) else { throw .unknownProfile(profile) }
            believed = under
        }
        if let bids = header.bids {
            let range = (ruleset.under(profile: header.profile ?? "") ?? ruleset).bids
            guard range.contains(bids.divergence), range.contains(bids.training) else { throw .bids }
        }
        self.header = header
        self.ruleset = ruleset
        match = Match(Rules(believed, mode: header.mode))
    }

    public var position: Position { match.position }
    public var verdict: Verdict? { match.verdict }
    /// Each side's credence that Training wins.
    public var predictions: [Side: Credence] { match.predictions }
    /// Whether the verdict is accepted.
    public var isClosed: Bool { match.isClosed }

    public func player(_ side: Side) -> Player {
        header.players[side]
    }

    /// The same match with somebody else on a side from now on; its file goes on naming who began it.
    public func seating(_ player: Player, on side: Side) -> MatchRecord {
        var record = self
        record.header.players[side] = player
        return record
    }

    /// Whether anybody at the keyboard plays; if not, bots are watched.
    public var hasPerson: Bool { !header.players.people.isEmpty }

    /// Adds what happened.
    ///
    /// - Throws: `RecordError` when it does not fit; nothing changes then.
    public mutating func apply(_ entry: Entry) throws(RecordError) {
        if entry.words == nil, entry.act.isWordsOnly { throw .noWords }
        if let words = entry.words, !words.isPlainText { throw .unplainWords }
        if case .coin(let coin, _) = entry.act { try coin.checkText() }
        do { try match.apply(entry.act) } catch { throw .illegal(error) }
        log.append(entry)
        standing.append(entry)
        standing.removeLast(standing.count - match.steps.count)
    }
}

// What was said.
extension MatchRecord {
    /// What the mover said with a move that stands; the first is ply 1.
    public func words(with ply: Int) -> String? {
        match.plies.indices.contains(ply - 1) ? standing[match.plies[ply - 1].step].words : nil
    }

    /// What the other side objects to a move that stands.
    public func objection(to ply: Int) -> String? {
        guard match.plies.indices.contains(ply - 1) else { return nil }
        let end = ply < match.plies.count ? match.plies[ply].step : standing.count
        // What was said against a move that went back is none against the one before it.
        let steps = (match.plies[ply - 1].step..<end).filter { match.steps[$0].position.ply == ply }
        return steps.last { standing[$0].act == .object }.flatMap { standing[$0].words }
    }

    /// What a side said once the match was over.
    public func closing(of side: Side) -> String? {
        standing.last { $0.act == .remark(side) }?.words
    }
}

/// Why something cannot be part of the record of a match.
public enum RecordError: Error, Hashable, Sendable {
    case emptyName
    case unplainName
    case unplainSeat
    /// An objection or a remark that is nothing but an act.
    case noWords
    case unplainWords
    /// What is written on a card that is coined, by what is wrong with it.
    case card(CardTextProblem)
    case limit(Bits)
    /// The limit is not the mean of what was bid, or more was bid than may be.
    case bids
    case leg
    case otherRuleset(String, expected: String)
    case unknownProfile(String)
    case illegal(IllegalAct)
}

extension RecordError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .emptyName: "a player's name is empty"
        case .unplainName: "a player's name holds control characters"
        case .unplainSeat: "a player's seat holds control characters"
        case .noWords: "an objection or a remark needs words"
        case .unplainWords: "words hold control characters"
        case .card(let problem): problem.description
        case .limit(let bits): "\(bits) bits are no limit"
        case .bids: "the limit is not the one that the bids lead to"
        case .leg: "a match is the first of two legs, or the second with what the first came to"
        case .otherRuleset(let ruleset, let expected): "the match is of “\(expected)” but the ruleset is “\(ruleset)”"
        case .unknownProfile(let profile): "the ruleset has no profile “\(profile)”"
        case .illegal(let illegal): illegal.description
        }
    }
}
