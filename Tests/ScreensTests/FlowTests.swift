import Game
import Play
import Review
import Screens
import Solver
import Testing

@Suite("In a match")
struct FlowTests {
    @Test("a move is journalled before it is shown, with its words")
    func journal() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.character("w"))
        theatre.type("So there.")
        theatre.press(.enter, .enter)
        #expect(theatre.journal.count == 1)
        #expect(theatre.journal.last?.hasSuffix(": So there.") == true)
        #expect(theatre.text.contains("Your answers"))
        #expect(theatre.text.contains("So there."))
    }

    @Test("two people play to a verdict in either mode", arguments: Mode.allCases)
    func verdict(mode: Mode) throws {
        var theatre = try Theatre()
        theatre.choose("two people")
        theatre.press(.tab, .tab)
        if mode == .easy { theatre.press(.right) }
        theatre.press(.enter, .enter)
        for _ in 0..<60 where !theatre.text.contains("Verdict") { theatre.press(.enter) }
        #expect(theatre.text.contains("Verdict"))
        guard theatre.journal.last == "close" else {
            Issue.record("no verdict was journalled")
            return
        }
    }

    @Test("the bars come and go with a key, stay while moves are made, and a whack changes their figure")
    func bars() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.character("b"))
        #expect(theatre.text.contains("What it may have learned") && !theatre.text.contains("Exchange"))
        #expect(theatre.text.contains("100.0% stands ──"))
        theatre.press(.enter, .enter)
        #expect(theatre.text.contains("What it may have learned") && !theatre.text.contains("100.0% stands ──"))
        theatre.press(.tab, .tab)
        #expect(theatre.text.contains("Exchange") && !theatre.text.contains("What it may have learned"))
        theatre.press(.tab, .tab, .character("z"))
        #expect(theatre.text.contains("What it may have learned") && !theatre.text.contains("Your claims"))
        theatre.press(.character("b"))
        #expect(theatre.text.contains("Your claims") && theatre.text.contains("Exchange"))
    }

    @Test("a move is made only from the list, and an Enter too many does not leave the verdict")
    func enter() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.tab, .character("z"), .enter)
        #expect(theatre.journal.isEmpty && theatre.text.contains("Exchange"))
        theatre.press(.character("C"), .character("y"))
        #expect(theatre.text.contains("The end") && theatre.text.contains("Ana conceded"))
        theatre.press(.enter, .enter)
        #expect(theatre.text.contains("Verdict"))
        theatre.press(.character("y"))
        #expect(theatre.text.contains("That key does nothing here"))
    }

    @Test("no key meant for the board loses the end", arguments: [Key.enter, .escape, .character("q")])
    func end(key: Key) throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.enter, .character("C"), .character("y"))
        #expect(theatre.text.contains("The end") && theatre.text.contains("Exchange"))
        #expect(theatre.text.contains("Divergence strained 1.00 of 6.00 bits, Training strained 0.00 of 9.00 bits."))
        theatre.press(key)
        #expect(theatre.text.contains("Verdict") && theatre.text.contains("Divergence strained 1.00 of 6.00 bits"))
        theatre.press(.left)
        #expect(theatre.text.contains("end of ") && theatre.text.contains("The end"))
        theatre.press(.character("q"), .character("q"))
        #expect(theatre.text.contains("New match"))
    }

    @Test("turning the pages of a card skips no line, with words waiting or without")
    func pages() throws {
        func lines(withWords: Bool) throws -> [String] {
            var theatre = try Theatre()
            theatre.reachMatch()
            if withWords {
                theatre.press(.character("w"))
                theatre.type("So there.")
                theatre.press(.enter)
            }
            var lines: [String] = []
            repeat {
                lines += theatre.grid.rowTexts[(withWords ? 21 : 20)...22]
                theatre.press(.character(" "))
            } while !theatre.text.contains(" 1/")
            return lines.filter { !$0.isEmpty }
        }
        let lines = (try lines(withWords: false), try lines(withWords: true))
        #expect(lines.0 == lines.1 && lines.0.count > 3)
    }

    @Test("letters are looked for in all of a card, and one key takes them off")
    func filter() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        let whole = theatre.text
        for letters in ["rented machine", "Holds the keys"] {
            theatre.press(.character("/"))
            theatre.type(letters)
            theatre.press(.enter)
            #expect(theatre.text.contains("with “\(letters)”") && !theatre.text.contains("No card"), "\(theatre.text)")
        }
        theatre.press(.escape)
        #expect(theatre.text == whole)
    }

    @Test("the list is sorted by each of its columns, on either side")
    func sorting() throws {
        var theatre = try Theatre(size: Size(columns: 120, rows: 36))
        theatre.reachMatch()
        theatre.press(.enter, .enter)
        func column(_ heading: String) throws -> [Double] {
            let rows = theatre.grid.rowTexts
            let head = try #require(rows.firstIndex { $0.contains("credence") && $0.contains(heading) })
            let found = try #require(rows[head].firstRange(of: heading))
            let end = rows[head].distance(from: rows[head].startIndex, to: found.upperBound)
            let cells = rows[(head + 1)...].prefix { !$0.hasPrefix("──") }
                .compactMap { $0.prefix(end).split(separator: " ").last }
            return cells.map { (cell: Substring) -> Double in
                if cell == "none" || cell == "wins" { return .infinity }
                return Double(cell.filter { $0 != "%" }) ?? 0
            }
        }
        let claims = [("strain", 1.0), ("step", 1), ("answers", 1), ("cheapest", -1), ("then", -1)]
        for (heading, sign) in claims {
            let values = try column(heading).map { $0 * sign }
            #expect(values.count > 4 && values == values.sorted(), "\(heading): \(values)")
            theatre.press(.character("s"))
        }
        #expect(theatre.text.contains("in the order of the rules"))
        theatre.press(.character("s"), .enter)
        for (heading, sign) in [("cost", 1.0), ("drive", -1), ("replies", 1), ("dearest", 1)] {
            let values = try column(heading).map { $0 * sign }
            #expect(values.count > 4 && values == values.sorted(), "\(heading): \(values)")
            theatre.press(.character("s"))
        }
    }

    @Test("the file to save in is seen while it is typed")
    func path() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.character("S"))
        theatre.type("/tmp/x")
        #expect(theatre.text.contains("Save as /tmp/x"))
    }

    @Test("pasted text never plays a move")
    func paste() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.paste("\n\nqy\n")
        #expect(theatre.journal.isEmpty)
        theatre.press(.character("w"))
        theatre.paste("one\ntwo\u{1B}[31m")
        theatre.press(.enter, .enter)
        #expect(theatre.journal.last?.hasSuffix(": one\ntwo[31m") == true)
    }

    @Test("taking back needs the other's yes")
    func undo() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.enter, .character("U"), .character("n"))
        #expect(theatre.journal.count == 1)
        theatre.press(.character("U"), .character("y"))
        #expect(theatre.journal.last == "take-back 1")
        #expect(theatre.text.contains("ply 0"))
    }

    @Test("adjudication is asked on Training's turn and needs both", arguments: [true, false])
    func adjudication(agrees: Bool) throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.character("a"))
        #expect(theatre.journal.isEmpty)
        theatre.press(.enter, .character("a"))
        #expect(theatre.journal.last == "ask-to-stop")
        theatre.press(.character(agrees ? "y" : "n"))
        #expect(theatre.journal.contains(agrees ? "agree" : "decline"))
        #expect(theatre.text.contains("The end") == agrees)
    }

    @Test("a full disk is said, the match goes on, and it can be saved elsewhere")
    func diskFull() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.diskTrouble = "No space left on device"
        theatre.press(.enter)
        #expect(theatre.text.contains("NOT SAVED: No space left on device"))
        theatre.press(.character("q"))
        #expect(theatre.text.contains("not saved and will be lost"))
        theatre.press(.character("n"), .character("S"), .control("u"))
        theatre.type("/tmp/elsewhere.jsonl")
        theatre.diskTrouble = nil
        theatre.press(.enter)
        #expect(theatre.text.contains("Saved in elsewhere.jsonl"))
        theatre.press(.character("q"))
        #expect(theatre.text.contains("New match"))
    }

    @Test("a saved match is stepped through, forwards and back")
    func replay() throws {
        let record = try Theatre.playedMatch(seed: 5)
        var theatre = try Theatre()
        theatre.opens = record
        theatre.saved = [Theatre.saved(record, at: "/saves/one.jsonl")]
        theatre.choose("Saved matches")
        theatre.press(.enter, .tab)
        for ply in 0..<record.match.moves.count {
            #expect(theatre.text.contains("ply \(ply) "))
            theatre.press(.right)
        }
        #expect(theatre.text.contains("The end"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Verdict") && theatre.text.contains("The exchange"))
        theatre.press(.character("c"))
        #expect(theatre.text.contains("Written to one.txt"))
        theatre.press(.escape, .left, .home)
        #expect(theatre.text.contains("ply 0 "))
    }

    @Test("a review steps to what is marked, jumps to a number, and plays itself")
    func review() throws {
        let record = try Theatre.markedMatch()
        let marked = Judge(record, limits: SearchLimits(memory: 1 << 20)).judgement().marked
        var theatre = try Theatre()
        theatre.opens = record
        theatre.saved = [Theatre.saved(record, at: "/saves/one.jsonl")]
        theatre.choose("Saved matches")
        theatre.press(.enter)
        let count = record.match.moves.count
        #expect(theatre.text.contains("accuracy ") && theatre.text.contains("1 of \(count)"))
        for step in marked where step > 0 {
            theatre.press(.character("n"))
            #expect(theatre.text.contains("\(step + 1) of \(count)"))
        }
        theatre.press(.character(":"))
        theatre.type("2")
        #expect(theatre.text.contains("To step (0 to \(count)): 2"))
        theatre.press(.enter)
        #expect(theatre.text.contains("3 of \(count)"))
        theatre.press(.character("p"))
        theatre.ring()
        #expect(theatre.text.contains("4 of \(count)") || theatre.text.contains("end of \(count)"))
        theatre.press(.left)
        theatre.ring()
        #expect(theatre.text.contains("3 of \(count)"))
        theatre.press(.character("q"))
        #expect(theatre.text.contains("Saved matches"))
    }

    @Test("a saved match goes to the trash once that is confirmed, and where it is now is said")
    func delete() throws {
        var theatre = try Theatre()
        theatre.saved = try [1, 3].map { seed in
            Theatre.saved(try Theatre.playedMatch(seed: seed), at: "/saves/\(seed).jsonl")
        }
        theatre.choose("Saved matches")
        theatre.press(.down, .character("D"), .character("n"), .enter)
        #expect(theatre.saved.count == 2)
        theatre.press(.character("D"), .character("x"))
        #expect(theatre.text.contains("Move this match to the trash?   y yes   n no"))
        theatre.press(.character("y"))
        #expect(theatre.saved.map(\.path) == ["/saves/1.jsonl"])
        #expect(theatre.text.contains("In the trash now: 3.jsonl, in /saves/trash"))
        #expect(theatre.text.contains("1 match "))
        theatre.press(.delete, .character("y"))
        #expect(theatre.saved.isEmpty && theatre.text.contains("No match has been saved yet."))
        theatre.press(.character("D"))
        #expect(theatre.text.contains("That key does nothing here"))
    }

    @Test("a card that cannot be had says why when it is chosen")
    func whyNot() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.enter, .enter, .character("u"), .end, .enter)
        #expect(theatre.text.contains("Not now: "))
        #expect(theatre.journal.count == 2)
    }
}

@Suite("Beside the moves")
struct BesideTests {
    @Test("an objection is kept and shown beside the move ever after")
    func objection() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.character("o"))
        #expect(!theatre.text.contains("objects"))
        theatre.press(.enter, .character("o"))
        theatre.type("Nobody would write that down.")
        theatre.press(.enter)
        #expect(theatre.journal.last == "object: Nobody would write that down.")
        theatre.press(.enter)
        #expect(theatre.text.contains("Ben objects: “Nobody would write that down.”"))
    }

    @Test("words that wait are of who wrote them, whoever moves meanwhile, and come back with the match")
    func drafts() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.character("w"))
        theatre.type("Ana's opening.")
        theatre.press(.enter, .enter, .character("w"))
        theatre.type("A note of Ben's.")
        theatre.press(.enter, .character("U"), .character("y"))
        #expect(theatre.text.contains("Ana's opening.") && !theatre.text.contains("Ben's."))
        theatre.press(.character("w"), .control("u"), .enter, .enter)
        #expect(theatre.journal.last?.contains(":") == false)
        #expect(theatre.text.contains("“A note of Ben's.”"))
        theatre.press(.character("q"))
        theatre.reachMatch()
        #expect(!theatre.drafts.isEmpty && !theatre.text.contains("Ben's."))
        theatre.press(.enter)
        #expect(theatre.journal.last?.contains("A note") == false)
        theatre.press(.enter)
        #expect(theatre.journal.last?.hasSuffix(": A note of Ben's.") == true && theatre.drafts.isEmpty)
    }

    @Test("the editor's text comes back into the words")
    func editor() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.character("w"))
        theatre.type("first")
        theatre.press(.control("x"), .enter, .enter)
        #expect(theatre.journal.last?.hasSuffix(": first\nand more") == true)
    }

    @Test("words are edited over several lines")
    func lines() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.character("w"))
        theatre.type("one")
        theatre.press(.control("j"))
        theatre.type("two three")
        theatre.press(.control("w"))
        theatre.type("4")
        theatre.press(.up, .end)
        theatre.type("!")
        theatre.press(.down, .home)
        theatre.type("王")
        theatre.press(.enter, .enter)
        #expect(theatre.journal.last?.hasSuffix(": one!\n王two 4") == true)
    }

    @Test("a click selects and never plays; the wheel scrolls; m gives the mouse back")
    func mouse() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        let row = try #require(theatre.grid.rowTexts.firstIndex { $0.contains("propose Take what helps") })
        theatre.point(Pointer(.click, row: row, column: 50))
        #expect(theatre.grid.rowTexts[row].hasPrefix("▸"))
        #expect(theatre.journal.isEmpty)
        theatre.point(Pointer(.wheelDown, row: row, column: 50))
        #expect(!theatre.grid.rowTexts[row].contains("▸") || theatre.grid.cursor?.row != row)
        theatre.press(.character("m"))
        #expect(!theatre.hasMouse && theatre.text.contains("The mouse selects text again"))
        theatre.press(.character("m"))
        #expect(theatre.hasMouse)
        theatre.press(.character("q"))
        theatre.point(Pointer(.click, row: 14, column: 12))
    }

    @Test("a rematch swaps the sides, and what was chosen in the menu is offered the next time")
    func rematch() throws {
        var theatre = try Theatre()
        theatre.choose("two people")
        theatre.press(.tab, .tab, .right, .enter, .enter)
        theatre.press(.character("C"), .character("y"), .enter, .character("r"))
        #expect(theatre.text.contains("Ben (Divergence)"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Ben DIVERGENCE to move"))
        theatre.press(.character("q"))
        theatre.choose("two people")
        #expect(theatre.text.contains("Mode            easy"))
        #expect(theatre.text.contains("called        Ana"))
    }

    @Test("the match is copied as text")
    func copy() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.enter, .character("C"), .character("y"), .character("c"))
        let text = try #require(theatre.copied)
        #expect(text.contains("1. Ana proposed “Avoid getting caught”"))
        #expect(text.contains("Ana wins for Divergence: Ben conceded."))
        #expect(theatre.text.contains("match.txt"))
    }

    @Test("the terms on a card come first")
    func terms() throws {
        var theatre = try Theatre()
        theatre.reachMatch()
        theatre.press(.character("g"))
        #expect(theatre.text.contains("Terms"))
        theatre.press(.escape, .enter)
        #expect(theatre.text.contains("ply 1"))
    }

    @Test("two actions cannot share a key")
    func clash() {
        #expect(throws: Keymap.Clash.self) { try Keymap(changing: [.words: [.character("u")]]) }
        #expect(throws: Never.self) { try Keymap(changing: [.words: [.character("u")], .whyNot: [.character("w")]]) }
    }

    @Test("every key has a name that is read back", arguments: Action.allCases)
    func names(action: Action) {
        for key in action.keys { #expect(Key(named: key.description) == key) }
    }

    @Test("what best play comes to is shown on request, for the position it belongs to, and even late")
    func evaluation() throws {
        let evaluation = Evaluation(
            winner: .training, grade: .hard,
            price: .init(lower: Bits(millibits: 3000), upper: Bits(millibits: 3000), isInfinite: false),
            hardPrice: nil)
        var theatre = try Theatre()
        theatre.reachMatch()
        #expect(!theatre.text.contains("best play"))
        theatre.press(.character("e"))
        let first = try #require(theatre.evaluating)
        #expect(first.record.match.moves == [])
        #expect(theatre.text.contains("working out what best play comes to"))
        theatre.press(.character("?"))
        theatre.deliver(evaluation)
        theatre.press(.escape)
        #expect(theatre.text.contains("best play: Training wins, graded hard; price 3.00 bits"))
        theatre.press(.enter)
        #expect(theatre.evaluating?.record.match.moves.count == 1)
        theatre.deliver(stale: first.id, .evaluated(evaluation))
        #expect(!theatre.text.contains("best play: Training wins"))
        theatre.press(.character("e"))
        #expect(theatre.evaluating == nil && !theatre.text.contains("best play"))
    }
}
