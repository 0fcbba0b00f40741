import Game
import Glibc
import Play
import TerminalTesting
import Testing

/// How a match comes about in which numbers are settled.
enum Terms: String, CaseIterable, CustomTestStringConvertible {
    case plain, judged, bid

    var testDescription: String { rawValue }

    var arguments: [String] {
        switch self {
        case .plain: []
        case .judged: ["--judge", "Cem"]
        case .bid: ["--bids"]
        }
    }
}

@Suite("On a real terminal, a match with disputes and new cards", .serialized)
struct SettlingTerminalTests {
    /// Begins the match, after the bids if there are any.
    private func begin(_ program: Program, _ terms: Terms) throws -> PtyProcess {
        let seats = ["--divergence", "human:Ana", "--training", "human:Ben"]
        let game = try program.onTerminal(["play", "--ruleset", "disputed"] + seats + terms.arguments)
        if terms == .bid {
            try game.waitFor("Within how many bits")
            try game.send("6")
            try game.send(.enter)
            try game.send("8")
            try game.send(.enter)
            // Ana said less, and plays Training now.
            try game.waitFor("Ana plays Training")
            try game.send(.enter)
        }
        try game.waitFor("Before the first move")
        try game.send(.enter)
        try game.waitFor("Your claims")
        return game
    }

    /// Everybody at the keyboard writes the same, each after the keyboard was handed over.
    private func seal(_ offer: String, by writers: Int, _ game: PtyProcess, _ terms: Terms) throws {
        for writer in 0..<(terms == .judged ? writers + 1 : writers) {
            if writer > 0 {
                try game.waitFor("nobody else looks")
                try game.waitForQuiet(40)
                // Nothing of what was typed, nor of what it would have done.
                #expect(!game.screen.text.contains(offer + "_") && !game.screen.text.contains("As you write it"))
                try game.send(.enter)
            }
            try game.waitFor(" writes")
            try game.send(offer)
            try game.waitFor("As you write it")
            try game.send(.enter)
        }
        try game.waitFor("Settled")
        try game.waitFor("Enter goes on")
        try game.send(.enter)
    }

    private func coin(_ name: String, _ game: PtyProcess, _ terms: Terms, tabs: Int) throws {
        try game.send("N")
        try game.waitFor("coins a card")
        try game.send(.tab)
        try game.send(name)
        try game.send(.tab)
        try game.send("it learned to wait")
        for _ in 0..<tabs { try game.send(.tab) }
        try game.waitFor("Space take")
        // The second feature of the two.
        try game.send(.down)
        try game.send(" ")
        try game.waitFor("The book says")
        try game.send(.enter)
        try seal("90%", by: 2, game, terms)
    }

    @Test(
        "is played to a verdict, killed and gone on with in the middle, and stepped through", arguments: Terms.allCases)
    func wholeMatch(terms: Terms) throws {
        let program = try Program()
        defer { program.clean() }
        let first = try begin(program, terms)
        try first.send(.enter)
        try first.waitFor("ply 1 ")
        try first.send("d")
        try first.waitFor("Which number")
        try first.send(.enter)
        try seal("40%", by: 2, first, terms)
        try first.waitFor("ply 0 ")
        first.signal(SIGKILL)
        #expect(try first.waitForExit() == .signalled(SIGKILL))

        let second = try program.onTerminal("resume")
        try second.waitFor("Your claims")
        try second.send(.enter)
        try second.waitFor("ply 1 ")
        try second.send(.enter)
        try second.waitFor("ply 2 ")
        try coin("the night watch", second, terms, tabs: 2)
        try second.waitFor("ply 3 ")
        try coin("lamp", second, terms, tabs: 2)
        try second.waitFor("ply 4 ")
        for _ in 0..<12 where !second.screen.text.contains("Enter verdict") {
            try second.send(.enter)
            try second.waitForQuiet(60)
        }
        try second.send(.enter)
        try second.waitFor("Saved in")
        let record = try #require(try program.records().first)
        let cards = record.match.ruleset
        let coined = (cards.patterns.count { $0.isCoined }, cards.situations.count { $0.isCoined })
        #expect(record.isClosed && coined == (1, 1))
        #expect(!record.match.rules.settled.isEmpty)
        #expect((record.header.judge != nil) == (terms == .judged))
        #expect(record.header.bids?.mean.millibits == (terms == .bid ? 7000 : nil))
        try stepThrough(second, record)
        try second.send("q")
        try second.waitFor("Verdict")
        try second.send("q")
        try second.waitFor("New match")
        try second.send("q")
        #expect(try second.waitForExit() == .exited(0))
        #expect(second.terminalFaults == [])
    }

    /// Every move, ruling and card is a step of its own.
    private func stepThrough(_ game: PtyProcess, _ record: MatchRecord) throws {
        let count = record.match.steps.count { $0.made != nil || $0.act.settlement != nil }
        try game.send(.left)
        try game.waitFor("end of \(count)")
        try game.send(.home)
        try game.waitFor("1 of \(count)")
        for step in 2...count {
            try game.send(.right)
            try game.waitFor("\(step) of \(count)")
        }
        try game.send(.right)
        try game.waitFor("end of \(count)")
    }
}
