import Foundation
import Glibc
import Testing

/// A program that a test runs, with pipes to its standard streams.
final class Child {
    let id: pid_t
    private let input: FileHandle
    private let output: Int32
    private let errors: Int32
    private var saidBytes: [UInt8] = []
    private var complainedBytes: [UInt8] = []

    /// The built program, which lies beside the tests.
    static let credulity: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)] + "/credulity"
    }()

    /// One at a time, so that no child inherits the ends of another's pipes and keeps them open.
    private static let starting = NSLock()

    init(_ command: [String]) throws {
        Child.starting.lock()
        defer { Child.starting.unlock() }
        let pipes = try (0..<3).map { _ in
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            return ends
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in 0..<3 {
            posix_spawn_file_actions_adddup2(&actions, pipes[stream][stream == 0 ? 0 : 1], Int32(stream))
        }
        let variables = ProcessInfo.processInfo.environment.merging([
            "SWIFT_BACKTRACE": "enable=no", "XDG_STATE_HOME": NSTemporaryDirectory() + "credulity-state",
        ]) { $1 }
        var arguments = command.map { strdup($0) } + [nil]
        var environment = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        var id = pid_t()
        let failed = posix_spawnp(&id, command[0], &actions, nil, &arguments, &environment)
        close(pipes[0][0])
        close(pipes[1][1])
        close(pipes[2][1])
        self.id = id
        input = FileHandle(fileDescriptor: pipes[0][1], closeOnDealloc: true)
        output = pipes[1][0]
        errors = pipes[2][0]
        try #require(failed == 0, "cannot start \(command[0])")
    }

    deinit {
        close(output)
        close(errors)
    }

    /// Writes to its standard input as much as its pipe holds, which is 64 KiB.
    func type(_ lines: String...) {
        signal(SIGPIPE, SIG_IGN)
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        _ = write(input.fileDescriptor, bytes, bytes.count)
    }

    /// Reads what it says until some text is among it, on either stream.
    func expect(_ text: String, seconds: Double = 20, at location: SourceLocation = #_sourceLocation) throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while !said.contains(text), !complained.contains(text) {
            let isOpen = read(until: deadline)
            try #require(
                isOpen && ContinuousClock.now < deadline, "no “\(text)” in “\(said)” and “\(complained)”",
                sourceLocation: location)
        }
    }

    func forget() {
        saidBytes = []
        complainedBytes = []
    }

    /// Reads what it says for some time, or until it ends.
    func listen(for duration: Duration) {
        let deadline = ContinuousClock.now + duration
        while ContinuousClock.now < deadline, read(until: deadline) {}
    }

    var said: String { String(decoding: saidBytes, as: UTF8.self) }
    var complained: String { String(decoding: complainedBytes, as: UTF8.self) }

    /// Ends its input, reads what it still says, and waits for its end.
    ///
    /// - Returns: its exit code, or 128 and the signal that ended it.
    @discardableResult
    func finish() throws -> Int32 {
        try input.close()
        while read(until: .now + .seconds(60)) {}
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    }

    /// The streams that are at their end.
    private var ended: [Int32] = []

    /// - Returns: false once both streams are at their end.
    private func read(until deadline: ContinuousClock.Instant) -> Bool {
        let left = max(.zero, deadline - .now)
        let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
        var polled = [output, errors].filter { !ended.contains($0) }
            .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard !polled.isEmpty else { return false }
        _ = poll(&polled, nfds_t(polled.count), Int32(clamping: milliseconds))
        for stream in polled where stream.revents != 0 {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = Glibc.read(stream.fd, &bytes, bytes.count)
            if count <= 0 {
                ended.append(stream.fd)
            } else if stream.fd == output {
                saidBytes += bytes[..<count]
            } else {
                complainedBytes += bytes[..<count]
            }
        }
        return true
    }
}
