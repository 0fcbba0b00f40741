internal import CPty
internal import Glibc

/// What came of a program run without a terminal.
public struct ProcessResult: Hashable, Sendable {
    public var status: ExitStatus
    public var stdout: [UInt8]
    public var stderr: [UInt8]

    public var stdoutText: String { String(decoding: stdout, as: UTF8.self) }

    public var stderrText: String { String(decoding: stderr, as: UTF8.self) }
}

/// Runs the program at this absolute path between pipes, gives it the input, and waits for its end.
///
/// What its own children write after it has ended is not waited for.
///
/// - Throws: `PtyError.cannotStart`, or `PtyError.ranTooLong` after the timeout in seconds.
public func runProcess(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = standardEnvironment(),
    input: [UInt8] = [], in folder: String? = nil, timeout: Double = 30
) throws(PtyError) -> ProcessResult {
    var pipes = cpty_pipes()
    let error = withProgramArguments(path, arguments, environment) { arguments, environment in
        cpty_spawn(&pipes, path, arguments, environment, folder)
    }
    guard error == 0 else { throw .cannotStart(path: path, step: "spawning", reason: reason(error)) }
    var run = ProcessRun(pipes: pipes, input: input)
    let hasEnded = run.exchange(until: Deadline(seconds: timeout))
    if !hasEnded { kill(pipes.program, SIGKILL) }
    let result = run.finish()
    guard hasEnded else { throw .ranTooLong(path: path, stdout: result.stdout, stderr: result.stderr) }
    return result
}

/// A program between pipes, while it runs.
private struct ProcessRun {
    var pipes: cpty_pipes
    var input: ArraySlice<UInt8>
    var stdout: [UInt8] = []
    var stderr: [UInt8] = []

    init(pipes: cpty_pipes, input: [UInt8]) {
        self.pipes = pipes
        self.input = input[...]
        if input.isEmpty { Self.close(&self.pipes.input) }
    }

    /// Writes and reads until the program has ended; false when that is too late.
    mutating func exchange(until deadline: Deadline) -> Bool {
        while !deadline.hasPassed {
            var files = [
                pollfd(fd: pipes.input, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: pipes.output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: pipes.errors, events: Int16(POLLIN), revents: 0),
                pollfd(fd: pipes.ended, events: Int16(POLLIN), revents: 0),
            ]
            // Where the end cannot be polled for, it is asked after every few milliseconds.
            let longest = pipes.ended < 0 ? 5 : Int32.max
            poll(&files, 4, min(longest, deadline.milliseconds))
            if files[0].revents != 0 { writeInput() }
            if files[1].revents != 0 { Self.read(&pipes.output, into: &stdout) }
            if files[2].revents != 0 { Self.read(&pipes.errors, into: &stderr) }
            if hasEnded { return true }
        }
        return false
    }

    private var hasEnded: Bool {
        var info = siginfo_t()
        let options = WEXITED | WNOHANG | WNOWAIT
        return waitid(P_PID, id_t(pipes.program), &info, options) == 0 && info.si_signo == SIGCHLD
    }

    private mutating func writeInput() {
        let count = input.withUnsafeBytes { cpty_write(pipes.input, $0.baseAddress, $0.count) }
        if count > 0 { input = input.dropFirst(count) }
        if input.isEmpty || count < 0 && errno != EAGAIN { Self.close(&pipes.input) }
    }

    /// Reads all there is; closes the pipe at its end.
    private static func read(_ file: inout Int32, into bytes: inout [UInt8]) {
        var chunk = [UInt8](repeating: 0, count: 65536)
        while file >= 0 {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0 { return }
            if count == 0 { return close(&file) }
            bytes += chunk.prefix(count)
        }
    }

    private static func close(_ file: inout Int32) {
        if file >= 0 { Glibc.close(file) }
        file = -1
    }

    /// Reads what is left, reaps the program and closes the pipes.
    mutating func finish() -> ProcessResult {
        var code: Int32 = 0
        while waitpid(pipes.program, &code, 0) < 0 && errno == EINTR {}
        Self.read(&pipes.output, into: &stdout)
        Self.read(&pipes.errors, into: &stderr)
        for file in [\cpty_pipes.input, \.output, \.errors, \.ended] { Self.close(&pipes[keyPath: file]) }
        let signal = code & 0x7F
        return ProcessResult(
            status: signal == 0 ? .exited(code >> 8 & 0xFF) : .signalled(signal),
            stdout: stdout, stderr: stderr)
    }
}
