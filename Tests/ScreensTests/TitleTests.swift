import Game
import Play
import Screens
import Testing

@Suite("From the title")
struct TitleTests {
    @Test("three times Enter reaches a match against a persona, where the ruleset has one")
    func threeEnters() throws {
        var theatre = try Theatre(ruleset: "alice")
        theatre.press(.enter, .enter)
        #expect(theatre.text.contains("Before the first move") && !theatre.text.contains("(Training)"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Your claims") && theatre.text.contains("Holden Training"))
    }

    @Test("the help on a new match says what each key does to the choice")
    func help() throws {
        var theatre = try Theatre()
        theatre.press(.enter, .character("?"))
        #expect(theatre.text.contains("Left, h          the choice before"))
        #expect(theatre.text.contains("Right, l         the next choice"))
    }

    @Test("one more line down there are two people, and then two bots")
    func company() throws {
        var theatre = try Theatre(ruleset: "alice")
        theatre.press(.down, .enter, .enter)
        #expect(theatre.text.contains("Ana (Divergence)") && theatre.text.contains("Ben (Training)"))
        theatre.press(.escape, .escape, .down, .enter, .enter)
        #expect(theatre.text.contains("Nate DIVERGENCE") && theatre.text.contains("Holden Training"))
    }

    @Test("the set-up begins from the last one of its company, and forgets no name")
    func memory() throws {
        var theatre = try Theatre(ruleset: "alice")
        theatre.choose("alone")
        theatre.press(.tab, .tab, .right, .tab, .tab, .tab, .right, .enter)
        #expect(theatre.last?.mode == .easy && theatre.last?.players.training.seat == "bot:random")
        theatre.press(.escape, .escape)
        theatre.choose("two people")
        #expect(theatre.text.contains("easy") && !theatre.text.contains("Random"))
        theatre.press(.escape)
        theatre.choose("alone")
        #expect(theatre.text.contains("Random"))
    }
}
