import Foundation
import Screens
import Solver

/// Something worked out on a thread of its own; a new errand puts an end to the one before.
final class Errand {
    /// Has it answer with what it has.
    private var haste = Cancellation()
    /// Says that nobody wants the answer.
    private var abandonment = Cancellation()

    /// - Parameters:
    ///   - deliver: takes the answer, on the other thread.
    ///   - work: looks at the cancellation now and then, and answers soon once it is cancelled.
    func begin(
        _ deliver: @escaping @Sendable (Answer) -> Void, work: @escaping @Sendable (Cancellation) -> Answer
    ) {
        stop()
        let haste = Cancellation(), abandonment = Cancellation()
        (self.haste, self.abandonment) = (haste, abandonment)
        let thread = Thread {
            let answer = work(haste)
            if !abandonment.isCancelled { deliver(answer) }
        }
        thread.stackSize = 16 << 20
        thread.start()
    }

    func hurry() {
        haste.cancel()
    }

    func stop() {
        abandonment.cancel()
        haste.cancel()
    }
}
