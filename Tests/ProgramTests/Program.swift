import Play
import Archive
import Game
import Foundation
import Rulebook
import TerminalTesting
import TestSupport

/// The program itself, as the package builds it, with folders of its own.
struct Program {
    /// Gone when the test is over.
    let saves: String
    private let environment: [String: String]

    init(_ more: [String: String] = [:]) throws {
        let folder = NSTemporaryDirectory() + "credulity-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        saves = folder
        environment = standardEnvironment().merging(
            [
                "CREDULITY_SAVES": folder, "CREDULITY_RULESETS": Fixtures.rulesets, "XDG_CONFIG_HOME": folder,
                "XDG_STATE_HOME": folder + "/state",
                "SWIFT_BACKTRACE": "enable=no",
            ]
        ) { $1 }.merging(more) { $1 }
    }

    /// Beside the running tests.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return tests.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/credulity"
    }()

    func onTerminal(_ arguments: String..., columns: Int = 80, rows: Int = 24) throws -> PtyProcess {
        try onTerminal(arguments, columns: columns, rows: rows)
    }

    func onTerminal(_ arguments: [String], columns: Int = 80, rows: Int = 24) throws -> PtyProcess {
        try PtyProcess(Program.path, arguments, columns: columns, rows: rows, environment: environment)
    }

    /// A match that somebody at the keyboard plays, in which nobody has predicted anything.
    func onMatch(_ arguments: String..., columns: Int = 80, rows: Int = 24) throws -> PtyProcess {
        let game = try onTerminal(["play"] + arguments, columns: columns, rows: rows)
        try game.waitFor("Before the first move")
        try game.send(.enter)
        return game
    }

    func run(_ arguments: String..., input: String = "", timeout: Double = 30) throws -> ProcessResult {
        try run(arguments, input: input, timeout: timeout)
    }

    func run(
        _ arguments: [String], input: String = "", in folder: String? = nil, timeout: Double = 30
    ) throws -> ProcessResult {
        try runProcess(
            Program.path, arguments, environment: environment, input: Array(input.utf8), in: folder, timeout: timeout)
    }

    /// What a shell makes of words in which the program is named.
    func shell(_ words: String, timeout: Double = 30) throws -> ProcessResult {
        try runProcess("/usr/bin/env", ["bash", "-c", words], environment: environment, timeout: timeout)
    }

    /// Runs it, and tells the most memory it used, in KiB.
    ///
    /// A small process starts it, for Linux counts in the peak of whoever does.
    func measured(_ arguments: String...) throws -> (result: ProcessResult, peak: Int) {
        let starter = """
            import resource, subprocess, sys
            code = subprocess.call(sys.argv[1:])
            print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
            sys.exit(code)
            """
        let result = try runProcess(
            "/usr/bin/env", ["python3", "-c", starter, Program.path] + arguments, environment: environment)
        return (result, Int(result.stdoutText.split(separator: "\n").last ?? "") ?? .max)
    }

    /// The matches that were saved, as they read.
    func records() throws -> [MatchRecord] {
        try Library(folder: saves).matches().matches.map { try MatchFile(reading: $0.path).record }
    }

    /// The file of a match of two people, or of one against somebody else, in which nothing has happened.
    func unplayedMatch(training: Player = Player(name: "Ben"), id: String = "0123456789abcdef") throws -> String {
        let ruleset = try Rulebook(contentsOf: Fixtures.anyRuleset("worked-example")).ruleset
        let players = Players(divergence: Player(name: "Ana"), training: training)
        let record = try Setup(ruleset: ruleset, profile: nil, mode: .hard, players: players).record(
            date: "2026-11-21T05:30:12Z", id: id, hash: RulesetDocument(ruleset).fingerprint, seed: 1)
        return try Journal.create(in: saves, record).path
    }

    func clean() {
        try? FileManager.default.removeItem(atPath: saves)
    }
}
