import TerminalTesting
import Testing

@Suite("Programs without a terminal")
struct ProcessRunTests {
    @Test("Output, errors and the code come back")
    func streams() throws {
        let result = try runProcess("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"])
        #expect(result.status == .exited(3) && result.stdoutText == "out\n" && result.stderrText == "err\n")
    }

    @Test("A signal is told from a code")
    func signals() throws {
        #expect(try runProcess("/bin/sh", ["-c", "kill -TERM $$"]).status == .signalled(15))
    }

    @Test("A megabyte goes through both ways")
    func large() throws {
        let input = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let result = try runProcess("/bin/cat", input: input)
        #expect(result.stdout == input)
    }

    @Test("A program that reads nothing does not break the pipe for us")
    func unread() throws {
        #expect(
            try runProcess("/bin/true", input: Array(repeating: 65, count: 1_000_000)).status == .exited(0))
    }

    @Test("Environment, arguments and folder are as given, and no other")
    func surroundings() throws {
        let result = try runProcess(
            "/bin/sh", ["-c", "pwd; echo \"$1\"; env", "sh", "a b"], environment: ["ONE": "é"], in: "/usr")
        #expect(Set(result.stdoutText.split(separator: "\n")).isSuperset(of: ["/usr", "a b", "ONE=é"]))
        #expect(!result.stdoutText.contains("HOME="))
    }

    @Test("A program that runs too long is killed, its output kept")
    func timeout() throws {
        let error = try #require(throws: PtyError.self) {
            try runProcess("/bin/sh", ["-c", "echo started; exec sleep 100"], timeout: 0.3)
        }
        guard case .ranTooLong(_, let stdout, _) = error else { throw error }
        #expect(String(decoding: stdout, as: UTF8.self) == "started\n")
    }

    @Test("A program that closes its streams is waited for, one that leaves children behind is not")
    func closing() throws {
        #expect(try runProcess("/bin/sh", ["-c", "exec >&- 2>&-; sleep 0.2; exit 7"]).status == .exited(7))
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try runProcess("/bin/sh", ["-c", "sleep 3 & echo x"]) }
        #expect(time < .seconds(2))
    }

    @Test("A missing program or folder says so")
    func missing() {
        let expected = PtyError.cannotStart(
            path: "/no/such", step: "spawning", reason: "No such file or directory")
        #expect(throws: expected) { try runProcess("/no/such") }
        #expect(throws: PtyError.self) { try runProcess("/bin/true", in: "/no/such") }
    }
}
