import Dispatch
import Game
import Solver
import TestSupport
import Testing

@testable import Bots

@Suite("What is said between us and an engine")
struct EngineSpeechTests {
    @Test(
        "a command is split into words without a shell",
        arguments: [
            ("a b  c", ["a", "b", "c"]), ("'a b' \"c d\"", ["a b", "c d"]),
            (#"a\ b "c\"d" 'e\f'"#, ["a b", "c\"d", #"e\f"#]),
            ("a'b'\"c\" ''", ["abc", ""]), ("  a; rm -rf $HOME", ["a;", "rm", "-rf", "$HOME"]),
        ])
    func words(text: String, words: [String]) throws {
        #expect(try EngineCommand(text).words == words)
    }

    @Test(
        "a command that makes no sense is refused",
        arguments: [
            ("", EngineCommandError.empty), ("  ", .empty), ("'' a", .empty), ("'a", .unfinished("'")),
            ("a \"b", .unfinished("\"")), ("a\\", .unfinished("\\")), ("a\nb", .notPlain), ("\u{1B}[2J", .notPlain),
        ])
    func nonsense(text: String, error: EngineCommandError) {
        #expect(throws: error) { try EngineCommand(text) }
    }

    @Test(
        "an engine is called by the file of its script or program",
        arguments: [
            ("python3 -u dir/my-engine.py --fast", "my-engine.py"),
            ("/usr/bin/credulity engine --bot greedy", "credulity"),
            ("node ./play.js", "play.js"),
            ("./\(String(repeating: "x", count: 40))", String(repeating: "x", count: 23) + "…"),
        ])
    func name(text: String, name: String) throws {
        #expect(try EngineCommand(text).name == name)
    }

    @Test(
        "a line is read by its tokens, whatever else stands in it",
        arguments: [
            ("ok", EngineLine.hello), ("  ready  now", .ready), ("okay", .other), ("", .other),
            ("option name Skill Level type spin default 3", .option(name: "Skill Level")),
            ("offers", .offers), ("offer", .offer(nil)), ("offer none", .offer(nil)), ("offer 0", .offer(nil)),
            ("offer 0.2 or so", .offer(Credence(millionths: 200_000))), ("offer 1.1", .offer(nil)),
            ("option name bot", .option(name: "bot")), ("option type string", .other), ("option name", .other),
            ("bestmove", .bestMove(nil)),
            ("bestmove none", .bestMove(nil)),
            ("bestmove concede words I give up.", .bestMove(EngineAct("concede", words: "I give up."))),
            ("bestmove  propose   p", .bestMove(EngineAct("propose p"))),
            ("bestmove propose words words  two  blanks", .bestMove(EngineAct("propose words", words: "two  blanks"))),
            (
                "bestmove counter s ordinary ponder x words a words b",
                .bestMove(EngineAct("counter s ordinary", words: "a words b"))
            ),
            ("bestmove propose p words", .bestMove(EngineAct("propose p"))),
            ("bestmove propose", .bestMove(EngineAct("propose"))),
            (
                "bestmove dispute condition f training=0.2 words So much?",
                .bestMove(EngineAct("dispute condition f training=0.2", words: "So much?"))
            ),
            ("bestmove dispute condition f", .bestMove(EngineAct("dispute condition f"))),
            ("bestmove dispute", .bestMove(EngineAct("dispute"))), ("bestmove coin", .bestMove(EngineAct("coin"))),
            (
                "bestmove coin shallower r trigger=a+b then divergence=1 text It learned  words.",
                .bestMove(EngineAct("coin shallower r trigger=a+b divergence=1", text: "It learned  words."))
            ),
            (
                "bestmove coin counter u ordinary exhibits=a channel=outcome",
                .bestMove(EngineAct("coin counter u ordinary exhibits=a channel=outcome"))
            ),
            ("bestmove propose p words \u{1B}[2J\u{202E}\tx", .bestMove(EngineAct("propose p", words: "�[2J� x"))),
        ])
    func line(text: String, line: EngineLine) {
        #expect(EngineLine(text) == line)
    }

    @Test("options are told by the engine's own names, and those that it has not are noted")
    func options() {
        let options = [EngineOption(name: "skill", value: "7"), EngineOption(name: "hash", value: "")]
        let (lines, note) = EngineOption.lines(options, for: ["Skill", "Style"])
        #expect(lines == ["option name Skill value 7"])
        #expect(note == "The engine has no option “hash”; it has Skill, Style.")
        #expect(EngineOption.lines(options, for: []).note == "The engine has no option “skill”, “hash”; it has none.")
        #expect(EngineOption.lines([], for: ["Skill"]).note == nil)
    }

    @Test("long words are cut off")
    func longWords() {
        let marks = String(repeating: "\u{301}", count: 20_000)
        guard case .bestMove(let act) = EngineLine("bestmove concede words e" + marks), let words = act?.words else {
            Issue.record("no words")
            return
        }
        #expect(words.unicodeScalars.count == EngineAct.wordsLimit && words.hasSuffix("…"))
    }

    @Test("a match is told by its ruleset, profile, mode and moves")
    func position() throws {
        var ruleset = Ruleset.workedExample()
        ruleset.profiles = [Profile(identifier: "nate", title: "Nate")]
        let under = try #require(ruleset.under(profile: "nate"))
        var match = Match(Rules(under, mode: .easy))
        #expect(match.notation == "\(ruleset.identifier)/nate easy")
        let moves = try (0..<2).map { _ in
            let move = match.position.legalMoves[0]
            try match.play(move)
            return under.notation(of: move)
        }
        #expect(match.notation == "\(ruleset.identifier)/nate easy moves \(moves[0]), \(moves[1])")
    }
}

@Suite("The inbox of an engine")
struct EngineInboxTests {
    private let limits: EngineLimits = {
        var limits = EngineLimits()
        (limits.lines, limits.bytes, limits.line) = (3, 40, 10)
        return limits
    }()

    private func news(_ inbox: EngineInbox) -> EngineInbox.News {
        inbox.next(until: .now())
    }

    @Test("gives whole lines however they arrive, and then the reason for the end")
    func lines() {
        let inbox = EngineInbox(limits)
        for part in ["a", "b\nc", "\r\n", "d"] { #expect(inbox.take(Array(part.utf8))) }
        #expect(news(inbox) == .line("ab") && news(inbox) == .line("c") && news(inbox) == .late)
        inbox.close(.exited(code: 3))
        inbox.close(.dismissed)
        #expect(news(inbox) == .end(.exited(code: 3)) && news(inbox) == .end(.exited(code: 3)))
    }

    @Test(
        "ends where more comes than may",
        arguments: [
            ("a\na\na\na\n", EngineEnd.flood(.lines(3))),
            ("12345678901", .flood(.bytesInLine(10))),
            ("12345678901\n", .flood(.bytesInLine(10))),
            ("1234567890\n1234567890\n1234567890\n12345678", .flood(.bytes(40))),
        ])
    func flood(text: String, end: EngineEnd) {
        let inbox = EngineInbox(limits)
        #expect(!inbox.take(Array(text.utf8)))
        while case .line = news(inbox) {}
        #expect(news(inbox) == .end(end))
    }

    @Test("replaces what is not UTF-8, and counts anew with every turn")
    func turns() {
        let inbox = EngineInbox(limits)
        for _ in 0..<10 {
            #expect(inbox.take(Array("123456789\n123456789\n".utf8)))
            inbox.beginTurn()
        }
        for _ in 0..<20 { #expect(news(inbox) == .line("123456789")) }
        #expect(inbox.take([0x61, 0xFF, 0x62, 0x0A]))
        #expect(news(inbox) == .line("a\u{FFFD}b"))
    }

    @Test("stops waiting when it is told to")
    func cancelled() {
        let cancellation = Cancellation()
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) { cancellation.cancel() }
        #expect(EngineInbox(limits).next(until: .now() + 10, unless: cancellation) == .cancelled)
    }
}
