public import Game
public import Play
import Rulebook
import Text

/// The cards that were coined in a match and are in it still, as ordinary cards of a ruleset's file.
///
/// A coined pattern waits for its whole trigger, a card of a file does not: where that is another step, its `why` says so.
public struct KeptCards: Sendable {
    /// In the order in which they were coined.
    public let patterns: [Pattern]
    /// Likewise; each has a credence at the provenance alone at which it was coined.
    public let situations: [Situation]
    /// The day on which the match began, such as `2026-11-21`.
    public let day: String
    private let original: Ruleset

    public init(of record: MatchRecord) {
        let ruleset = record.match.ruleset
        let reasons = CoinReasons(record)
        original = record.ruleset
        day = reasons.day
        patterns = ruleset.patterns.filter(\.isCoined).map { card in
            Pattern(
                card.label.kept(source: reasons.source(.divergence), why: reasons.why(card, in: ruleset)),
                act: card.act?.fileText,
                credence: reasons.asWritten(card.credence, by: reasons.patterns[card.identifier]),
                trigger: card.trigger, depth: card.depth,
                misattributes: card.misattributes, hidesFrom: card.hidesFrom, cis: card.cis, family: card.family)
        }
        situations = ruleset.situations.filter(\.isCoined).map { card in
            let offers = reasons.situations[card.identifier]
            return Situation(
                card.label.kept(source: reasons.source(.training), why: reasons.settling(offers)),
                exhibits: card.exhibits, channel: card.channel,
                ordinary: card.ordinary.map { reasons.asWritten($0, by: offers) },
                deliberate: card.deliberate.map { reasons.asWritten($0, by: offers) })
        }
    }

    public var isEmpty: Bool { patterns.isEmpty && situations.isEmpty }

    /// The ruleset of the match, its own numbers and all profiles, with the cards last in their lists, under another
    /// identifier: two rulesets of the same would be taken for each other.
    public func ruleset(named identifier: String) -> Ruleset {
        var ruleset = original
        ruleset.identifier = identifier
        if !ruleset.title.hasSuffix(Self.addition) { ruleset.title += Self.addition }
        ruleset.title = ruleset.title.fileText ?? ruleset.title
        ruleset.patterns += patterns
        ruleset.situations += situations
        return ruleset
    }

    private static let addition = ", with kept cards"

    /// What the ruleset is called where nobody says otherwise: `alice-kept`, then `alice-kept-2`.
    public var usualName: String {
        var words = original.identifier.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard words.count > 1 else { return original.identifier + "-kept" }
        if words.last == "kept" { return original.identifier + "-2" }
        guard words[words.count - 2] == "kept", let count = words.last.flatMap({ Int($0) }), count < 1_000_000 else {
            return original.identifier + "-kept"
        }
        words[words.count - 1] = "\(count + 1)"
        return words.joined(separator: "-")
    }
}

/// Where the numbers of coined cards come from.
private struct CoinReasons {
    private let record: MatchRecord
    /// A file may say anything there.
    let day: String
    private(set) var patterns: [String: Offers] = [:]
    private(set) var situations: [String: Offers] = [:]

    init(_ record: MatchRecord) {
        self.record = record
        day = String(record.header.date.prefix(10)).madePlain
        for step in record.match.steps {
            guard case .coin(let coin, let offers) = step.act else { continue }
            switch coin.kind {
            case .pattern: patterns[coin.identifier] = offers
            case .situation: situations[coin.identifier] = offers
            }
        }
    }

    func source(_ side: Side) -> String {
        "coined by \(record.player(side).name) in a match of \(day)"
    }

    func why(_ card: Pattern, in ruleset: Ruleset) -> String {
        let steps = card.trigger.reduce(0) { $0 + ruleset[$1].delay }
        guard steps > 0 else { return settling(patterns[card.identifier]) }
        return settling(patterns[card.identifier])
            + " There it waited for its whole trigger and came \(steps) step\(steps == 1 ? "" : "s") later than here."
    }

    /// A settled credence as somebody wrote it down, where that is the same price: 0.3, not 0.299993.
    func asWritten(_ credence: Credence, by offers: Offers?) -> Credence {
        let written = [offers?.divergence, offers?.training, offers?.judge].compactMap(\.self)
        return written.first { $0.bits == credence.bits } ?? credence
    }

    /// How a number came about, in a sentence.
    func settling(_ offers: Offers?) -> String {
        let writers = [
            (record.player(.divergence).name, offers?.divergence), (record.player(.training).name, offers?.training),
            ("the judge", offers?.judge),
        ]
        let written = writers.compactMap { name, credence in credence.map { "\(name) wrote \($0)" } }
        let profile = record.header.profile.map { ", under the profile “\($0)”" } ?? ""
        guard !written.isEmpty else { return "Nobody wrote a number, so the book's was taken\(profile)." }
        let third = offers?.judge == nil ? ", with the book's as the third" : ""
        return "\(written.joined(separator: ", ")); the middle was taken\(third)\(profile)."
    }
}

extension CardLabel {
    /// As a card of a file may be labelled.
    fileprivate func kept(source: String, why: String) -> CardLabel {
        let standard = CardLabel(identifier, text: "").name
        return CardLabel(
            identifier, name: standard.fileName, text: text.fileText ?? standard, why: why.fileText,
            source: source.fileText)
    }
}
