import ArgumentParser
@preconcurrency import Glibc
import Synchronization
import SystemPackage

/// Standard output, of which nothing may be lost without a word.
enum Output {
    /// Makes a closed pipe, or no output at all, an error of writing, in place of a death without a word and of a file
    /// that takes what was meant for the output.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest descriptor that is free is this one; nothing can be written to it, nor read from it.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// Why something could not be written.
    private static let trouble = Mutex<Errno?>(nil)

    /// Writes what was printed so far, on any thread; `flush` tells what has become of it.
    static func push() {
        guard fflush(stdout) != 0 else { return }
        let reason = Errno(rawValue: errno)
        trouble.withLock { $0 = $0 ?? reason }
    }

    /// Writes what was printed so far.
    ///
    /// - Throws: the exit code 74, after saying why, where anything could not be written.
    static func flush() throws(ExitCode) {
        push()
        let reason = trouble.withLock { $0 }
        guard reason != nil || ferror(stdout) != 0 else { return }
        throw failure("standard output could not be written\(reason.map { ": \($0)" } ?? "")", code: 74)
    }

    /// Whether whoever read it has gone.
    static var isAbandoned: Bool {
        var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        return poll(&output, 1, 0) > 0 && output.revents & Int16(POLLERR | POLLNVAL) != 0
    }
}
