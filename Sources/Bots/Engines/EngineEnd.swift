import Game
import Subprocess
import Text

/// Why nothing more is to be heard from an engine's process.
enum EngineEnd: Error, Hashable {
    case obstructed(EngineObstacle)
    /// The program is there, and may be run.
    case notStarted(SubprocessError)
    case exited(code: Int)
    case killed(signal: Int)
    /// It runs on, but has closed its standard output.
    case silent
    case flood(Flood)
    /// We have told it to quit.
    case dismissed

    /// More than an engine may write in a turn, by the limit that it went beyond.
    enum Flood: Hashable {
        case bytes(Int)
        case lines(Int)
        case bytesInLine(Int)
    }
}

/// How an engine lost the match; the description completes “The engine “NAME” …”.
enum EngineForfeit: Error, Hashable {
    case ended(EngineEnd)
    /// It did not get so far in that many seconds.
    case late(Step, seconds: Double)
    case tooSlow(seconds: Double, grace: Double)
    case noMove
    /// What it answered, and why that names no move.
    case unreadable(String, NotationError)
    case illegal(IllegalMove)
    /// A dispute or a coin that may not be.
    case refused(String, IllegalAct)
    /// What it would have settled, with what another writes.
    case wroteForOthers(String)

    /// What comes before an engine thinks; the words complete “did not …”.
    enum Step: String {
        case hello = "say hello"
        case ruleset = "take in the ruleset"
        case position = "take in the position"
    }
}

extension EngineForfeit: CustomStringConvertible {
    var description: String {
        switch self {
        case .ended(.obstructed(let obstacle)): "could not be started (\(obstacle))"
        case .ended(.notStarted(let error)): "could not be started (\("\(error)".madePlain))"
        case .ended(.exited(let code)): "stopped with exit code \(code) before it moved"
        case .ended(.killed(let signal)): "was stopped by signal \(signal) before it moved"
        case .ended(.silent): "closed its standard output before it moved"
        case .ended(.flood(.bytes(let limit))): "wrote more than \(limit) bytes in one turn"
        case .ended(.flood(.lines(let limit))): "wrote more than \(limit) lines in one turn"
        case .ended(.flood(.bytesInLine(let limit))): "wrote a line of more than \(limit) bytes in one turn"
        case .ended(.dismissed): "was ended before it moved"
        case .late(let step, let seconds): "did not \(step.rawValue) within \(seconds.inWords)"
        case .tooSlow(let seconds, let grace):
            "named no move within \(seconds.inWords), nor within \(grace.inWords) of being told to stop"
        case .noMove: "said that it has no move, where there is one"
        case .unreadable(let answer, let error):
            "answered “\(answer.madePlain.clipped(60))”, which is no move here: \("\(error)".madePlain.clipped(200))"
        case .illegal(let move):
            "answered “\(move.notation.clipped(60))”, which is no move here: \(move.reasons.joined(separator: "; "))"
        case .refused(let answer, let error):
            "answered “\(answer.madePlain.clipped(60))”, which may not be here: \("\(error)".madePlain.clipped(200))"
        case .wroteForOthers(let answer):
            "answered “\(answer.madePlain.clipped(60))”, which writes for others than itself"
        }
    }
}

extension Double {
    /// As in `1 second` or `2.5 seconds`.
    fileprivate var inWords: String {
        self == rounded() ? "\(Int(self)) second\(self == 1 ? "" : "s")" : "\(self) seconds"
    }
}
