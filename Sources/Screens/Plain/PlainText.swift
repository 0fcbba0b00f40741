public import Play
public import Game
import Ensemble
import Text
public import Review

/// A match, after some ply, as plain lines, for front ends without a screen.
public struct PlainText: Sendable {
    private let shown: MatchAtStep
    private let choices: Choices
    private let listing: PlainListing
    /// What the argument would have cost from the start, as far as it is known.
    private let price: Evaluation.Price?

    /// - Parameter step: things that have happened by then; all of them without it.
    public init(
        _ record: MatchRecord, step: Int? = nil, _ listing: PlainListing = PlainListing(),
        price: Evaluation.Price? = nil
    ) {
        self.price = price
        shown = MatchAtStep(record, step: step)
        choices = Choices(shown)
        self.listing = listing
    }

    public var opening: [String] {
        let header = shown.record.header
        let players = Side.allCases.map { "\(shown.record.player($0).name) plays \($0.title)" }
        let judge = header.judge.map { ["\($0) judges"] } ?? []
        return [
            "\(shown.ruleset.title). \(header.mode.rawValue.capitalizedFirst) mode, "
                + "\(header.profile ?? "house") credences.",
            shown.ruleset.premise,
            (players + judge).joined(separator: "; ") + "." + (shown.record.hasPerson ? " Type ? for help." : ""),
        ]
    }

    /// What is offered to the people before the first move.
    public var predicting: [String] {
        let isForTwo = shown.record.header.players.people.count > 1
        let other = isForTwo ? "; “predict training” and the same for \(shown.name(.training))" : ""
        return [
            "How likely is it that Training wins? Type “predict” and \(TypedCredence.ways)\(other). It stays sealed "
                + "until the verdict, is scored there, and can be corrected until the first move.",
            "And that the real thing goes wrong, an AI trained like this, let loose in the world, whatever comes of the "
                + "match? Type “believe” in the same ways; it is asked again after the verdict.",
        ]
    }

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
        let fresh = "; \(counted(position.proposalsLeft, "fresh proposal")) left"
        return [""] + live + [meters.joined(separator: "; ") + fresh + "; " + clock + "."] + raising
    }

    /// What the side to move may still dispute and coin, where the ruleset has that.
    private var raising: [String] {
        let position = shown.position, limits = shown.ruleset.limits
        let side = position.sideToMove
        let left = [
            limits[.disputes] == 0 ? nil : counted(position.disputesLeft[side], "dispute"),
            limits[.coins] == 0 ? nil : counted(position.coinsLeft[side], "coin"),
        ].compactMap(\.self)
        return left.isEmpty ? [] : ["\(shown.name(side)) has \(left.joined(separator: " and ")) left."]
    }

    /// The numbers behind the last move, numbered, with what is said of them.
    public var disputing: [String] {
        let numbers = shown.numbersBehindLastMove
        let position = shown.position
        let left = position.disputesLeft[position.sideToMove]
        guard !numbers.isEmpty else { return ["There is no move of the opponent's whose numbers could be disputed."] }
        let opponent = shown.name(position.sideToMove.opponent)
        let title = "The numbers behind \(opponent)'s last move; \(counted(left, "dispute")) left:"
        let lines = numbers.enumerated().map { index, number in
            "\(index + 1). \(number.title): \(number.inForce.credenceText), \(number.inForce) bits"
                + (number.isSettled ? "; settled before." : ".") + (number.why.map { " Why: \($0)" } ?? "")
        }
        let words = shown.wordsOfLastMove.map { ["\(opponent) said: “\($0)”"] } ?? []
        let obstacle = position.disputableNumbers.isEmpty ? refusal(numbers.map(\.number)) : nil
        return [title] + lines + words + [
            obstacle ?? "“dispute N” has one of them settled: each writes, unseen by the others."
        ]
    }

    /// Why none of those numbers may be disputed.
    private func refusal(_ numbers: [Number]) -> String? {
        guard let number = numbers.first else { return nil }
        do {
            _ = try Session(shown.record).sealing(.dispute(number))
            return nil
        } catch {
            return "\(error)".capitalizedFirst + "."
        }
    }

    /// The live divergence as the screen has it, with what it learned and does.
    private var live: [String] {
        let lines = shown.liveLines(width: .max, rows: .max)
        guard shown.position.live != nil, let first = lines.first else { return lines.map(\.text) }
        let nature = [first.right, shown.liveCaption].compactMap(\.self).joined(separator: "; ")
        return ["Live: \(first.text) (\(nature))."] + lines.dropFirst().map { "    " + $0.text }
    }

    /// The legal moves that are listed, as `moves` numbers them from 1, with the one that was made from here.
    public var choiceLines: [String] {
        let isDivergence = choices.side == .divergence
        let lines = legal.enumerated().map { index, choice in
            let bits = "\(choice.prospect.bits) bits, \(choice.prospect.bits.credenceText)"
            let step = choice.prospect.horizon.map { ", at step \($0)" } ?? ""
            let provenance = choice.prospect.datum.map { ", \($0.provenance.rawValue)" } ?? ""
            return "\(index + 1). \(choice.title)\(provenance): \(bits)\(step); "
                + outlook(choice.outlook, isDivergence) + (choice.prospect.move == made ? "; played" : "")
        }
        guard !listing.filter.isEmpty else { return lines }
        let count = "\(legal.count) of \(counted(choices.legal.count, "card"))"
        return ["With “\(listing.filter)”, \(count); “filter” alone lists all."] + lines
    }

    /// The legal moves in the order of `choiceLines`.
    public var moves: [Move] { legal.map(\.prospect.move) }

    /// The move that was made from here; `nil` at the end.
    public var made: Move? { shown.made }

    /// What the list calls a legal move.
    public func name(_ move: Move) -> String {
        guard move != .concede else { return "concede" }
        return choices.legal.first { $0.prospect.move == move }?.title ?? shown.card(move)
    }

    /// The moves that cannot be made, and why.
    public var barred: [String] {
        choices.rows(filter: listing.filter, withBarred: true).filter { !$0.isLegal }
            .map { "\($0.title): \($0.objections.joined(separator: "; "))" }
    }

    /// The card of a move that could be made, in full; empty for another.
    public func card(_ move: Move) -> [String] {
        let choice = choices.legal.first { $0.prospect.move == move }
        return choice.map { shown.cardLines($0, width: .max).map(\.text) } ?? []
    }

    public var corpus: [String] {
        shown.corpusLines(width: .max).dropFirst().map(\.text)
    }

    /// What the AI may have learned, the likeliest first, and how much of it stands.
    public var ensemble: [String] {
        let ensemble = Ensemble(shown.position)
        guard ensemble.standing != nil else { return [ensemble.figure.capitalizedFirst + "."] }
        let bars = ensemble.bars.sorted { $0.weight > $1.weight }.map { bar in
            let name = shown.ruleset[bar.pattern].name.capitalizedFirst
            let stands = "\(Ensemble.percent(bar.standing / bar.weight)) stands"
            let inTime = "\(Ensemble.percent(bar.inTime / bar.weight)) in time"
            return "\(name), \(Bits(surprisalOf: bar.weight).credenceText): \(stands), \(inTime)"
        }
        return ["Of what the AI may have learned, \(ensemble.figure).", intended] + bars
    }

    private var intended: String {
        "The intended thing, \(shown.ruleset.intended.credence.bits.credenceText): all of it stands"
    }

    /// The terms that a word occurs in, explained; all of them where it is empty.
    public func terms(_ word: String) -> [String] {
        let terms = (shown.ruleset.features.map(\.term) + shown.ruleset.glossary)
            .filter { word.isEmpty || $0.term.lowercased().contains(word.lowercased()) }
        guard !terms.isEmpty else { return ["no such term; “terms” alone explains them all"] }
        return terms.map { "\($0.term): \($0.meaning)" }
    }

    /// A position that is stepped to: the move that led there, where that left the match, and what came next.
    public var step: [String] {
        let count = shown.record.match.plies.count
        let ply = "\(shown.ply) of \(counted(count, "move")) made."
        let told = shown.exchange(last: 1).flatMap { Narration(shown.record).told($0) }
        return [ply] + told + position.dropFirst() + (next.map { ["Next, \($0)."] } ?? [])
    }

    /// What happened next.
    private var next: String? {
        if let made { return "\(shown.name(shown.position.sideToMove)): \(name(made).capitalizedFirst)" }
        return shown.next?.ruling.map(shown.heading)
    }

    /// What happened last, with what was said; in a debate of bots it stands apart.
    public var lastEvent: [String] {
        let apart = shown.record.hasPerson ? [] : [""]
        let told = shown.exchange(last: 1).flatMap { Narration(shown.record).told($0) }
        return told.isEmpty ? [] : apart + told
    }

    /// What whoever has lost may still do.
    public var lastWord: [String] {
        let narration = Narration(shown.record)
        return ["", narration.lastWord] + narration.horns
    }

    /// The verdict and all that follows from it, or that the match goes on.
    public var ending: [String] {
        let narration = Narration(shown.record, price: price)
        return ["", narration.verdict ?? "The match goes on."] + narration.strains + narration.grade + narration.legs
            + narration.horns + narration.standing + narration.closings + narration.bids + narration.predictions
            + cruxes
    }

    /// What the people believe of the real thing, once it is over; empty where nobody said anything.
    public var beliefs: [String] {
        let narration = Narration(shown.record)
        return narration.beliefs.isEmpty ? [] : [""] + narration.beliefs + narration.beliefPicture
    }

    /// On which numbers the players differ, once there is a verdict.
    private var cruxes: [String] {
        guard shown.verdict != nil else { return [] }
        let cruxes = Cruxes(of: shown.record)
        let list = CruxText(cruxes).list
        guard cruxes.hasNumbers else { return list }
        let title = cruxes.cruxes.isEmpty ? [] : ["Cruxes, the numbers on which they differ:"]
        return title + list + ["“cruxes” says who wins by whose numbers, where the match is stepped through."]
    }

    private var legal: [Choice] { choices.rows(filter: listing.filter, order: listing.order(choices.side)) }

    private func outlook(_ outlook: Outlook?, _ isDivergence: Bool) -> String {
        guard let outlook, outlook.replies > 0 else { return "wins" }
        let toll = outlook.toll
        guard isDivergence else {
            return "leaves \(counted(outlook.replies, "reply", "replies")), the dearest to answer "
                + (toll.map { "\($0) bits" } ?? "beyond answer")
        }
        let then = outlook.claimsLeft.map {
            $0 == 0 ? ", and one of them wins" : ", and then at least \(counted($0, "claim"))"
        }
        return "leaves \(counted(outlook.replies, "answer")), the cheapest \(toll.map { "\($0) bits" } ?? "none")"
            + (then ?? "")
    }
}
