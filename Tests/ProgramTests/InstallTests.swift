import Foundation
import TerminalTesting
import TestSupport
import Testing

@Suite("make install")
struct InstallTests {
    /// Where the program is put in these tests; gone when they are over.
    private let folder: String
    private static let checkout = Fixtures.root + "/.."

    init() throws {
        folder = NSTemporaryDirectory() + "credulity-install-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func clean() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Takes the program that the tests were built with.
    private func make(_ target: String, _ variables: String...) throws {
        let arguments = ["make", "-s", "-C", Self.checkout, target, "PROGRAM=\(Program.path)"] + variables
        let result = try runProcess("/usr/bin/env", arguments, timeout: 120)
        #expect(result.status == .exited(0), "\(result.stderrText)")
    }

    /// Runs the installed program far from any checkout, knowing nothing.
    private func run(_ arguments: String..., input: String = "", with more: [String: String] = [:]) throws
        -> ProcessResult
    {
        let environment = ["HOME": folder + "/home", "PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(more) { $1 }
        return try runProcess(
            folder + "/bin/credulity", arguments, environment: environment, input: Array(input.utf8), in: "/")
    }

    private func files(in folder: String) -> Set<String> {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var isFolder: ObjCBool = false
        return Set(
            paths.filter {
                FileManager.default.fileExists(atPath: "\(folder)/\($0)", isDirectory: &isFolder) && !isFolder.boolValue
            })
    }

    private static let installed = Set(
        [
            "bin/credulity", "share/man/man1/credulity.1", "share/bash-completion/completions/credulity",
            "share/zsh/site-functions/_credulity", "share/fish/vendor_completions.d/credulity.fish",
            "share/credulity/Rulesets/ruleset.schema.json",
        ] + Fixtures.shipped.map { "share/credulity/Rulesets/\($0).yaml" })

    @Test("gives a program that finds its rulesets and is played without the checkout")
    func plays() throws {
        defer { clean() }
        try make("install", "PREFIX=\(folder)")
        #expect(files(in: folder) == Self.installed)
        let list = try run("rules", "list")
        #expect(list.status == .exited(0) && list.stdoutText.contains("alice  Imitating Alice"))
        let game = try run("play", "--plain", input: "1\nquit\n")
        #expect(game.status == .exited(0) && game.stdoutText.contains("Saved in \(folder)/home/.local/share/credulity"))
        let new = try run("rules", "new", "mine", "--output", folder)
        #expect(new.status == .exited(0) && new.stderr.isEmpty)
        let text = String(decoding: try Fixtures.bytes(folder + "/mine.yaml"), as: UTF8.self)
        #expect(text.contains("$schema=\(folder)/share/credulity/Rulesets/ruleset.schema.json"))
    }

    @Test("gives a program that says where it looked for rulesets that are gone")
    func missing() throws {
        defer { clean() }
        try make("install", "PREFIX=\(folder)")
        try FileManager.default.removeItem(atPath: folder + "/share/credulity")
        let list = try run("rules", "list", with: ["XDG_DATA_DIRS": "/nowhere"])
        #expect(list.status == .exited(66))
        for place in [folder + "/home/.local/share", folder + "/share", "/nowhere"] {
            #expect(list.stderrText.contains("\(place)/credulity/Rulesets"), "\(list.stderrText)")
        }
    }

    @Test("gives completions that the shell takes, and the manual page")
    func besides() throws {
        defer { clean() }
        try make("install", "PREFIX=\(folder)")
        let bash = folder + "/share/bash-completion/completions/credulity"
        #expect(try runProcess("/usr/bin/env", ["bash", "-n", bash]).status == .exited(0))
        for name in ["zsh/site-functions/_credulity", "fish/vendor_completions.d/credulity.fish"] {
            let text = String(decoding: try Fixtures.bytes("\(folder)/share/\(name)"), as: UTF8.self)
            #expect(text.contains("resume") && text.contains("credulity"))
        }
        #expect(try Fixtures.bytes(folder + "/share/man/man1/credulity.1") == Fixtures.bytes(ManualTests.path))
    }

    @Test("is undone by make uninstall, under a packager's folder too; what others put there stays")
    func uninstall() throws {
        defer { clean() }
        let staged = folder + "/usr"
        try make("install", "PREFIX=/usr", "DESTDIR=\(folder)")
        #expect(files(in: staged) == Self.installed)
        let own = "share/credulity/Rulesets/my-own.yaml"
        try Data().write(to: URL(fileURLWithPath: "\(staged)/\(own)"))
        try make("uninstall", "PREFIX=/usr", "DESTDIR=\(folder)")
        #expect(files(in: staged) == [own])
        try FileManager.default.removeItem(atPath: "\(staged)/\(own)")
        try make("uninstall", "PREFIX=/usr", "DESTDIR=\(folder)")
        #expect(files(in: staged) == [])
        #expect(!FileManager.default.fileExists(atPath: staged + "/share/credulity"))
    }
}
