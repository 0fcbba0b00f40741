import Dispatch

/// Rings once after a time; nothing wakes up before.
final class Alarm {
    private var timer: (any DispatchSourceTimer)?

    /// - Parameter ring: called once, on another thread.
    func set(_ milliseconds: Int, ring: @escaping @Sendable () -> Void) {
        stop()
        let timer = DispatchSource.makeTimerSource(queue: .global())
        timer.setEventHandler(handler: ring)
        timer.schedule(deadline: .now() + .milliseconds(milliseconds), leeway: .milliseconds(milliseconds / 50))
        timer.resume()
        self.timer = timer
    }

    func stop() {
        timer?.cancel()
        timer = nil
    }
}
