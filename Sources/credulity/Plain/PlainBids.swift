import Game
import Play
import Review
import Screens
import Text

/// The bids that settle a match's limit, asked for one after the other as numbered lines. Source: RULES §15.
struct PlainBids {
    let setup: Setup
    let paper: Paper

    /// The set-up by the bids; `nil` at the end of the input.
    func settled() -> Setup? {
        question.forEach(paper.say)
        var bids: [Side: Bits] = [:]
        for side in setup.bidders {
            guard let bid = bid(of: side) else { return nil }
            bids[side] = bid
        }
        for side in Side.allCases where !setup.players[side].isHuman {
            paper.say("\(setup.players[side].name) is working out a bid.")
        }
        Output.push()
        let settled = setup.settled(by: bids.merging(setup.botBids()) { own, _ in own })
        BidsText(settled)?.sentences(after: setup).forEach(paper.say)
        return settled
    }

    private var own: Bits { setup.rules.ruleset.limits.plausibility }

    private var question: [String] {
        [
            "Within how many bits can Training win here, under \(setup.profile ?? "house") credences and in "
                + "\(setup.mode.rawValue) mode? The lower bid plays Training, the higher Divergence, and the limit is the "
                + "mean; so nothing beats bidding what you believe. Write \(TypedBits.ways), at most "
                + "\(setup.bidRange.upperBound.exactBits). Enter alone bids the ruleset's own limit, \(own.exactText)."
        ]
    }

    private func bid(of side: Side) -> Bits? {
        while let line = paper.sealed("your bid", for: setup.players[side].name) {
            guard !line.trimmed.isEmpty else { return own }
            do throws(TypedBitsError) {
                return try TypedBits(line, in: setup.bidRange).bits
            } catch {
                paper.say("\(error)".capitalizedFirst + ".")
            }
        }
        return nil
    }
}
