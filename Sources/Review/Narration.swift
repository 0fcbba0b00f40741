import Ensemble
import Game
public import Play
import Text

/// A match told in plain sentences, the same on every front end.
public struct Narration: Sendable {
    let shown: MatchAtStep
    /// What the argument would have cost from the start; `nil` until that is known.
    private let price: Evaluation.Price?

    public init(_ record: MatchRecord, price: Evaluation.Price? = nil) {
        shown = MatchAtStep(record)
        self.price = price
    }

    /// What was bid, and who bid nearer to what the argument costs.
    public var bids: [String] {
        guard shown.record.verdict != nil else { return [] }
        return BidsText(shown.record.header)?.sentences(at: price) ?? []
    }

    /// Who won and why, in one sentence; `nil` while the match goes on.
    public var verdict: String? {
        guard let verdict = shown.record.verdict, let reason = verdict.reasons.first else { return nil }
        let divergence = shown.name(.divergence), training = shown.name(.training)
        switch reason.kind {
        case .pivotalActFirst:
            return "\(training) wins for Training: anything \(divergence) has left comes too late, not before the "
                + "pivotal act at step \(shown.position.pivotalStep)."
        case .unnaturalConcept:
            return "\(training) wins for Training: \(divergence) is left with concepts too unnatural to be learned."
        case .outOfProposals:
            return "\(training) wins for Training: \(divergence) has no fresh proposal left to make."
        case .noDivergenceLeft:
            return "\(training) wins for Training: the corpus whacks every divergence \(divergence) could name."
        case .deliberateDataOnly:
            return "\(divergence) wins for Divergence: only data made on purpose would have whacked it at a "
                + "bearable price, and hard mode has none."
        case .exoticData:
            return "\(divergence) wins for Divergence: \(training) is left with training data too exotic to believe."
        case .amblingAround:
            return "\(divergence) wins for Divergence: whacking it would train away what made the AI useful, "
                + "and it would only amble around."
        case .noCounter:
            return "\(divergence) wins for Divergence: no training data could show what it does."
        case .conceded:
            let winner = verdict.winner ?? .training
            return "\(shown.name(winner)) wins for \(winner.title): \(shown.name(winner.opponent)) conceded."
        case .adjudicated:
            guard let winner = verdict.winner else {
                return "A draw by agreement: both strained the same share of their limits."
            }
            return "\(shown.name(winner)) wins for \(winner.title) by agreement, with the smaller share of the limit: "
                + "\(share(winner)) against \(share(winner.opponent))."
        }
    }

    /// What whoever has no move left may still do before the verdict stands.
    public var lastWord: String {
        let position = shown.position
        let ways = [
            position.disputableNumbers.isEmpty ? nil : "dispute a number behind the last move",
            position.coinsLeft[position.sideToMove] > 0 ? "coin a card" : nil,
        ].compactMap(\.self).joined(separator: ", or ")
        return "\(shown.name(position.sideToMove)) has no move left, and may still \(ways). Otherwise: "
            + (verdict ?? "the match goes on.")
    }

    /// How much of its limit each side has strained in the end.
    public var strains: [String] {
        guard shown.record.verdict != nil else { return [] }
        let sides = Side.allCases.map { side in
            "\(side.title) strained \(shown.position.strain(of: side)) of \(shown.position.limit(of: side)) bits"
        }
        return [sides.joined(separator: ", ") + "."]
    }

    /// What Training's win is worth, and the card that Divergence may keep.
    public var grade: [String] {
        switch shown.record.verdict?.grade {
        case .hard where shown.record.position.corpus.isEmpty:
            ["Grade: hard. Training asserted no data at all."]
        case .hard:
            ["Grade: hard. Every datum was one that people would have made anyway."]
        case .easy:
            [
                "Grade: easy. Some of the data had to be made on purpose.",
                "Divergence keeps its card: you will still die unless you find others who can point these "
                    + "problems out.",
            ]
        case nil: []
        }
    }

    /// The moves the loser was forced towards, one a line.
    public var horns: [String] {
        (shown.record.verdict?.reasons ?? []).compactMap { reason in
            guard let forced = reason.forced else { return nil }
            let objection = shown.position.objections(to: forced).joined(separator: "; ")
            return "\(reason.kind.rawValue.capitalizedFirst): \(named(forced)), but \(objection)."
        }
    }

    /// How much still stands that was never said, with the least strained; a match is lost by what could be said, not by
    /// what is true.
    public var standing: [String] {
        guard let verdict = shown.record.verdict, verdict.reasons.first?.kind != .adjudicated else { return [] }
        let variants = shown.record.match.unsaid
        guard !variants.isEmpty else { return ["No divergence is left that would be natural, in time and new."] }
        let first = variants.prefix(3).map { "“\(shown.ruleset.title(of: $0))”" }.joined(separator: ", ")
        let count = counted(variants.count, "divergence still stands", "divergences still stand")
        return ["\(count), natural, in time and never said: \(first)\(variants.count > 3 ? " …" : "")."]
    }

    /// Each prediction and how it did: surprise in bits, and the Brier score, both better when smaller.
    public var predictions: [String] {
        guard let verdict = shown.record.verdict else { return [] }
        return Side.allCases.compactMap { side in
            guard let credence = shown.record.predictions[side] else { return nil }
            let said = "\(shown.name(side)) gave Training \(percent(credence.probability))"
            guard let winner = verdict.winner else { return said + ": a draw scores nothing." }
            let given = winner == .training ? credence.probability : 1 - credence.probability
            let brier = Credence(millionths: max(1, Int(((1 - given) * (1 - given) * 1e6).rounded())))
            let score = brier.map { hundredths($0.probability) } ?? "0.00"
            return said + ": \(Bits(surprisalOf: given)) bits of surprise, Brier score \(score)."
        }
    }

    /// Who would win by stopping here, and by how much.
    public var adjudication: String {
        let shares = "Divergence used \(share(.divergence)), Training \(share(.training))"
        guard let winner = shown.position.adjudication.winner else { return "\(shares): a draw." }
        return "\(shares): \(shown.name(winner).clipped(14)) would win."
    }

    /// What the sides said once it was over.
    public var closings: [String] {
        Side.allCases.compactMap { side in
            shown.record.closing(of: side).map { "\(shown.name(side)): “\($0)”" }
        }
    }

    /// The exchange as sentences, one for each ply, with what was said; where nothing was, the card speaks.
    public var story: [String] { shown.exchange.flatMap { told($0) } }

    /// One thing of the story.
    ///
    /// - Parameter inFull: whether the card speaks even where its player did.
    public func told(_ event: Event, inFull: Bool = false) -> [String] {
        switch event {
        case .move(let said):
            let settled = said.coined.map { told($0) } ?? []
            return settled + [sentence(said)] + (said.words == nil || inFull ? scene(said) : []) + spoken(said)
        case .ruling(let ruling), .coin(let ruling): return told(ruling)
        }
    }

    private func told(_ ruling: Event.Ruling) -> [String] {
        let sentences = shown.sentences(ruling)
        return sentences.prefix(1) + sentences.dropFirst().map { "    " + $0 }
    }

    /// The whole match as text to be passed on: each card speaks, then whoever played it.
    public var text: String {
        let header = shown.record.header
        let players = Side.allCases.map { "\(shown.name($0)) for \($0.title)" }.joined(separator: ", ")
        let judge = header.judge.map { ", \($0) judging" } ?? ""
        let title =
            "\(shown.ruleset.title) (\(header.ruleset), \(header.profile ?? "house"), \(header.mode.rawValue) mode)"
        let forced = horns.map { "Forced towards: " + $0 }
        let end =
            [verdict ?? "Unfinished."] + strains + grade + legs + forced + standing + closings + bids + predictions
        let aftermath = beliefs.isEmpty ? [] : [""] + beliefs + beliefPicture
        let story = shown.exchange.flatMap { told($0, inFull: true) }
        let date = "\(header.date.prefix(10)) \(header.date.dropFirst(11).prefix(5)) UTC"
        return ([title, "\(players)\(judge), \(date)", ""] + story + [""] + end + aftermath).joined(separator: "\n")
            + "\n"
    }

    /// What the card of a move says by itself, indented.
    private func scene(_ said: Event.Said) -> [String] {
        let account = shown.account(said.prospect)
        return account.isEmpty ? [] : ["    " + account.joined(separator: " ")]
    }

    /// What was said with a move, and against it, indented.
    private func spoken(_ said: Event.Said) -> [String] {
        shown.remarks(said).flatMap { wrapped($0, width: .max) }.map { "    " + $0 }
    }

    /// What a move of the exchange claimed.
    private func sentence(_ said: Event.Said) -> String {
        let speaker = "\(said.ply). \(shown.name(said.side))"
        let back = said.wentBack ? ", which went back" : ""
        let price = "(\(said.prospect.bits) bits, \(said.prospect.bits.credenceText))\(back)"
        switch said.prospect.move {
        case .propose: return "\(speaker) proposed “\(shown.card(said.prospect.move))” \(price)."
        case .sophisticate(let feature):
            return "\(speaker) made it wait for “\(shown.ruleset[feature].name)” as well \(price)."
        case .shallower: return "\(speaker) fell back on the shallower “\(shown.title(said.prospect))” \(price)."
        case .misattribute: return "\(speaker) said it learned “\(shown.title(said.prospect))” instead \(price)."
        case .counter(_, let provenance):
            return "\(speaker) answered with “\(shown.title(said.prospect))”, \(provenance.rawValue) data \(price)."
        case .concede: return "\(speaker) conceded."
        }
    }

    private func named(_ prospect: Prospect) -> String {
        "“\(shown.title(prospect))”" + (prospect.datum.map { ", \($0.provenance.rawValue)" } ?? "")
    }

    private func share(_ side: Side) -> String {
        let limit = shown.position.limit(of: side).millibits
        return limit == 0 ? "0%" : percent(Double(shown.position.strain(of: side).millibits) / Double(limit))
    }
}

/// A share as a whole percentage, or with a decimal near the ends.
func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    let isWhole = tenths % 10 == 0 || (50...950).contains(tenths)
    return isWhole ? "\((tenths + 5) / 10)%" : "\(tenths / 10).\(tenths % 10)%"
}

/// A number with two decimals.
func hundredths(_ number: Double) -> String {
    let count = Int((number * 100).rounded())
    return "\(count / 100).\(count % 100 < 10 ? "0" : "")\(count % 100)"
}
