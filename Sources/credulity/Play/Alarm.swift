import Dispatch
import Screens

/// One answer after a time; nothing wakes up before.
final class Alarm {
    private var timer: (any DispatchSourceTimer)?

    /// - Parameter deliver: takes the answer, on another thread.
    func set(_ milliseconds: Int, _ answer: Answer, deliver: @escaping @Sendable (Answer) -> Void) {
        stop()
        let timer = DispatchSource.makeTimerSource(queue: .global())
        timer.setEventHandler { deliver(answer) }
        timer.schedule(deadline: .now() + .milliseconds(milliseconds), leeway: .milliseconds(milliseconds / 50))
        timer.resume()
        self.timer = timer
    }

    func stop() {
        timer?.cancel()
        timer = nil
    }
}
