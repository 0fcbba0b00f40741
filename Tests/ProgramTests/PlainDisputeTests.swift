import Archive
import Foundation
import Game
import Glibc
import Play
import Rulebook
import TerminalTesting
import TestSupport
import Testing

@Suite("Disputes and coins in the plain game")
struct PlainDisputeTests {
    private let opening = ["1", "counter s ordinary", "sophisticate b"]
    /// Writes a credence, seals it and says nothing of what is believed.
    private func sealing(_ credence: String) -> [String] { [credence, "y", ""] }

    /// Plays the disputed example by these lines.
    private func play(
        _ lines: [String], seats: [String] = [], in program: Program? = nil
    ) throws -> (said: String, record: MatchRecord) {
        let program = try program ?? Program()
        defer { program.clean() }
        let result = try program.run(
            ["play", "--plain", "--ruleset", "disputed"] + seats, input: lines.map { $0 + "\n" }.joined())
        #expect(result.status == .exited(0), "\(result.stderrText)")
        return (result.stdoutText, try #require(try program.records().first))
    }

    private func settled(_ record: MatchRecord) -> [String] {
        record.log.filter { $0.act.settlement != nil }.map { record.match.ruleset.notation(of: $0.act) }
    }

    @Test("are listed with what is in force, why, and what is left")
    func list() throws {
        let said = try play(["dispute", "dispute 1"] + opening + ["say So.", "dispute", "dispute 3", "quit"]).said
        #expect(said.contains("There is no move of the opponent's whose numbers could be disputed."))
        #expect(said.contains("there is no number to dispute"))
        #expect(said.contains("The numbers behind Ana's last move; 2 disputes left:\n1. P: 1 in 2, 1.00 bits.\n"))
        #expect(said.contains("2. + b: 1 in 4, 2.00 bits. Why: Rarer than a shut door."))
        #expect(said.contains("Ben has 2 disputes and 1 coin left."))
        #expect(said.contains("dispute N, with N from 1 to 2"))
    }

    @Test("by Training: each entry is told what it would do, the middle counts, and the dearer move goes back")
    func training() throws {
        let lines = opening + ["dispute 2"] + ["1 in 8", "n"] + sealing("1 in 8") + ["0.2", "y", "0.3", "quit"]
        let (said, record) = try play(lines)
        #expect(settled(record) == ["dispute condition b divergence=0.2 training=0.125"])
        #expect(
            said.contains(
                "12.5% (1 in 8), if it stood:\n    That is 3.00 bits, 1.00 more than now: Ana's move would go back"))
        #expect(said.contains("Ana's move goes back.") && said.contains("Ana believes 1 in 3."))
        #expect(record.match.moves.count == 2 && record.position.sideToMove == .divergence)
        #expect(
            record.log.contains {
                $0.act
                    == .believe(
                        .divergence, .number(QuotedNumber(.condition(Feature.ID(1)))),
                        Credence(millionths: 300_000) ?? .certain)
            })
    }

    @Test("by Divergence, as notation names them; an entry without a credence sides with the third")
    func divergence() throws {
        let (said, record) = try play(
            ["1", "counter s ordinary", "dispute situation s"] + sealing("0.5") + sealing("") + ["quit"])
        #expect(settled(record) == ["dispute situation s divergence=0.5"])
        #expect(said.contains("None: it sides with the third number. Seal it?"))
        #expect(said.contains("Ben wrote nothing; the third number is 100%, that in force."))
        #expect(said.contains("as it was: everything stands.") && record.match.moves.count == 2)
    }

    @Test("with a judge, whose number is the third and who is asked last, for a credence alone")
    func judged() throws {
        let program = try Program()
        let ruleset = try Rulebook(contentsOf: Fixtures.ruleset("disputed")).ruleset
        var setup = Setup(
            ruleset: ruleset, profile: nil, mode: .hard,
            players: Players(divergence: Player(name: "Ana"), training: Player(name: "Ben")))
        setup.judge = "Cy"
        let record = try setup.record(
            date: "2026-11-21T05:30:12Z", id: "0123456789abcdef", hash: RulesetDocument(ruleset).fingerprint, seed: 1)
        let file = try Journal.create(in: program.saves, record).path
        defer { program.clean() }
        let lines = opening + ["dispute 2"] + sealing("0.125") + sealing("1") + ["0.15", "y", "quit"]
        let result = try program.run("resume", file, "--plain", input: lines.map { $0 + "\n" }.joined())
        #expect(result.stdoutText.contains("Cy judges, and the middle of the three numbers counts."))
        #expect(result.stdoutText.contains("Cy wrote 1 in 7."))
        let after = try #require(try program.records().first)
        #expect(settled(after) == ["dispute condition b divergence=1 training=0.125 judge=0.15"])
        #expect(after.match.rules.prices.condition[1].millibits == 2737)
    }

    @Test("with a persona that disputes: its number is in already, and the person writes; and it writes for a person's")
    func persona() throws {
        let (said, record) = try play(["", "1"] + sealing("0.2"), seats: ["--training", "bot:wary-training"])
        #expect(settled(record) == ["dispute pattern p divergence=0.2 training=0.1"])
        #expect(
            said.contains("Wary objects:") && said.contains("Ana's move goes back.")
                && !said.contains("“leave” leaves it"))
        let own = try play(
            ["", "dispute 1"] + sealing("0.25") + ["quit"], seats: ["--divergence", "bot:bold-divergence"])
        #expect(settled(own.record) == ["dispute pattern p divergence=0.75 training=0.25"])
    }

    @Test("refuse what makes no sense, with what would be accepted, and keep what was typed before")
    func refusals() throws {
        let bad = ["0", "often", "150%"]
        let lines =
            [
                "dispute pattern p", "1", "dispute condition b", "dispute pattern x", "dispute pattern p training=0.5",
                "dispute 1",
            ]
            + bad + ["0.4", "y", "0"] + ["", "leave", "0.3", "y", "", "dispute 1", "dispute", "concede", "n", "quit"]
        let (said, record) = try play(lines)
        #expect(settled(record) == ["dispute pattern p divergence=0.3 training=0.4"])
        #expect(said.contains("no dispute: the opponent's last move was not priced by that number"))
        #expect(said.contains("not understood: no pattern “x”"))
        #expect(said.contains("what each writes is asked for under seal: leave it out here"))
        for text in bad { #expect(said.contains("“\(text)” is ")) }
        #expect(said.contains("“leave” is no credence"), "the other cannot leave what was raised")
        #expect(said.contains("“0” is not above 0 and at most 100%; write 70%, 0.7, 7:3, 1 in 3 or 2.3b."))
    }

    @Test("once a turn, of no number twice, as often as the match allows; and may be left before they are sealed")
    func limits() throws {
        let first = opening + ["dispute 2", "leave", "dispute 2"] + sealing("1") + sealing("0.5")
        let lines = first + ["dispute 1", "dispute", "1", "quit"]
        let (said, record) = try play(lines)
        #expect(said.contains("Nothing was settled.") && settled(record).count == 1)
        #expect(said.contains("no dispute: one number was disputed on this turn already"))
        #expect(said.contains("2. + b: 1 in 2, 1.00 bits; settled before. Why:"))
        #expect(said.contains("1 dispute left:"))
    }

    @Test("coin a pattern by a form, and what is typed wrong, or refused, is asked for again with all else kept")
    func coinPattern() throws {
        let wide = String(repeating: "x", count: 153)
        let form = ["coin", "2", "It's mine", "Flinch at words", "a\u{1B}[2J", wide, "It flinched.", "-", "c", "1"]
        let again = ["coin", "", "", "", "", "b", "y"]
        let lines = ["1", "counter s ordinary"] + form + again + sealing("1") + sealing("0.2") + ["quit"]
        let (said, record) = try play(lines)
        #expect(settled(record) == ["coin shallower flinch-at-words trigger=b divergence=1 training=0.2"])
        let card = try #require(record.match.ruleset.patterns.last)
        #expect(card.text == "It flinched." && card.depth == 1 && record.match.moves.count == 3)
        #expect(said.contains("“It's mine” is no name of a card") || said.contains("“it's mine” is no name of a card"))
        #expect(said.contains("The card's text holds control characters."))
        #expect(said.contains("The text is 153 columns wide; a card holds 152, two lines."))
        #expect(said.contains("There is no feature “c”"))
        #expect(said.contains("“S” in the corpus whacks it. The coin is kept."))
        #expect(said.contains("What you typed is kept: “coin” begins from it."))
        #expect(said.contains("The book says 1 in 16, 4.00 bits: unlisted 1 in 4, times b 1 in 4."))
        #expect(said.contains("Ben would have 2 answers, the cheapest “T” for 2.00 bits."))
        #expect(
            said.contains("Flinch at words (2.32 bits, 1 in 5)")
                || said.contains("“Flinch at words” (2.32 bits, 1 in 5)"))
    }

    @Test("coin a situation in one line of notation, whose text is asked for; too dear, it is spent and stays")
    func coinSituation() throws {
        let line = "coin counter u ordinary exhibits=a+b channel=outcome"
        let (said, record) = try play(
            ["1", line, "Both at once.", "y"] + sealing("0.001") + sealing("0.001") + ["coin", "quit"])
        #expect(settled(record) == [line + " divergence=0.001 training=0.001"])
        #expect(said.contains("too dear to be played. The coin is spent; the card stays in the match."))
        #expect(said.contains("no coin: none is left") && record.position.sideToMove == .training)
        #expect(record.match.ruleset.situations.last?.text == "Both at once.")
        let kept = try play(["1", "coin counter u", "coin propose r trigger=a", "leave", "coin", "leave", "quit"])
            .record
        #expect(kept.log.count == 1)
    }

    @Test("answer a verdict: whoever has lost may accept, dispute, coin or take back")
    func lost() throws {
        let end = ["1", "counter t ordinary"]
        let accepted = try play(end + ["accept"])
        #expect(accepted.record.isClosed && accepted.said.contains("Ana has no move left, and may still dispute"))
        let disputed = try play(end + ["dispute 2"] + sealing("0.25") + sealing("0.25") + ["quit"])
        #expect(disputed.record.position.sideToMove == .training && disputed.record.verdict == nil)
        let undone = try play(end + ["undo", "y", "quit"]).record
        #expect(undone.match.moves.count == 1)
        let coined = try play(end + ["coin propose r trigger=b", "It learned.", "-", "y"] + ["leave", ""])
        #expect(coined.record.isClosed)
    }

    @Test("are gone on with after the program was killed while somebody wrote, and nothing of the entry is left")
    func killed() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal("play", "--plain", "--ruleset", "disputed")
        for (line, sign) in zip(opening, ["Ana>", "Ben>", "whacked: S"]) {
            try game.waitFor(sign)
            try game.send(line)
            try game.send(.enter)
        }
        try game.waitFor("evades the one datum")
        try game.send("dispute 2")
        try game.send(.enter)
        try game.waitFor("Ben, what is it worth")
        try game.send("0.0625")
        try game.send(.enter)
        try game.waitFor("6.25%")
        #expect(!game.screen.text.contains("0.0625"))
        try game.send("y")
        try game.send(.enter)
        try game.waitFor("what do you believe yourself")
        try game.send(.enter)
        try game.waitFor("Ana, what is it worth")
        #expect(!game.screen.text.contains("6.25%") && !game.screen.text.contains("0.0625"))
        game.signal(SIGKILL)
        #expect(try game.waitForExit() == .signalled(SIGKILL))
        #expect(settled(try #require(try program.records().first)).isEmpty)
        let lines = ["dispute 2"] + sealing("0.125") + sealing("0.2") + ["shallower q", "1", "quit"]
        let result = try program.run("resume", "--plain", input: lines.map { $0 + "\n" }.joined())
        #expect(result.status == .exited(0), "\(result.stderrText)")
        #expect(
            settled(try #require(try program.records().first)) == ["dispute condition b divergence=0.2 training=0.125"])
    }
}
