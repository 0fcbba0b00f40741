import Dispatch
import Solver
import Synchronization

/// What an engine has written and nobody has read yet: filled on one thread, emptied on another, never large.
final class EngineInbox: Sendable {
    private struct Contents {
        var lines: ArraySlice<String> = []
        /// The beginning of a line whose end has not come.
        var partial: [UInt8] = []
        /// What was written in this turn.
        var lineCount = 0
        var byteCount = 0
        /// The first reason stays.
        var end: EngineEnd? {
            didSet { end = oldValue ?? end }
        }
    }

    /// What came of waiting for a line.
    enum News: Hashable {
        case line(String)
        case end(EngineEnd)
        case late
        case cancelled
    }

    private let limits: EngineLimits
    private let contents = Mutex(Contents())
    private let arrival = DispatchSemaphore(value: 0)

    init(_ limits: EngineLimits) {
        self.limits = limits
    }

    /// Takes what the engine wrote.
    ///
    /// - Returns: whether there may be more; false once it has written what it must not.
    func take(_ bytes: [UInt8]) -> Bool {
        defer { arrival.signal() }
        return contents.withLock { contents in
            contents.byteCount += bytes.count
            if contents.byteCount > limits.bytes { contents.end = .flood(.bytes(limits.bytes)) }
            var rest = bytes[...]
            while contents.end == nil, let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
                contents.partial += rest[..<newline]
                rest = rest[(newline + 1)...]
                finishLine(&contents)
            }
            contents.partial += rest
            checkLength(&contents)
            return contents.end == nil
        }
    }

    private func finishLine(_ contents: inout Contents) {
        checkLength(&contents)
        contents.lineCount += 1
        if contents.lineCount > limits.lines { contents.end = .flood(.lines(limits.lines)) }
        if contents.partial.last == UInt8(ascii: "\r") { contents.partial.removeLast() }
        // What is not UTF-8 becomes U+FFFD: a name in another encoding is no reason to lose.
        contents.lines.append(String(decoding: contents.partial, as: UTF8.self))
        contents.partial = []
    }

    private func checkLength(_ contents: inout Contents) {
        if contents.partial.count > limits.line { contents.end = .flood(.bytesInLine(limits.line)) }
    }

    /// No more will come.
    func close(_ end: EngineEnd) {
        contents.withLock { $0.end = end }
        arrival.signal()
    }

    /// Begins to count anew what the engine writes.
    func beginTurn() {
        contents.withLock { ($0.lineCount, $0.byteCount) = (0, 0) }
    }

    /// Waits for a line, what was written first coming first.
    func next(until deadline: DispatchTime, unless cancellation: Cancellation? = nil) -> News {
        var deadline = deadline
        var isLast = false
        while true {
            let news: News? = contents.withLock { contents in
                contents.lines.popFirst().map(News.line) ?? contents.end.map(News.end)
            }
            if let news { return news }
            if cancellation?.isCancelled == true { return .cancelled }
            let now = DispatchTime.now()
            if now >= deadline {
                if isLast { return .late }
                // Whoever was stopped by a signal has yet to read what came in the meantime.
                (isLast, deadline) = (true, now + .milliseconds(200))
            }
            // Nothing is signalled when it is cancelled.
            _ = arrival.wait(timeout: cancellation == nil ? deadline : min(deadline, now + .milliseconds(20)))
        }
    }
}
