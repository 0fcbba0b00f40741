/// Why a program could not be tested as asked.
public enum PtyError: Error, Hashable, Sendable {
    /// The terminal or the program could not be made: which step failed, and the system's reason.
    case cannotStart(path: String, step: String, reason: String)
    /// The wait was too long; with the screen at its end.
    case timedOut(waitingFor: String, screen: String)
    /// The program ended before what was awaited came; with the last screen.
    case ended(ExitStatus, waitingFor: String, screen: String)
    /// The terminal did not take the input, as when it was hung up.
    case cannotSend(reason: String, screen: String)
    /// A program without a terminal ran too long and was killed; with what it wrote until then.
    case ranTooLong(path: String, stdout: [UInt8], stderr: [UInt8])
}

extension PtyError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotStart(let path, let step, let reason): "\(path) cannot be started: \(step): \(reason)"
        case .timedOut(let wish, let screen): "timed out waiting for \(wish)\n\(screen)"
        case .ended(let status, let wish, let screen):
            "the program \(status) while we waited for \(wish)\n\(screen)"
        case .cannotSend(let reason, let screen): "the terminal takes no input: \(reason)\n\(screen)"
        case .ranTooLong(let path, let stdout, let stderr):
            """
            \(path) ran too long and was killed
            stdout: \(String(decoding: stdout, as: UTF8.self))
            stderr: \(String(decoding: stderr, as: UTF8.self))
            """
        }
    }
}

/// How a program ended.
public enum ExitStatus: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
}

extension ExitStatus: CustomStringConvertible {
    public var description: String {
        switch self {
        case .exited(let code): "exited with \(code)"
        case .signalled(let number): "was ended by signal \(number)"
        }
    }
}
