import Glibc
import TerminalTesting
import Testing

@Suite("Programs on a terminal", .serialized)
struct PtyProcessTests {
    private func shell(_ script: String, columns: Int = 40, rows: Int = 6) throws -> PtyProcess {
        try PtyProcess("/bin/bash", ["--norc", "--noprofile", "-c", script], columns: columns, rows: rows)
    }

    @Test("The program has a terminal of the size, in the foreground, and its last words are shown")
    func basics() throws {
        let pty = try shell("tty >/dev/null && stty size; ps -o stat= -p $$; echo ünd; exit 4")
        #expect(try pty.waitForExit() == .exited(4))
        #expect(pty.screen.lines[0] == "6 40" && pty.screen.lines[1].hasSuffix("+"))
        #expect(pty.screen.lines[2] == "ünd")
        #expect(pty.terminalFaults == [])
    }

    @Test("Much output is all there at the end")
    func muchOutput() throws {
        let pty = try shell("seq 1 30000")
        #expect(try pty.waitForExit() == .exited(0))
        #expect(pty.screen.lines == ["29996", "29997", "29998", "29999", "30000", ""])
        #expect(pty.output.count == 168_894 + 30000)
    }

    @Test("A conversation: input, echo, a pattern already there, silence")
    func conversation() throws {
        let pty = try shell("read -p 'name? ' x; echo \"hello $x\"; read -rs y; printf '%q\\n' \"$y\"")
        try pty.waitFor("name?")
        try pty.waitFor("name?")
        try pty.send("wörld")
        try pty.send(.enter)
        try pty.waitFor("hello wörld")
        try pty.waitForQuiet(50)
        try pty.send(.up, .alt("x"), .enter)
        try pty.waitFor { $0.lines.contains { $0.contains("\\E[A\\Ex") } }
        #expect(try pty.waitForExit() == .exited(0))
    }

    @Test("A wait tells of the screen when time is up, and at once when the program has ended")
    func failures() throws {
        let pty = try shell("echo here; sleep 0.3; exit 2")
        let late = try #require(throws: PtyError.self) { try pty.waitFor("never", timeout: 0.1) }
        #expect(
            late.description.contains("│here") && late.description.contains("timed out waiting for \"never\"")
        )
        let ended = try #require(throws: PtyError.self) { try pty.waitFor("never") }
        guard case .ended(.exited(2), "\"never\"", _) = ended else { throw ended }
        #expect(throws: PtyError.self) { try pty.waitForStop() }
    }

    @Test("Signals end it, and stop it and let it go on")
    func signals() throws {
        let pty = try shell("trap 'echo on' CONT; echo go; while :; do sleep 0.05; done")
        try pty.waitFor("go")
        pty.signal(SIGTSTP)
        try pty.waitForStop()
        #expect(throws: PtyError.self) { try pty.waitForExit(timeout: 0.1) }
        pty.signal(SIGCONT)
        try pty.waitFor("on")
        pty.signal(SIGTERM)
        #expect(try pty.waitForExit() == .signalled(SIGTERM))
    }

    @Test("Ctrl-C and Ctrl-Z reach the foreground through the terminal")
    func controlKeys() throws {
        let pty = try PtyProcess("/bin/cat")
        try pty.send("x")
        try pty.waitFor("x")
        try pty.send(.control("z"))
        try pty.waitForStop()
        pty.signal(SIGCONT)
        try pty.send(.control("c"))
        #expect(try pty.waitForExit() == .signalled(SIGINT))
    }

    @Test("A resize reaches the program")
    func resizing() throws {
        let pty = try shell("trap 'stty size' WINCH; echo go; while :; do sleep 0.05; done")
        try pty.waitFor("go")
        pty.resize(columns: 33, rows: 9)
        try pty.waitFor("9 33")
        #expect(pty.screen.columns == 33 && pty.screen.rows == 9)
    }

    @Test("Hanging up sends SIGHUP")
    func hangUp() throws {
        let pty = try PtyProcess("/bin/sleep", ["100"])
        pty.hangUp()
        #expect(try pty.waitForExit() == .signalled(SIGHUP))
        #expect(throws: PtyError.self) { try pty.send("x") }
        let deaf = try shell("trap '' HUP; echo go; read x; exit 5")
        try deaf.waitFor("go")
        deaf.hangUp()
        #expect(try deaf.waitForExit() == .exited(5))
    }

    @Test("What a program leaves wrong is listed")
    func restoration() throws {
        let pty = try shell(
            "stty raw -echo; printf '\\e[?1049h\\e[?25l\\e[?1000h\\e[?2004h\\e[?1h\\e=\\e[7m'")
        #expect(try pty.waitForExit() == .exited(0))
        let wrong = pty.terminalFaults
        for part in ["ECHO left off", "ICANON left off", "ISIG left off", "ICRNL left off", "OPOST left off"] {
            #expect(wrong.contains(part))
        }
        for part in ["alternate", "hidden", "[1000]", "paste", "cursor keys", "keypad", "style"] {
            #expect(wrong.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test("A missing program or folder says so")
    func missing() {
        let reason = "No such file or directory"
        #expect(throws: PtyError.cannotStart(path: "/no/such", step: "executing", reason: reason)) {
            _ = try PtyProcess("/no/such")
        }
        #expect(throws: PtyError.cannotStart(path: "/bin/cat", step: "entering the folder", reason: reason)) {
            _ = try PtyProcess("/bin/cat", in: "/no/such")
        }
    }

    @Test("Letting go kills the program")
    func lettingGo() throws {
        var pty: PtyProcess? = try shell("trap '' HUP TERM; echo go; read x")
        try pty?.waitFor("go")
        let program = try #require(pty?.processIdentifier)
        #expect(try #require(pty?.peakResidentKiB) > 500)
        pty = nil
        #expect(kill(program, 0) != 0)
    }

    @Test("Many programs, one after another, leave no files open")
    func files() throws {
        let before = openFiles
        for _ in 0..<50 {
            #expect(try PtyProcess("/bin/true").waitForExit() == .exited(0))
            #expect(throws: PtyError.self) { _ = try PtyProcess("/no/such") }
            _ = try runProcess("/bin/true")
        }
        // Other tests run meanwhile.
        #expect(openFiles < before + 40)
    }

    @Test("A failed start closes nothing of ours")
    func standardStreams() throws {
        let before = (0..<Int32(3)).map { fcntl($0, F_GETFD) }
        #expect(throws: PtyError.self) { _ = try PtyProcess("/no/such") }
        #expect((0..<Int32(3)).map { fcntl($0, F_GETFD) } == before)
    }

    private var openFiles: Int {
        (0..<Int32(1024)).count { fcntl($0, F_GETFD) >= 0 }
    }

    @Test("A screenful of input is taken while the program writes")
    func muchInput() throws {
        let pty = try shell("stty -echo -icanon; echo go; head -c 200000 | tee /dev/stderr | md5sum")
        try pty.waitFor("go")
        try pty.send(String(repeating: "abcdefghi\n", count: 20_000))
        #expect(try pty.waitForExit() == .exited(0))
        #expect(pty.screen.text.hasSuffix("  -"))
    }
}
