import Game
import Screens
import Testing

@Suite("A prediction")
struct PredictionTests {
    /// Before the first move of a match between two people.
    private func theatre() throws -> Theatre {
        var theatre = try Theatre()
        theatre.choose("two people")
        theatre.press(.enter)
        return theatre
    }

    @Test("stays sealed until the verdict, and is scored there")
    func sealed() throws {
        var theatre = try theatre()
        theatre.type("70%")
        theatre.press(.enter)
        #expect(!theatre.text.contains("70%_") && theatre.text.contains("Before the first move"))
        theatre.press(.enter)
        #expect(!theatre.text.contains("70"))
        theatre.press(.character("C"), .character("y"), .enter)
        #expect(theatre.text.contains("Ana gave Training 70%: 0.52 bits of surprise, Brier score 0.09."))
    }

    @Test(
        "is told as it was understood, before it is sealed",
        arguments: [
            ("7,5", "7.5% (a bare number above 1 is a percentage)"), ("1 in 4", "25% (1 in 4)"),
            (".7", "70% (a bare number up to 1 is a fraction)"), ("7:3", "70% (odds of 7 to 3 for it)"),
            ("2.3b", "20.3063% (2.3 bits of surprisal)"), ("70%", "70%"),
        ])
    func echoed(typed: String, understood: String) throws {
        var theatre = try theatre()
        theatre.type(typed)
        #expect(theatre.text.contains(typed) && theatre.text.contains("  \(understood) that Training wins"))
        theatre.press(.tab)
        theatre.paste(typed)
        #expect(theatre.text.contains("  \(understood) that the real thing goes wrong"))
    }

    @Test(
        "that is none is asked for again, stays as it was typed, and it is said what would do",
        arguments: ["0", "150", "1..2", "often", "-3"])
    func bad(typed: String) throws {
        var theatre = try theatre()
        theatre.type(typed)
        theatre.press(.enter)
        #expect(theatre.text.contains("write 70%, 0.7, 7:3, 1 in 3 or 2.3b"))
        #expect(theatre.text.contains("(Divergence)") && theatre.text.contains("\(typed)_"))
    }

    @Test("is never certain, of whichever way it is written", arguments: ["1", "100%", "0b", "1:0"])
    func certain(typed: String) throws {
        var theatre = try theatre()
        theatre.type(typed)
        theatre.press(.enter)
        #expect(theatre.text.contains("Nobody is certain: that is 100%"))
    }

    @Test("that is too long for its field is said to be cut")
    func long() throws {
        var theatre = try theatre()
        theatre.type(String(repeating: "1", count: 40))
        #expect(!theatre.text.contains("Not all of that was taken"))
        theatre.type("2")
        #expect(theatre.text.contains("Not all of that was taken"))
    }

    @Test("is corrected until the first move, and then no more")
    func corrected() throws {
        var theatre = try theatre()
        theatre.type("70")
        theatre.press(.enter, .enter, .character("P"))
        #expect(theatre.text.contains("Leave a field empty"))
        theatre.type("60")
        theatre.press(.enter, .enter)
        #expect(theatre.journal == ["predict divergence 0.6"] && theatre.text.contains("Your claims"))
        theatre.press(.character("P"), .enter)
        #expect(theatre.journal.count == 1 && theatre.text.contains("Your claims"))
        theatre.press(.enter, .character("P"))
        #expect(theatre.text.contains("That key does nothing here"))
    }

    @Test("does not show to who comes back to it, and is replaced by what is typed then")
    func left() throws {
        var theatre = try theatre()
        theatre.type("71%")
        theatre.press(.tab, .tab, .up, .up)
        #expect(theatre.text.contains("•••") && !theatre.text.contains("71%"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Before the first move"))
        theatre.press(.backtab)
        theatre.type("60")
        #expect(theatre.text.contains("60_") && !theatre.text.contains("7160"))
    }

    @Test("is not corrected any more once somebody has seen what best play comes to")
    func spoilt() throws {
        var theatre = try theatre()
        theatre.press(.enter, .character("e"), .character("P"))
        #expect(theatre.text.contains("That key does nothing here"))
    }

    @Test("is asked for however a match is begun, but not where bots play each other")
    func asked() throws {
        #expect(try Theatre(setup: Theatre.ana, Theatre.greedy).text.contains("Before the first move"))
        #expect(try !Theatre(setup: Theatre.greedy, Theatre.greedy).text.contains("Before the first move"))
    }
}
