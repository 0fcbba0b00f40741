import Bots
import Game
import Play
import Review
import Screens
import Testing

@Suite("Against a bot")
struct BotFlowTests {
    private func slow(_ reply: @escaping @Sendable (MatchRecord) -> Reply = { Reply($0.position.legalMoves[0]) })
        throws -> Theatre
    {
        try Theatre(Theatre.ana, Theatre.greedy, isHolding: true, reply: reply)
    }

    @Test("a bot is chosen by its name, under which it plays, and no name is asked for")
    func setup() throws {
        var theatre = try Theatre()
        theatre.choose("two people")
        theatre.press(.tab, .tab, .tab, .tab, .tab, .right)
        #expect(theatre.text.contains("< Random >") && theatre.text.contains("Plays whatever comes to mind"))
        theatre.press(.tab)
        #expect(theatre.text.contains("  Random") && !theatre.text.contains("called        Ben"))
        theatre.press(.enter, .enter)
        #expect(theatre.last?.players.training.seat == "bot:random")
    }

    @Test("everything answers while it thinks, but no move can be made for it")
    func browsing() throws {
        var theatre = try slow()
        theatre.press(.enter)
        #expect(theatre.text.contains("Greedy is thinking"))
        theatre.press(.enter, .down, .enter, .character("C"), .character("a"), .character("o"), .character("i"))
        #expect(theatre.journal.count == 1)
        theatre.press(.character("w"))
        theatre.type("Quick")
        theatre.isHolding = false
        theatre.deliver()
        theatre.type(" now.")
        theatre.press(.enter, .enter)
        #expect(theatre.journal.contains { $0.hasSuffix(": Quick now.") })
    }

    @Test("it is hurried by a key, and its words, objection and note come with the move")
    func hurry() throws {
        var theatre = try slow {
            Reply($0.position.legalMoves[0], words: "So\tthere.", objection: "Hardly.", note: "Not proven.")
        }
        theatre.press(.enter, .character("!"))
        #expect(theatre.isHurried && theatre.journal.count == 1)
        theatre.deliver()
        #expect(theatre.journal[1] == "object: Hardly.")
        #expect(theatre.journal[2].hasSuffix(": So there."))
        #expect(theatre.text.contains("Greedy objects: “Hardly.”") && theatre.text.contains("Not proven."))
        theatre.press(.down)
        #expect(!theatre.text.contains("Not proven."))
    }

    @Test("taking a move back interrupts it, and what it thought of is dropped; nobody is asked")
    func interrupt() throws {
        var theatre = try slow()
        theatre.press(.enter, .character("U"))
        #expect(theatre.journal.last == "take-back 1")
        #expect(theatre.text.contains("ply 0") && !theatre.text.contains("is thinking"))
        theatre.deliver()
        #expect(theatre.journal.count == 2)
        theatre.press(.down, .enter)
        #expect(theatre.text.contains("Greedy is thinking"))
        theatre.deliver()
        #expect(theatre.text.contains("ply 2"))
        theatre.press(.character("U"))
        #expect(theatre.journal.last == "take-back 2")
    }

    @Test("its move is made once the screens that lie over the match are gone")
    func covered() throws {
        var theatre = try slow()
        theatre.press(.enter, .character("?"))
        theatre.deliver()
        #expect(theatre.journal.count == 1 && theatre.text.contains("Keys"))
        theatre.press(.escape)
        #expect(theatre.journal.count == 2 && theatre.text.contains("Your claims"))
    }

    /// After a move, and a reply to it with long words and a long objection.
    private func longWinded(rows: Int) throws -> Theatre {
        var theatre = try Theatre(
            Theatre.ana, Theatre.greedy, size: Size(columns: 80, rows: rows),
            reply: { Reply($0.position.legalMoves[0], words: Theatre.longWords, objection: Theatre.longWords) })
        theatre.press(.enter)
        return theatre
    }

    @Test("a long reply leaves room for the cards, on the smallest screen too", arguments: 22...26)
    func longReply(rows: Int) throws {
        let theatre = try longWinded(rows: rows)
        let lines = theatre.grid.rowTexts
        let title = try #require(lines.firstIndex { $0.contains(" by ") && $0.hasPrefix("▸") })
        #expect(lines[title + 2].hasPrefix("▸ ") && !lines[title + 2].contains("──"))
        if rows >= 25 { #expect(theatre.text.contains("“I grant") && theatre.text.contains("my mind.”")) }
    }

    @Test("the marker stays in view wherever the list is short, and so does what a hint marks", arguments: 22...26)
    func marker(rows: Int) throws {
        var theatre = try longWinded(rows: rows)
        for key in [Key.down, .down, .down, .down, .pageDown, .end, .up, .home, .character("i")] {
            theatre.press(key)
            let lines = theatre.grid.rowTexts
            let row = try #require(lines.firstIndex { $0.hasPrefix("▸ ") }, "after \(key)")
            #expect(theatre.grid.cursor?.row == row && !lines[row].contains("──"), "after \(key)")
        }
    }

    @Test("a path is seen while it is typed, at the end and while bots are watched too")
    func paths() throws {
        var theatre = try Theatre(Theatre.ana, Theatre.greedy)
        theatre.press(.character("C"), .character("y"), .character("S"))
        theatre.type("/tmp/x")
        #expect(theatre.text.contains("Save as /tmp/x"))
        var watched = try Theatre(Theatre.greedy, Theatre.greedy)
        watched.press(.character("S"))
        watched.type("/tmp/y")
        #expect(watched.text.contains("Save as /tmp/y"))
    }

    @Test("while it thinks, and while bots are watched, the exchange has the room of the cards")
    func reading() throws {
        var theatre = try slow()
        #expect(theatre.text.contains("Your claims"))
        theatre.press(.enter)
        #expect(!theatre.text.contains("Your claims") && !theatre.text.contains("'s answers"))
        #expect(theatre.text.contains("It learned that one does not do it where"))
        theatre.deliver()
        #expect(theatre.text.contains("Your claims"))
        let watched = try Theatre(Theatre.greedy, Theatre.greedy)
        #expect(!watched.text.contains("claims:") && watched.text.contains("Exchange"))
    }

    @Test("left while it thinks, the match takes no more moves")
    func leaving() throws {
        var theatre = try slow()
        theatre.press(.enter, .character("q"))
        #expect(theatre.text.contains("New match"))
        theatre.deliver()
        #expect(theatre.journal.count == 1)
    }

    @Test("a reply for a match that is over and gone is dropped in the next")
    func stale() throws {
        var theatre = try slow { _ in Reply(.concede) }
        theatre.press(.enter)
        let late = theatre.late
        theatre.press(.character("U"), .enter)
        #expect(theatre.cancelled.contains { $0 == late[0].0 } && theatre.journal.count == 3)
        for (id, answer) in late { theatre.deliver(stale: id, answer) }
        #expect(theatre.journal.count == 3 && theatre.text.contains("Greedy is thinking"))
    }

    @Test("words come back with the move that they were said with")
    func draft() throws {
        var theatre = try Theatre(Theatre.ana, Theatre.greedy)
        theatre.press(.character("w"))
        theatre.type("Mine.")
        theatre.press(.enter, .enter)
        #expect(theatre.journal.contains { $0.hasSuffix(": Mine.") })
        theatre.press(.character("U"))
        #expect(theatre.text.contains("Taken back."))
        theatre.press(.enter)
        #expect(theatre.journal.filter { $0.hasSuffix(": Mine.") }.count == 2)
    }

    @Test("asked to stop, it considers and answers late", arguments: [true, false])
    func stopping(agrees: Bool) throws {
        var theatre = try Theatre(Theatre.greedy, Theatre.ana, isHolding: true)
        theatre.agrees = agrees
        theatre.deliver()
        theatre.press(.character("a"), .character("n"), .character("a"))
        #expect(theatre.text.contains("Stop? Divergence used ") && theatre.journal.count == 1)
        theatre.press(.character("y"))
        #expect(theatre.text.contains("Greedy considers stopping"))
        theatre.press(.enter)
        #expect(theatre.journal.last == "ask-to-stop")
        theatre.deliver()
        #expect(theatre.journal.contains(agrees ? "agree" : "decline"))
        #expect(theatre.text.contains(agrees ? "The end" : "Greedy would rather play on."))
    }

    @Test("a match is played to the verdict on either side", arguments: Side.allCases)
    func wholeMatch(side: Side) throws {
        var theatre =
            side == .divergence
            ? try Theatre(Theatre.ana, Theatre.greedy) : try Theatre(Theatre.greedy, Theatre.ana)
        for _ in 0..<60 where !theatre.text.contains("Verdict") { theatre.press(.enter) }
        #expect(theatre.text.contains("Verdict"))
    }
}

@Suite("Hints and the tutor")
struct TutorFlowTests {
    /// Where Divergence wins, but not with the second card.
    private func theatre(isHolding: Bool = false) throws -> Theatre {
        try Theatre(Theatre.ana, Theatre.greedy, ruleset: "hides-from", isHolding: isHolding)
    }

    @Test("a hint puts the marker on the best move and is not journalled")
    func hint() throws {
        var theatre = try theatre()
        theatre.press(.down, .character("i"))
        #expect(
            theatre.text.contains("The best moves")
                && theatre.text.contains("1. “Poker face” wins at 6.00 of 4.00 bits."))
        #expect(theatre.text.contains("2. “Open face” loses at"))
        #expect(theatre.journal.isEmpty)
        theatre.press(.up)
        #expect(!theatre.text.contains("The best moves"))
        theatre.press(.enter)
        #expect(theatre.journal.first == "propose poker-face")
    }

    @Test("a hint that comes late for a turn that is over is dropped")
    func lateHint() throws {
        var theatre = try theatre(isHolding: true)
        theatre.press(.character("i"))
        #expect(theatre.text.contains("looking for a hint"))
        theatre.press(.enter)
        theatre.deliver()
        #expect(!theatre.text.contains("The best moves") && !theatre.text.contains("looking for a hint"))
    }

    @Test("the tutor asks once before a proven win is thrown away")
    func question() throws {
        var theatre = try theatre()
        theatre.press(.enter, .character("U"), .character("t"), .down, .enter)
        #expect(theatre.isTutored && theatre.text.contains("That throws away a proven win"))
        #expect(theatre.text.contains("Greedy would play “Diary”"))
        #expect(theatre.text.contains("Better: “Poker face” wins at 6.00 of 4.00 bits."))
        theatre.press(.character("n"))
        #expect(theatre.text.contains("ply 0"))
        theatre.press(.enter)
        #expect(theatre.text.contains("ply 2"))
    }

    @Test("the tutor's question is answered with yes, and a good move is not questioned")
    func answers() throws {
        var theatre = try theatre()
        theatre.press(.character("t"), .down, .enter, .character("y"))
        #expect(theatre.journal.first == "propose open-face")
        theatre.press(.character("U"), .character("i"), .enter)
        #expect(theatre.journal.contains("propose poker-face"))
    }

    @Test("a move made before the tutor knows is played")
    func early() throws {
        var theatre = try theatre(isHolding: true)
        theatre.press(.character("t"), .down, .enter)
        #expect(theatre.journal.count == 1)
        #expect(theatre.text.contains("The tutor had not finished looking at that move."))
    }

    @Test("the tutor is on the next time, if it was")
    func remembered() throws {
        var theatre = try theatre()
        theatre.press(.character("t"), .character("q"))
        theatre.reachMatch(training: 1)
        #expect(theatre.text.contains("tutor on"))
    }
}

@Suite("Watching two bots")
struct WatchFlowTests {
    private func theatre(isHolding: Bool = false) throws -> Theatre {
        try Theatre(Theatre.greedy, Player(name: "Random", seat: "bot:random"), isHolding: isHolding)
    }

    @Test("each move has its time, and the verdict comes after that of the last")
    func pace() throws {
        var theatre = try theatre()
        #expect(theatre.text.contains("a move every 4 s") && theatre.wait?.milliseconds == 4000)
        for ply in 1..<60 where theatre.wait != nil {
            theatre.ring()
            if !theatre.text.contains("The end") { #expect(theatre.text.contains("ply \(ply) ")) }
        }
        #expect(theatre.text.contains("The end") && theatre.journal.last == "close")
        theatre.press(.enter)
        #expect(theatre.text.contains("Verdict"))
    }

    @Test("the pace is changed, down to no time at all")
    func faster() throws {
        var theatre = try theatre()
        theatre.press(.character("-"))
        #expect(theatre.wait?.milliseconds == 8000)
        theatre.press(.character("+"), .character("+"), .character("+"), .character("="))
        #expect(theatre.wait?.milliseconds == 250 && theatre.text.contains("4 moves a second"))
        theatre.press(.character("+"))
        #expect(theatre.text.contains("The end"))
    }

    @Test("while it is paused nothing is waited for, and one move is made at a time")
    func step() throws {
        var theatre = try theatre()
        theatre.press(.character("p"))
        #expect(theatre.wait == nil && theatre.text.contains("paused"))
        let waited = try #require(theatre.cancelled.last)
        theatre.deliver(stale: waited, .waited)
        #expect(theatre.text.contains("ply 0"))
        theatre.press(.character("n"))
        #expect(theatre.text.contains("ply 1") && theatre.wait == nil)
        theatre.press(.character("n"))
        #expect(theatre.text.contains("ply 2"))
        theatre.press(.character("U"), .enter)
        #expect(theatre.text.contains("ply 2") && theatre.text.contains("That key does nothing here"))
        theatre.press(.character("p"))
        #expect(theatre.wait != nil)
    }

    @Test("a slow bot's move comes when it is there, however long its time has been over")
    func slow() throws {
        var theatre = try theatre(isHolding: true)
        theatre.ring()
        #expect(theatre.text.contains("Greedy is thinking") && theatre.wait == nil)
        theatre.deliver()
        #expect(theatre.text.contains("ply 1") && theatre.wait != nil)
        theatre.press(.character("p"), .character("n"))
        #expect(theatre.text.contains("ply 1"))
        theatre.deliver()
        #expect(theatre.text.contains("ply 2"))
    }
}
