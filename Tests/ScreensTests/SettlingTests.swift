import Bots
import Game
import Play
import Screens
import Testing

extension Theatre {
    /// Fills in the form of a card, and takes its first feature.
    mutating func fillIn(name: String, text: String) {
        press(.tab)
        type(name)
        press(.tab)
        type(text)
        for _ in 0..<6 where !self.text.contains("Space take") { press(.tab) }
        press(.character(" "))
    }

    /// Writes something that is asked for, and seals it.
    mutating func seal(_ offer: String, believing belief: String = "") {
        type(offer)
        if !belief.isEmpty {
            press(.tab)
            type(belief)
        }
        press(.enter)
    }
}

@Suite("On the screen, a dispute")
struct DisputeScreenTests {
    @Test("is written for by each in turn, out of the other's sight, and what came of it is shown")
    func twoPeople() throws {
        var theatre = try Theatre(disputed: Player(name: "Ben"))
        theatre.press(.enter, .character("d"))
        #expect(theatre.text.contains("Which number behind Ana's last move?"))
        #expect(theatre.text.contains("1 of 2 left after this"))
        theatre.press(.enter)
        theatre.type("1 in 30")
        #expect(theatre.text.contains("would go back") && theatre.text.contains("Esc leave it"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Over to Ana") && !theatre.text.contains("30"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Ana writes") && !theatre.text.contains("1 in 30"))
        theatre.seal("1 in 10", believing: "20%")
        #expect(theatre.text.contains("Ana's move goes back.") && theatre.text.contains("Ana believes 1 in 5."))
        #expect(theatre.journal.suffix(2).first?.hasPrefix("believe divergence pattern") == true)
        #expect(theatre.journal.last?.hasPrefix("dispute pattern") == true)
        #expect(theatre.journal.last?.hasSuffix("divergence=0.1 training=0.033333") == true)
        theatre.press(.enter)
        #expect(theatre.text.contains("Your claims") && theatre.text.contains("goes back"))
    }

    @Test("hears the judge last, who believes nothing besides")
    func judge() throws {
        var theatre = try Theatre(disputed: Player(name: "Ben"), judge: "Cem")
        theatre.press(.enter, .character("d"), .enter)
        theatre.seal("1 in 30")
        theatre.press(.enter)
        theatre.seal("")
        #expect(theatre.text.contains("Over to Cem") && !theatre.text.contains("30"))
        theatre.press(.enter)
        #expect(theatre.text.contains("Cem's number is the third") && !theatre.text.contains("believe yourself"))
        theatre.seal("1 in 4")
        #expect(theatre.journal.last?.hasSuffix(" training=0.033333 judge=0.25") == true)
    }

    @Test("takes no nonsense, keeps what was typed, and says what would do", arguments: ["0", "150", "often", "-1"])
    func nonsense(typed: String) throws {
        var theatre = try Theatre(disputed: Player(name: "Ben"))
        theatre.press(.enter, .character("d"), .enter)
        let count = theatre.journal.count
        theatre.seal(typed)
        #expect(theatre.text.contains("write 70%, 0.7, 7:3, 1 in 3 or 2.3b"))
        #expect(theatre.text.contains(typed + "_") && theatre.text.contains("Ben writes"))
        #expect(theatre.journal.count == count)
    }

    @Test("can be left by who raised it until he has sealed, and by nobody after")
    func leaving() throws {
        var theatre = try Theatre(disputed: Player(name: "Ben"))
        theatre.press(.enter, .character("d"), .enter, .escape)
        #expect(theatre.text.contains("Which number"))
        theatre.press(.escape)
        #expect(theatre.text.contains("Your answers"))
        theatre.press(.character("d"), .enter)
        theatre.seal("1 in 30")
        theatre.press(.enter, .escape)
        #expect(theatre.text.contains("It has been raised"))
    }

    @Test("is refused with the reason where there can be none")
    func refused() throws {
        var none = try Theatre(Theatre.ana, Player(name: "Ben"))
        none.press(.character("d"))
        #expect(none.text.contains("This match has no disputes."))
        var theatre = try Theatre(disputed: Player(name: "Ben"), disputes: 1)
        theatre.press(.character("d"))
        #expect(theatre.text.contains("There is no number to dispute yet."))
        theatre.press(.enter, .character("d"), .enter)
        theatre.seal("")
        theatre.press(.enter)
        theatre.seal("")
        theatre.press(.enter, .character("d"))
        #expect(theatre.text.contains("None of the 1 disputes is left."))
    }

    @Test("of a bot's asks whoever is at the keyboard, who may write nothing but not get out of it")
    func bots() throws {
        let rival = Player(name: "Rival", seat: "bot:greedy")
        var theatre = try Theatre(disputed: rival)
        theatre.reply = { record in
            var reply = Reply(record.position.legalMoves.first ?? .concede, objection: "Too likely.")
            if let number = record.position.disputableNumbers.first {
                reply.raised = Raised(.dispute(number), offer: Credence(millionths: 50_000))
            }
            return reply
        }
        theatre.press(.enter)
        #expect(theatre.text.contains("Ana writes") && !theatre.text.contains("1 in 20"))
        theatre.press(.escape)
        #expect(theatre.text.contains("It has been raised"))
        theatre.seal("1 in 10")
        #expect(theatre.journal.suffix(2).first == "object: Too likely.")
        #expect(theatre.journal.last?.hasSuffix("divergence=0.1 training=0.05") == true)
        #expect(theatre.text.contains("goes back"))
    }
}

@Suite("On the screen, a new card")
struct CoinScreenTests {
    @Test("is filled in, priced by both, and played")
    func pattern() throws {
        var theatre = try Theatre(disputed: Player(name: "Ben"))
        theatre.press(.character("N"))
        theatre.fillIn(name: "the night watch", text: "it learned that who sits up late may do as they like")
        #expect(theatre.text.contains("The book says"))
        theatre.press(.enter)
        theatre.seal("1")
        theatre.press(.enter)
        #expect(theatre.text.contains("who sits up late"))
        theatre.type("50%")
        #expect(theatre.text.contains("Ben would have"))
        theatre.press(.enter)
        #expect(theatre.journal.last?.hasPrefix("coin propose the-night-watch trigger=") == true)
        #expect(theatre.journal.last?.hasSuffix("divergence=1 training=0.5") == true)
        theatre.press(.enter)
        #expect(theatre.text.contains("The night watch") && theatre.text.contains("Your answers"))
        theatre.press(.character("N"))
        theatre.fillIn(name: "lamp", text: "a lamp is left on")
        theatre.press(.enter)
        theatre.seal("1")
        theatre.press(.enter)
        theatre.seal("1")
        #expect(theatre.journal.last?.hasPrefix("coin counter lamp ordinary exhibits=") == true)
    }

    @Test("asks for what is missing, and keeps the rest")
    func gaps() throws {
        var theatre = try Theatre(disputed: Player(name: "Ben"))
        theatre.press(.character("N"), .enter)
        #expect(theatre.text.contains("The card needs a name"))
        theatre.type("a lamp")
        theatre.press(.enter)
        #expect(theatre.text.contains("The card needs a text") && theatre.text.contains("a lamp"))
        theatre.type("it learned")
        theatre.press(.enter)
        #expect(theatre.text.contains("The card needs a feature"))
        theatre.paste("a\u{1B}[31m")
        #expect(theatre.text.contains("Not all of that was taken"))
        #expect(theatre.text.contains("it learned"))
    }

    @Test("that could not be played at any credence is refused, and the coin kept")
    func refused() throws {
        var theatre = try Theatre(disputed: Player(name: "Ben"))
        theatre.press(.enter, .character("N"))
        // Nothing that the live divergence needs, and more features than can be added.
        theatre.fillIn(name: "lamp", text: "a lamp is left on")
        theatre.press(.backtab, .backtab, .backtab, .control("u"))
        theatre.type("9 lives")
        theatre.press(.enter)
        #expect(theatre.text.contains("A name begins with a letter"))
        let count = theatre.journal.count
        theatre.press(.escape)
        #expect(theatre.journal.count == count && theatre.text.contains("Your answers"))
    }
}

@Suite("On the screen, a lost position")
struct AcceptanceTests {
    @Test("is accepted by who may still dispute or coin, before it is the verdict")
    func accepted() throws {
        var theatre = try Theatre(
            Theatre.ana, Player(name: "Ben"), ruleset: "worked-example",
            limits: [.disputes: 1, .coins: 1, .plausibility: 0])
        theatre.press(.enter, .character("d"))
        #expect(theatre.text.contains("Which number"))
        theatre.press(.escape)
        while !theatre.text.contains("The last word") {
            theatre.press(.enter)
            guard theatre.journal.count < 10 else { break }
        }
        #expect(theatre.text.contains("has no move left, and may still"))
        #expect(theatre.journal.last != "close")
        theatre.press(.enter)
        #expect(theatre.journal.last == "close" && theatre.text.contains("The end"))
    }
}
