import Game
import Play

/// What can be done in a match, by who is to move.
extension MatchScreen {
    var actions: [Offer] {
        let choosing = [
            Offer(.filter, cards.filter.isEmpty ? "filter" : "other letters"),
            Offer(.whyNot, cards.showsBarred ? "hide" : "why not"), Offer(.sort, "sort"),
        ]
        let reading = [
            Offer(.nextPane, "pane"), Offer(.previousPane), Offer(.zoom, "zoom"), Offer(.more, "card"),
            Offer(.quit, "leave"),
        ]
        let always =
            Offer.movement + [
                Offer(.terms, "terms"), Offer(.ensemble, panes.showsBars ? "no bars" : "bars"), Offer(.evaluate),
                Offer(.back, cards.filter.isEmpty ? nil : "all cards"),
                Offer(.saveElsewhere, trouble == nil ? nil : "save elsewhere"),
            ]
        if session.awaiting == .nothing { return ended + always }
        if session.awaitsPersonsAcceptance { return accepting + always }
        if isWatched { return watching + reading.filter { $0.action != .more } + always }
        return (isPersonsTurn ? playing : waiting) + choosing + reading + always + (isPersonsTurn ? beside : [])
    }

    /// Once it is over.
    private var ended: [Offer] {
        [
            Offer(.accept, "verdict"), Offer(.copy, "copy as text"), Offer(.nextPane, "pane"), Offer(.previousPane),
            Offer(.zoom, "zoom"), Offer(.quit, "verdict"),
        ]
    }

    /// While somebody at the keyboard has lost, and may still undo that.
    private var accepting: [Offer] {
        [
            Offer(.accept, "accept"), Offer(.object, "object"), Offer(.undo, "take back"), Offer(.nextPane, "pane"),
            Offer(.previousPane), Offer(.zoom, "zoom"), Offer(.quit, "leave"),
        ] + settling
    }

    /// Named only where it can be used.
    private var settling: [Offer] {
        [
            Offer(.dispute, session.obstacleToDispute == nil ? "dispute" : nil),
            Offer(.coin, session.obstacleToCoin == nil ? "new card" : nil),
        ]
    }

    /// While somebody at the keyboard is to move.
    private var playing: [Offer] {
        let verb = sideToMove == .divergence ? "claim" : "assert"
        let move = [Offer(.accept, panes.focus == .choices ? verb : "to the list"), Offer(.words, "words")] + settling
        guard !record.player(sideToMove.opponent).isHuman else { return move }
        return move + [Offer(.hint, "hint")] + (session.takeBack == nil ? [] : [Offer(.undo, "take back")])
    }

    /// The rarer things that somebody who is to move may do.
    private var beside: [Offer] {
        var offers = [Offer(.concede), Offer(.hint, "hint"), Offer(.tutor, tutor.isOn ? "tutor off" : "tutor")]
        if !record.match.plies.isEmpty { offers += [Offer(.object, "object"), Offer(.undo)] }
        offers.removeAll { offer in playing.contains { $0.action == offer.action } }
        if record.match.mayPredict, !bestPlay.isKnown { offers.append(Offer(.predict)) }
        if record.match.mayAdjudicate { offers.append(Offer(.adjudicate)) }
        return offers
    }

    /// While a bot is to move or to answer.
    private var waiting: [Offer] {
        var offers = [Offer(.words, "words"), Offer(.accept), Offer(.tutor)]
        if thinking == .asked { offers.insert(Offer(.hurry, "answer now"), at: 0) }
        if session.takeBack != nil { offers.insert(Offer(.undo, "take back"), at: 0) }
        return offers
    }

    /// While two bots play.
    private var watching: [Offer] {
        let pause = Offer(.pause, watch.isPaused ? "go on" : "pause")
        let next = watch.isPaused ? [Offer(.step, "next move")] : []
        let hurry = thinking == .asked ? [Offer(.hurry)] : []
        return [pause] + next + [Offer(.slower, "slower"), Offer(.faster, "faster")] + hurry
    }
}
