/// Why nothing more is to be heard from an engine's process.
enum EngineEnd: Error, Hashable {
    /// The system's reason.
    case notStarted(String)
    case exited(code: Int)
    case killed(signal: Int)
    /// It runs on, but has closed its standard output.
    case silent
    /// It wrote more than it may.
    case flood(String)
    case notText
    /// We have told it to quit.
    case dismissed
}

/// How an engine lost the match; the description completes “The engine “NAME” …”.
enum EngineForfeit: Error, Hashable {
    case ended(EngineEnd)
    /// No hello, or no word that it is ready, in that many seconds.
    case late(doing: String, seconds: Double)
    case tooSlow(seconds: Double, grace: Double)
    case noMove
    /// What it answered, and what stands against it.
    case illegal(String, reason: String)
}

extension EngineForfeit: CustomStringConvertible {
    var description: String {
        switch self {
        case .ended(.notStarted(let reason)): "could not be started (\(reason))"
        case .ended(.exited(let code)): "stopped with exit code \(code) before it moved"
        case .ended(.killed(let signal)): "was stopped by signal \(signal) before it moved"
        case .ended(.silent): "closed its standard output before it moved"
        case .ended(.flood(let what)): "wrote \(what) in one turn"
        case .ended(.notText): "wrote bytes that are not UTF-8"
        case .ended(.dismissed): "was ended before it moved"
        case .late(let doing, let seconds): "did not \(doing) within \(seconds.inWords)"
        case .tooSlow(let seconds, let grace):
            "named no move within \(seconds.inWords), nor within \(grace.inWords) of being told to stop"
        case .noMove: "said that it has no move, where there is one"
        case .illegal(let move, let reason): "answered “\(move)”, which is no move here: \(reason)"
        }
    }
}

extension Double {
    /// As in `1 second` or `2.5 seconds`.
    fileprivate var inWords: String {
        self == rounded() ? "\(Int(self)) second\(self == 1 ? "" : "s")" : "\(self) seconds"
    }
}
