public import Play
public import Game
import Text
import Review

/// A match as plain lines, for front ends without a screen.
public struct PlainText: Sendable {
    private let shown: MatchAtPly
    private let choices: Choices

    public init(_ record: MatchRecord) {
        shown = MatchAtPly(record)
        choices = Choices(shown)
    }

    public var opening: [String] {
        let header = shown.record.header
        let players = Side.allCases.map { "\(shown.record.player($0).name) plays \($0.title)" }
        return [
            "\(shown.ruleset.title). \(header.mode.rawValue.capitalizedFirst) mode, "
                + "\(header.profile ?? "house") credences.",
            shown.ruleset.premise,
            players.joined(separator: "; ") + "." + (shown.record.hasPerson ? " Type ? for help." : ""),
        ]
    }

    public static let help = [
        "N            make move N; words after the number are kept with it",
        "NOTATION     or a move as it is written, such as: counter SITUATION ordinary",
        "say WORDS    words for your next move, which wait for it even when you leave",
        "object WORDS an objection to the last move, kept beside it, unscored",
        "card N       a card in full",
        "why          the cards that cannot be had, and why",
        "show         the position and the moves again",
        "corpus       all that Training has asserted",
        "story        the match so far",
        "hint         the best move, and what it keeps",
        "tutor on     question a move that throws away a proven win; “tutor off” ends it",
        "solve        what best play comes to from here; it spoils the match",
        "predict P    before the first move: your sealed credence, in percent, that Training wins;",
        "             with “predict training P” Training says its own",
        "undo         take the last move back, if the other agrees; against a bot, your own last one",
        "stop         on Training's turn: compare strains and stop, if both agree",
        "save PATH    write the whole match to a new file and go on in that",
        "concede      give the match up",
        "quit         leave; the match is saved and can be gone on with",
    ]

    /// Where the match stands.
    public var position: [String] {
        let position = shown.position
        let meters = Side.allCases.map { side in
            let strain = position.strain(of: side), limit = position.limit(of: side)
            return "\(side.title): \(strain) of \(limit) bits, \(strain.credenceText)"
        }
        let horizon = position.horizon.map { "diverges at step \($0), " } ?? ""
        let drive = position.drive.whole > 0 ? "drive \(position.drive.percent(of: position.drive.left)), " : ""
        let clock = "\(drive)\(horizon)pivotal act at \(position.pivotalStep)"
        let live =
            position.live.map {
                "Live: \(shown.ruleset.title(of: $0)). Needs: \(shown.needs($0)). (\(shown.liveCaption))"
            }
            ?? "Nothing is live yet."
        return ["", live, meters.joined(separator: "; ") + "; " + clock + "."]
    }

    /// The legal moves, cheapest first, as `moves` numbers them from 1.
    public var choiceLines: [String] {
        let isDivergence = choices.side == .divergence
        return legal.enumerated().map { index, choice in
            let bits = "\(choice.prospect.bits) bits, \(choice.prospect.bits.credenceText)"
            let step = choice.prospect.horizon.map { ", at step \($0)" } ?? ""
            let provenance = choice.prospect.datum.map { ", \($0.provenance.rawValue)" } ?? ""
            return "\(index + 1). \(choice.title)\(provenance): \(bits)\(step); "
                + outlook(choice.outlook, isDivergence)
        }
    }

    /// The legal moves in the order of `choiceLines`.
    public var moves: [Move] { legal.map(\.prospect.move) }

    /// What the list calls a legal move.
    public func name(_ move: Move) -> String {
        legal.first { $0.prospect.move == move }?.title ?? ""
    }

    /// The moves that cannot be made, and why.
    public var barred: [String] {
        choices.barred.map { "\($0.title): \($0.objections.joined(separator: "; "))" }
    }

    /// The card of one of `moves`, in full; the index is from 0.
    public func card(_ index: Int) -> [String] {
        shown.cardLines(legal[index], width: .max).map(\.text)
    }

    public var corpus: [String] {
        shown.corpusLines(width: .max).dropFirst().map(\.text)
    }

    /// The move just made, with what was said; in a debate of bots it stands apart.
    public var lastMove: [String] {
        guard let said = shown.exchange.last else { return [] }
        let apart = shown.record.hasPerson ? [] : [""]
        return apart + Narration(shown.record).told(said)
    }

    /// The verdict and all that follows from it.
    public func ending(savedIn path: String?) -> [String] {
        let narration = Narration(shown.record)
        let verdict =
            ["", narration.verdict ?? ""] + narration.strains + narration.grade + narration.horns + narration.standing
        return verdict + narration.closings + narration.predictions
            + [path.map { "Saved in \($0)." } ?? "The match was not saved."]
    }

    private var legal: [Choice] { choices.rows() }

    private func outlook(_ outlook: Outlook?, _ isDivergence: Bool) -> String {
        guard let outlook, outlook.replies > 0 else { return "wins" }
        let toll = outlook.toll
        return isDivergence
            ? "leaves \(counted(outlook.replies, "answer")), the cheapest \(toll.map { "\($0) bits" } ?? "none")"
            : "leaves \(counted(outlook.replies, "reply", "replies")), the dearest to answer "
                + (toll.map { "\($0) bits" } ?? "beyond answer")
    }
}
