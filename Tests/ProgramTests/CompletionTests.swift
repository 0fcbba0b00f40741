import Foundation
import TerminalTesting
import TestSupport
import Testing

/// A shell with the completions of the program, on a terminal, in a folder of its own.
private struct Shell {
    let terminal: PtyProcess
    private let folder: String
    private let name: String

    /// Those that are installed here; bash is wherever the tests run.
    static let names = ["bash", "zsh", "fish"].filter { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }

    init(_ name: String) throws {
        self.name = name
        folder = NSTemporaryDirectory() + "credulity-shell-\(UUID().uuidString)"
        for path in ["", "/home/.config/fish", "/some rules", "/functions"] {
            try FileManager.default.createDirectory(atPath: folder + path, withIntermediateDirectories: true)
        }
        for file in ["kiosk.yml", "notes.txt", "$(touch pwned).yaml", "0815.jsonl"] {
            try Data().write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
        }
        let programs = Program.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        let environment = standardEnvironment().merging([
            "HOME": folder + "/home", "PATH": programs + ":/usr/bin:/bin", "PS1": "> ", "SWIFT_BACKTRACE": "enable=no",
            "CREDULITY_RULESETS": Fixtures.root + "/../Rulesets", "CREDULITY_SAVES": folder,
        ]) { $1 }
        let script = try runProcess(Program.path, ["--generate-completion-script", name], environment: environment)
        let path = folder + (name == "zsh" ? "/functions/_credulity" : "/completion")
        try Data(script.stdout).write(to: URL(fileURLWithPath: path))
        let arguments =
            ["bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"], "fish": ["--private"]][name] ?? []
        terminal = try PtyProcess(
            "/usr/bin/" + name, arguments, columns: 150, rows: 40, environment: environment, in: folder)
        let setup =
            name == "zsh"
            ? "fpath=(\(folder)/functions $fpath); autoload -U compinit; compinit -u -D; PROMPT='> '" : "source \(path)"
        try terminal.waitForQuiet(300)
        try terminal.send("cd '\(folder)'; \(setup); echo rea''dy\r")
        try terminal.waitFor("ready")
        try terminal.waitForQuiet(300)
    }

    /// Types a line and the key that completes it, waits for what should come of it, and takes it back.
    func expect(_ typed: String, _ completed: String) throws {
        try terminal.send(typed + "\t")
        try terminal.waitFor(completed, timeout: 20)
        try terminal.send("\u{15}")
        try terminal.waitForQuiet(100)
    }

    func clean() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }
}

@Suite("Completion", .serialized)
struct CompletionTests {
    @Test("offers rulesets, files, saves, bots and what may be left out, in the shell itself", arguments: Shell.names)
    func completes(name: String) async throws {
        try await onThread {
            let shell = try Shell(name)
            defer { shell.clean() }
            for (typed, completed) in [
                ("credulity play --ruleset al", "--ruleset alice"),
                ("credulity rules check ./ki", "check ./kiosk.yml"),
                ("credulity rules check ki", "check kiosk.yml"), ("credulity resume 08", "resume 0815.jsonl"),
                ("credulity play --training bot:hol", "--training bot:holden"),
                ("credulity play --divergence bot:na", "--divergence bot:nate"),
                ("credulity play --divergence b", "--divergence bot:"), ("credulity --ru", "--ruleset"),
                ("credulity --plain --training bot:hol", "--plain --training bot:holden"),
                ("credulity tournament --bots greedy,perf", "--bots greedy,perfect"),
                ("credulity play --profile hol", "--profile holden"),
                ("credulity solve alice --profile ./ki", "--profile ./kiosk.yml"),
                ("credulity rules keep 08", "keep 0815.jsonl"), ("credulity engine --bot pe", "--bot perfect"),
                ("credulity rules show alice one-m", "alice one-more-neuron"), ("credulity tour", "tournament"),
            ] {
                try shell.expect(typed, completed)
            }
            try shell.terminal.send("credulity rules check \t\t")
            try shell.terminal.waitForQuiet(500)
            #expect(!shell.files.contains("pwned"), "the name of a file is a name")
        }
    }
}
