public import Game
import Play
import Text

/// A number behind the opponent's last move, as whoever may dispute it sees it.
public struct DisputableNumber: Hashable, Sendable {
    public let number: Number
    /// As the move used it.
    public let quoted: QuotedNumber
    public let title: String
    public let inForce: Bits
    /// What the profile, or else the card, says of its credences.
    public let why: String?
    /// Whether it was settled before, and cannot be disputed any more.
    public let isSettled: Bool
}

/// What settling a number would do, before anybody has written for it.
extension MatchAtStep {
    /// The numbers behind the opponent's last move, in the order of its price.
    public var numbersBehindLastMove: [DisputableNumber] {
        position.quotedNumbers.compactMap { quoted in
            guard let inForce = position.rules.prices[quoted] else { return nil }
            let card = ruleset.card(of: quoted.number)
            return DisputableNumber(
                number: quoted.number, quoted: quoted, title: title(of: quoted.number), inForce: inForce,
                why: ruleset.profile?.why[card.identifier] ?? card.why,
                isSettled: position.rules.settled.contains(quoted))
        }
    }

    /// What was said with the move that those numbers are behind.
    public var wordsOfLastMove: String? { record.words(with: record.match.plies.count) }

    /// What would come of it if a credence came to be in force, a sentence each: for the move, then for both meters.
    /// Empty where it cannot be settled now.
    public func consequence(of subject: Settlement, at credence: Credence) -> [String] {
        guard let settled = Session(record).settling(subject, at: credence) else { return [] }
        switch subject {
        case .dispute(let number): return [fate(of: number, at: credence.bits, settled), strains(in: settled)]
        case .coin(let coin): return [fate(of: coin, settled), strains(in: settled)] + answers(to: coin, settled)
        }
    }

    /// What would become of the last move if a number behind it were settled so.
    private func fate(of number: Number, at bits: Bits, _ settled: Match) -> String {
        let inForce = position.bits(of: number) ?? bits
        let change =
            bits == inForce
            ? "as now" : bits > inForce ? "\(bits - inForce) more than now" : "\(inForce - bits) less than now"
        let claimant = name(position.sideToMove.opponent)
        let start = "That is \(bits) bits, \(change): \(claimant)'s move would"
        guard settled.position.ply < position.ply, let move = record.match.moves.last else { return start + " stand." }
        let objections = settled.position.objections(to: settled.position.prospect(of: move))
        let again =
            objections.isEmpty
            ? "could be made again" : "could not be made again: \(objections.joined(separator: "; "))"
        return "\(start) go back, and \(again)."
    }

    /// Both meters, beside what they show now, and whether anybody would be left without a move.
    private func strains(in settled: Match) -> String {
        let sides = Side.allCases.map { side in
            let now = position.strain(of: side), then = settled.position.strain(of: side)
            return "\(side.title) would strain \(then) of \(position.limit(of: side)) bits, "
                + (then == now ? "as now" : "now \(now)")
        }
        let lost = settled.verdict == nil ? "" : " \(name(settled.position.sideToMove)) would have no move left."
        return sides.joined(separator: "; ") + "." + lost
    }
}
