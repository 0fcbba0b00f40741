import Archive
import Foundation
import Glibc
import Game
import Play
import TerminalTesting
import TestSupport
import Testing

@Suite("A match for bids, in the program", .serialized)
struct BidsProgramTests {
    private func play(_ arguments: [String], _ lines: String...) throws -> (
        result: ProcessResult, records: [MatchRecord]
    ) {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(
            ["play", "--plain", "--ruleset", "worked-example"] + arguments, input: lines.map { $0 + "\n" }.joined())
        return (result, try program.records())
    }

    @Test("is bid for as numbered lines, said at the verdict beside the price, and asks for beliefs before and after")
    func plain() throws {
        let (result, records) = try play(
            ["--bids"], "2,5", "twelve", "7", "believe 70", "believe training 1 in 4", "1", "concede", "y", "80%", "")
        #expect(result.status == .exited(0), "\(result.stderrText)")
        let said = result.stdoutText
        #expect(said.contains("at most 12 bits. Enter alone bids the ruleset's own limit, 6."))
        #expect(said.contains("That cannot be read; write bits such as 12.5"))
        #expect(said.contains("Ben bid 7 bits (1 in 128), Ana 2.5 (1 in 6)."))
        #expect(said.contains("so the seats are swapped: Ana plays Training, Ben Divergence."))
        #expect(said.contains("Training may strain 4.75 bits"))
        #expect(
            said.contains("The true price of the argument is 3 bits. Ana bid nearer: 0.5 bits off, against 4 bits off.")
        )
        #expect(said.contains("Ben, that it goes wrong: 70% before, 80% after."))
        #expect(said.contains("Ana, that it goes wrong: 25% before."))
        let record = try #require(records.first)
        #expect(record.header.bids == BySide(divergence: Bits(millibits: 7000), training: Bits(millibits: 2500)))
        #expect(record.header.plausibility == Bits(millibits: 4750) && record.player(.training).name == "Ana")
        #expect(record.match.goesWrong(.divergence, .before) == Credence(millionths: 700_000))
        #expect(record.match.goesWrong(.divergence, .after) == Credence(millionths: 800_000))
        #expect(record.match.goesWrong(.training, .after) == nil)
    }

    @Test("has a limit of its own, a judge, and two legs with one result")
    func terms() throws {
        let (result, records) = try play(
            ["--plausibility", "4,5", "--judge", "Cy", "--legs", "2"], "concede", "y", "", "", "", "1", "concede", "y")
        #expect(result.status == .exited(0), "\(result.stderrText)")
        let said = result.stdoutText
        #expect(said.contains("Ana plays Divergence; Ben plays Training; Cy judges."))
        #expect(said.contains("The first of two legs: Ben won with 4.50 bits of the limit to spare."))
        #expect(said.contains("The second leg, sides swapped: Ben plays Divergence; Ana plays Training."))
        #expect(said.contains("Together Ben wins by 6.50 bits."), "\(said)")
        #expect(records.count == 2 && records.allSatisfy { $0.header.plausibility == Bits(millibits: 4500) })
        #expect(records.allSatisfy { $0.header.judge == "Cy" && $0.isClosed })
        #expect(Set(records.compactMap(\.header.leg?.number)) == [1, 2])
    }

    @Test(
        "refuses terms that are none, and says what would do",
        arguments: [
            (["--plausibility", "0"], "that is too little: the least is 0.001 bits"),
            (["--plausibility", "lots"], "write bits such as 12.5"), (["--plausibility", "1.2345"], "three decimals"),
            (["--plausibility", "5", "--bids"], "--bids settle the limit"),
            (["--legs", "3"], "--legs is 1 or 2, not 3"),
            (["--judge", " "], "--judge is a name"),
            (
                ["--judge", "Cy", "--divergence", "bot:greedy", "--training", "bot:greedy"],
                "--judge sits where a person"
            ),
        ])
    func refused(arguments: [String], complaint: String) throws {
        let (result, records) = try play(arguments)
        #expect(result.status == .exited(64) && result.stderrText.contains(complaint), "\(result.stderrText)")
        #expect(records.isEmpty)
    }

    @Test("has its second leg begun from the first, once that is saved")
    func later() throws {
        let program = try Program()
        defer { program.clean() }
        _ = try program.run(
            "play", "--plain", "--ruleset", "worked-example", "--legs", "2", input: "concede\ny\n\n\nquit\n")
        let path = try #require(Library(folder: program.saves).matches().matches.first?.path)
        let begun = try program.run("resume", "--plain", path, input: "quit\n\n1\nquit\n")
        #expect(begun.stdoutText.contains("The second leg, sides swapped"))
        #expect(try program.records().count == 2)
        let again = try program.run("resume", "--plain", path, input: "quit\n")
        #expect(!again.stdoutText.contains("The second leg, sides swapped"))
    }

    @Test("shows nothing of a bid on a terminal, in lines or on the screen, and leaves no key to bring it back")
    func sealed() throws {
        let program = try Program()
        defer { program.clean() }
        let lines = try program.onTerminal("play", "--plain", "--bids", "--ruleset", "worked-example")
        try lines.waitFor("Ana, your bid (it does not show)>")
        try lines.send("2.25\r")
        try lines.waitFor("Ben, your bid (it does not show)>")
        #expect(!lines.screen.text.contains("2.25"))
        try lines.send(.up)
        try lines.send("\r")
        try lines.waitFor("cannot be read")
        try lines.send("7.75\r")
        try lines.waitFor("Ben bid 7.75 bits")
        try lines.waitFor("Ben>")
        #expect(lines.screen.text.components(separatedBy: "7.75").count == 2)
        try lines.send("quit\r")
        #expect(try lines.waitForExit() == .exited(0))
        #expect(lines.terminalFaults == [])
    }

    @Test("is bid for on the screen, played, killed, gone on with, and told to its end")
    func screen() throws {
        let program = try Program()
        defer { program.clean() }
        let game = try program.onTerminal("play", "--bids", "--judge", "Cy", "--ruleset", "worked-example")
        try game.waitFor("Within how many bits")
        try game.send("2.5")
        try game.waitFor("2.5 bits, 1 in 6")
        try game.send(.enter)
        try game.waitFor("nothing of it is seen") { !$0.text.contains("2.5 bits, 1 in 6") }
        try game.send("7")
        try game.send(.enter)
        try game.waitFor("so the seats are swapped")
        try game.send(.enter)
        try game.waitFor("Before the first move")
        try game.send(.tab)
        try game.send("70")
        try game.send(.enter)
        try game.send(.enter)
        try game.waitFor("Your claims")
        try game.send(.enter)
        try game.waitFor("ply 1 ")
        game.signal(SIGKILL)
        #expect(try game.waitForExit() == .signalled(SIGKILL))

        let second = try program.onTerminal("resume")
        try second.waitFor("of  4.75 bits")
        try second.send("C")
        try second.waitFor("give the match up?")
        try second.send("y")
        try second.waitFor("Enter verdict")
        try second.send(.enter)
        try second.waitFor("The true price of the argument is 3 bits.")
        try second.send("B")
        try second.waitFor("After the verdict")
        try second.send("80")
        try second.send(.enter)
        try second.send(.enter)
        try second.waitFor("That is kept")
        try second.send("q")
        try second.waitFor("New match")
        try second.send("q")
        #expect(try second.waitForExit() == .exited(0))
        let record = try #require(try program.records().first)
        #expect(record.header.judge == "Cy" && record.match.goesWrong(.divergence, .after)?.millionths == 800_000)
        #expect(second.terminalFaults == [] && second.screen.unrecognised == [])
    }

    @Test("tells an engine the limit of the match in place of the ruleset's")
    func engine() throws {
        let program = try Program()
        defer { program.clean() }
        let spy = program.saves + "/spy.sh", heard = program.saves + "/heard.txt"
        try "tee '\(heard)' | '\(Program.path)' engine --bot greedy\n".write(
            toFile: spy, atomically: true, encoding: .utf8)
        let result = try program.run(
            "play", "--plain", "--ruleset", "evening", "--plausibility", "7.25", "--training",
            "engine:sh '\(spy)'", input: "\n1\nquit\n")
        #expect(result.status == .exited(0), "\(result.stderrText)")
        let told = String(decoding: try Fixtures.bytes(heard), as: UTF8.self)
        #expect(told.contains("\"plausibility\":7.25"), "\(told.prefix(400))")
        #expect(told.components(separatedBy: "\"plausibility\"").count == 2)
    }

    @Test("has bots that bid, and then plays on with them")
    func bots() throws {
        let program = try Program()
        defer { program.clean() }
        let result = try program.run(
            ["play", "--plain", "--bids", "--ruleset", "evening", "--training", "bot:greedy"], input: "2\nquit\n",
            timeout: 60)
        #expect(result.stdoutText.contains("Greedy is working out a bid."), "\(result.stderrText)")
        #expect(result.stdoutText.contains("The limit is the mean"))
    }
}
