import Bots
import Game
import Text
import Review

/// A card taken apart: what it says, what it would do, and every credence in its price.
extension MatchAtStep {
    func cardLines(_ choice: Choice, width: Int) -> [Line] {
        var lines = choice.objections.flatMap { Line.wrapping("Not now: \($0).", width: width, style: .alarm) }
        switch choice.prospect.move {
        case .propose(let pattern), .shallower(let pattern), .misattribute(let pattern):
            lines += patternLines(pattern, choice.prospect.divergence, width)
            if choice.prospect.move.kind == .propose, choice.isLegal {
                lines += Line.wrapping(
                    "Uses up a fresh proposal: \(position.proposalsLeft - 1) left after it.", width: width)
            }
        case .sophisticate(let feature):
            let card = ruleset[feature]
            lines += Line.wrapping("It waits for the moment when \(card.text)".asSentence, width: width)
        case .counter(let situation, _):
            lines += situationLines(situation, choice.prospect, width)
        case .concede:
            break
        }
        if let divergence = choice.prospect.divergence { lines += needsLines(divergence, choice.prospect, width) }
        lines += priceLines(choice.prospect, width)
        lines += reasonLines(choice.prospect.move, width)
        return lines
    }

    /// Beside its title: where the overseer sees what a record shows, and which page of the card is shown.
    func cardCaption(_ choice: Choice, page: String) -> String {
        let seen = choice.prospect.datum.map { "seen in \(ruleset[$0.situation].channel.rawValue)" } ?? ""
        return [seen, page].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func patternLines(_ pattern: Pattern.ID, _ divergence: Divergence?, _ width: Int) -> [Line] {
        let card = ruleset[pattern]
        let account = ruleset.account(of: divergence ?? Divergence(pattern, in: position.rules))
        let lines = account.flatMap { Line.wrapping($0, width: width) }
        var facts = ["Depth \(card.depth)."]
        if card.misattributes { facts.append("A false reading of \(ruleset.imitatee).") }
        if !card.hidesFrom.isEmpty {
            facts.append("Does not show in \(card.hidesFrom.members.map(\.rawValue).joined(separator: " or ")).")
        }
        if card.cis { facts.append("Part of what makes the AI useful.") }
        return lines + Line.wrapping(facts.joined(separator: "  "), width: width)
    }

    private func situationLines(_ situation: Situation.ID, _ prospect: Prospect, _ width: Int) -> [Line] {
        let card = ruleset[situation]
        func names(_ features: FeatureSet) -> String { features.map { ruleset[$0].name }.joined(separator: ", ") }
        let added = prospect.datum?.added ?? FeatureSet()
        var facts = ["Shows: \(names(card.exhibits))."]
        if !added.isEmpty { facts.append("Adds: \(names(added)).") }
        if let left = prospect.driveLeft, left < position.drive.left {
            facts.append("Trains away something useful: drive \(position.drive.percent(of: left)) after it.")
        }
        return Line.wrapping(card.text.asSentence, width: width)
            + Line.wrapping(facts.joined(separator: "  "), width: width)
    }

    private func needsLines(_ divergence: Divergence, _ prospect: Prospect, _ width: Int) -> [Line] {
        let step = prospect.horizon.map { "Comes at step \($0)." } ?? ""
        return Line.wrapping("Needs: \(needs(divergence)).  \(step)", width: width)
    }

    /// Every credence of the price on its line, then their product.
    private func priceLines(_ prospect: Prospect, _ width: Int) -> [Line] {
        let parts = priceParts(prospect)
        let isWhole = parts.allSatisfy { $0.bits != nil }
        let labels = parts.count > 1 && isWhole ? parts + [("Together", prospect.bits)] : parts
        return labels.map { label, bits in
            let numbers =
                bits.map { $0.description.flushed(6) + " bits  " + $0.credenceText.padded(10) }
                ?? "cannot be had".padded(23)
            let room = min(width, 60) - numbers.columns - 1
            return Line(label.clipped(max(1, room)).padded(room) + " " + numbers)
        }
    }

    /// `nil` for what cannot be had in such data.
    private func priceParts(_ prospect: Prospect) -> [(label: String, bits: Bits?)] {
        let rules = position.rules
        if let divergence = prospect.divergence {
            let name = ruleset[divergence.pattern].name.capitalizedFirst
            return [(name, rules.prices.pattern[divergence.pattern.index])]
                + divergence.conditions.map { ("+ " + ruleset[$0].name, rules.prices.condition[$0.index]) }
        }
        guard let datum = prospect.datum else { return [] }
        let name = "\(ruleset[datum.situation].name.capitalizedFirst), \(datum.provenance.rawValue)"
        return [(name, rules.bits(of: datum.situation, datum.provenance))]
            + datum.added.map { ("+ " + ruleset[$0].name, rules.bits(of: $0, datum.provenance)) }
    }

    /// Why its credences are what they are, and where it comes from.
    private func reasonLines(_ move: Move, _ width: Int) -> [Line] {
        guard let card = ruleset.card(move) else { return [] }
        let why = ruleset.profile?.why[card.identifier] ?? card.why
        return (why.map { Line.wrapping("Why: \($0)", width: width) } ?? [])
            + (card.source.map { Line.wrapping("Source: \($0)", width: width, style: .faint) } ?? [])
    }
}
