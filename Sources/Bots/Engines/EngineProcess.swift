import Dispatch
import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// The process of an outside engine, from its start to its end.
///
/// It has a session of its own, so that neither it nor what it starts can reach our terminal.
final class EngineProcess: Sendable {
    let inbox: EngineInbox
    private let command: EngineCommand
    /// Words of a program before the command, which ends whatever the command starts.
    private let guardian: [String]
    private let limits: EngineLimits
    private let log: EngineLog
    private let lines: AsyncStream<String>
    private let outgoing: AsyncStream<String>.Continuation
    /// Finished when the process is to end.
    private let end: AsyncStream<Never>
    private let farewell: AsyncStream<Never>.Continuation
    private let hasEnded = DispatchSemaphore(value: 0)
    /// The number of the process, and of the group of what it started, while nobody else can have it.
    private let leader = Mutex<pid_t?>(nil)

    /// Starts the command; if that fails, the inbox says why.
    ///
    /// - Parameter log: where its standard error goes, as far as there is room; `nil`: nowhere.
    init(_ command: EngineCommand, guardian: [String], limits: EngineLimits, log: String?) {
        inbox = EngineInbox(limits)
        self.command = command
        self.guardian = guardian
        self.limits = limits
        self.log = EngineLog(log)
        (lines, outgoing) = AsyncStream.makeStream(of: String.self)
        (end, farewell) = AsyncStream.makeStream(of: Never.self)
        // An engine that has gone is a thing to tell the players, not a reason to die.
        signal(SIGPIPE, SIG_IGN)
        Task.detached(executorPreference: EngineQueue.shared) { [self] in
            inbox.close(await outcome())
            hasEnded.signal()
        }
    }

    /// Sends a line, as soon as the engine reads.
    func send(_ line: String) {
        outgoing.yield(line + "\n")
    }

    /// Tells it to quit, and sees to it that it does, without waiting for that.
    func dismiss() {
        inbox.close(.dismissed)
        send("quit")
        finish()
    }

    private func finish() {
        outgoing.finish()
        farewell.finish()
    }

    /// Kills it and what it has started, should any of that be left: what a guardian has not ended already.
    func kill() {
        leader.withLock { pid in
            if let pid { _ = Glibc.kill(-pid, SIGKILL) }
        }
    }

    /// Waits until it is gone; whether that came in time.
    func isGone(by deadline: DispatchTime) -> Bool {
        guard hasEnded.wait(timeout: deadline) == .success else { return false }
        // Whoever asks next need not wait.
        hasEnded.signal()
        return true
    }
}

/// Where engines are spoken to and heard, whatever blocks the threads that other tasks share.
private final class EngineQueue: TaskExecutor {
    static let shared = EngineQueue()
    private let queue = DispatchQueue(label: "engines", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

// The run of the process.
extension EngineProcess {
    /// Runs until the process is gone.
    private func outcome() async -> EngineEnd {
        defer { leader.withLock { $0 = nil } }
        if let obstacle = command.obstacle { return .obstructed(obstacle) }
        var options = PlatformOptions()
        options.createSession = true
        do {
            let result = try await run(
                program, arguments: Arguments(Array(words.dropFirst())), platformOptions: options,
                input: .inputWriter, output: .sequence, error: .sequence, body: converse)
            guard result.closureResult else { return .silent }
            switch result.terminationStatus {
            case .exited(let code): return .exited(code: Int(code))
            case .signaled(let number): return .killed(signal: Int(number))
            }
        } catch {
            finish()
            // Only a cancelled task is stopped by anything else.
            guard let error = error as? SubprocessError else { return .dismissed }
            return error.code == .executableNotFound ? .obstructed(obstacle) : .notStarted(error)
        }
    }

    /// What is run; a guardian is told first how many milliseconds to be patient, longer than we are.
    private var words: [String] {
        guardian.isEmpty ? command.words : guardian + ["\(Int(limits.patience * 1000))"] + command.words
    }

    /// A program without a slash is looked for where `PATH` leads.
    private var program: Executable {
        let word = words[0]
        return word.contains("/") ? .path(FilePath(word)) : .name(word)
    }

    /// Why the program was not found; a script whose interpreter is missing looks as if it could be run.
    private var obstacle: EngineObstacle {
        let word = command.words[0]
        return command.obstacle ?? (word.contains("/") ? .notRunnable(word) : .notOnPath(word))
    }

    /// Speaks and listens until the process is to end, or no more is to be heard; then ends it.
    ///
    /// - Returns: whether it ended by itself.
    @Sendable private func converse(
        _ execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>
    ) async -> Bool {
        let pid = execution.processIdentifier.value
        leader.withLock { $0 = pid }
        return await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { [self] in
                for await line in lines {
                    guard let count = try? await execution.standardInputWriter.write(line), count > 0 else { break }
                }
                try? await execution.standardInputWriter.finish()
            }
            tasks.addTask { [self] in
                await forEachBuffer(of: execution.standardOutput) { inbox.take($0) }
                finish()
            }
            tasks.addTask { [self] in
                await forEachBuffer(of: execution.standardError) { log.append($0) }
            }
            for await _ in end {}
            let endedItself = await hasExited(pid, within: limits.leave)
            if !endedItself {
                _ = Glibc.kill(-pid, SIGTERM)
                _ = await hasExited(pid, within: guardian.isEmpty ? limits.leave : limits.patience + limits.leave)
            }
            // The process is not reaped yet, so that nobody else can have its number; this is for its children too.
            kill()
            return endedItself
        }
    }

    private func forEachBuffer(of sequence: SubprocessOutputSequence, _ body: ([UInt8]) -> Bool) async {
        var iterator = sequence.makeAsyncIterator()
        while let buffer = try? await iterator.next() {
            guard body(buffer.withUnsafeBytes(Array.init)) else { return }
        }
    }

    /// Whether a child has ended, or does so soon.
    private func hasExited(_ pid: pid_t, within seconds: Double) async -> Bool {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            var info = siginfo_t()
            let options = WEXITED | WNOHANG | WNOWAIT
            if waitid(P_PID, id_t(pid), &info, options) == 0, info.si_signo == SIGCHLD { return true }
            guard ContinuousClock.now < deadline else { return false }
            try? await Task.sleep(for: .milliseconds(5))
        }
    }
}
