import Archive
import Engine
import Foundation
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
        try PtyProcess(Program.path, arguments, columns: columns, rows: rows, environment: environment)
    }

    func run(_ arguments: String..., input: String = "", timeout: Double = 30) throws -> ProcessResult {
        try runProcess(
            Program.path, arguments, environment: environment, input: Array(input.utf8), timeout: timeout)
    }

    /// The matches that were saved, as they read.
    func records() throws -> [MatchRecord] {
        try Library(folder: saves).matches().matches.map { try MatchFile(reading: $0.path).record }
    }

    func clean() {
        try? FileManager.default.removeItem(atPath: saves)
    }
}
